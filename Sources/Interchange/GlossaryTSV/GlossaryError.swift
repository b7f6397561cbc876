public import TermModel

/// What is wrong with a glossary file or a row of it.
public struct GlossaryError: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    // The file.
    case empty = "glossary-empty"
    /// UTF-16, by its byte order mark.
    case utf16 = "glossary-utf-16"
    case noEnglishColumn = "glossary-no-english-column"
    case noChineseColumn = "glossary-no-chinese-column"
    case columnTwice = "glossary-column-twice"
    case tooManyColumns = "glossary-too-many-columns"
    // A row.
    case rowTooLong = "glossary-row-too-long"
    case controlCharacter = "glossary-control-character"
    case invalidUTF8 = "glossary-invalid-utf-8"
    case tooManyCells = "glossary-too-many-cells"
    case noChinese = "glossary-no-chinese"
    case noEnglish = "glossary-no-english"
    case unknownKind = "glossary-unknown-kind"
    case familiar = "glossary-familiar"
    case badID = "glossary-bad-id"
    case idTwice = "glossary-id-twice"
    /// Of a TMX file: a form that holds what a glossary cannot.
    case badForm = "glossary-bad-form"
    // Warnings.
    case unknownColumn = "glossary-unknown-column"
    /// A term that a row cannot say: of another language, or deprecated outside zh-TW.
    case termLeftOut = "glossary-term-left-out"
    // Writing.
    /// A field that has the name of a known column.
    case fieldName = "glossary-field-name"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, _ place: SourcePlace?, _ values: [String: String] = [:]) {
    self.code = code
    self.place = place
    self.values = values
  }
}
