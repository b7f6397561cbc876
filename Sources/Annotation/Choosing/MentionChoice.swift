/// Which mentions of a name get a gloss.
public enum MentionChoice: String, CaseIterable, Sendable {
  /// The first of a document, unless it is glossed already.
  case first
  /// The first of each paragraph, unless it is glossed already.
  case paragraph
  /// Every one that is not glossed already.
  case all
}
