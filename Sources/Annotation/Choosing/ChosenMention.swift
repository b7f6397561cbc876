import TermRecognition

/// A mention with what was decided about it.
struct ChosenMention {
  var mention: Mention
  var name: MentionedName
  /// The name's number in the document; one for concepts that are written and shown alike.
  var nameNumber: Int
  /// The mention without an `'s` at its end.
  var range: Range<Int>
  var isGlossed: Bool
  var decision: Decision
  /// What is shown beside the mention if it is annotated.
  var gloss: String
  /// Where something goes that is put behind the mention.
  var place: GlossPlace
}
