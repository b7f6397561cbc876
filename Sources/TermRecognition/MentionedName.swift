public import TermModel

/// What a mention names: one concept, what several concepts share, or a name that the document
/// itself introduces in brackets.
public struct MentionedName: Hashable, Sendable {
  /// What stands at a first mention: "Donald Trump". Empty where the senses share nothing.
  public var english: String
  /// What stands at later mentions: "Trump".
  public var short: String
  /// The Chinese form to show beside English text; empty where none is known.
  public var chinese: String
  /// One id; several where the form is shared and nothing decides; none for an introduced name.
  public var concepts: [String]
  public var kind: ConceptKind?
  public var isFamiliar: Bool
  /// The layer or list that the name comes from: `core`, a file's name, `article`.
  public var source: String

  public init(
    english: String, short: String, chinese: String = "", concepts: [String] = [],
    kind: ConceptKind? = nil, isFamiliar: Bool = false, source: String = ""
  ) {
    self.english = english
    self.short = short
    self.chinese = chinese
    self.concepts = concepts
    self.kind = kind
    self.isFamiliar = isFamiliar
    self.source = source
  }
}
