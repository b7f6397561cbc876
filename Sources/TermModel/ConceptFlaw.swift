/// Why a concept cannot be kept in a term base or written to a glossary file.
public struct ConceptFlaw: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    case noID = "concept-no-id"
    /// An id with a space in it, or that begins like a comment or an option.
    case badID = "concept-bad-id"
    case noChinese = "concept-no-chinese"
    case noEnglish = "concept-no-english"
    case emptyText = "concept-empty-text"
    /// A tab, a line end or another control character.
    case controlCharacter = "concept-control-character"
    /// A `|` where it would part two forms.
    case bar = "concept-bar"
    /// A space before or after a text.
    case outerSpace = "concept-outer-space"
    /// One word twice in one list.
    case twice = "concept-twice"
    case tooLong = "concept-too-long"
  }

  public let code: Code
  public var place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, _ values: [String: String] = [:]) {
    self.code = code
    self.values = values
  }
}
