/// Why a unit or a header cannot be written as XML.
public struct UnitFlaw: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// A control character, U+FFFE or U+FFFF (XML 1.0, 2.2).
    case forbiddenCharacter = "unit-forbidden-character"
    /// A name of an element, an attribute or an instruction that is none.
    case badName = "unit-bad-name"
    /// One attribute twice on an element.
    case attributeTwice = "unit-attribute-twice"
    /// `--` in a comment, `-` at its end.
    case comment = "unit-comment"
    /// `?>` in a processing instruction.
    case instruction = "unit-instruction"
  }

  public let code: Code
  public var place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, _ values: [String: String]) {
    self.code = code
    self.values = values
  }
}
