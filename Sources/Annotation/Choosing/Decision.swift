/// What becomes of a mention, and why.
enum Decision: String {
  case annotated = "annotated"
  case alreadyGlossed = "glossed already"
  case later = "a later mention"
  case familiar = "familiar; --familiar annotates it"
  case otherKind = "not of the kinds asked for"
  case nothingKnown = "no name in the other language to show"
  case sameText = "reads the same in the other language"
  case notAccepted = "left alone"
}
