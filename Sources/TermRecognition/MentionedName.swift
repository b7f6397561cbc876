public import TermModel

/// What a mention names: one concept, what several concepts share, or a name that the document
/// itself introduces in brackets.
///
/// One for all the mentions of a document.
public final class MentionedName: Sendable {
  /// What stands at a first mention: "Donald Trump". Empty where the senses share nothing.
  public let english: String
  /// What stands at later mentions: "Trump".
  public let short: String
  /// The Chinese form to show beside English text; empty where none is known.
  public let chinese: String
  /// One id; several where the form is shared and nothing decides; none for an introduced name.
  public let concepts: [String]
  public let kind: ConceptKind?
  public let isFamiliar: Bool
  /// The layer or list that the name comes from: `core`, a file's name, `article`.
  public let source: String

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
