public import TermModel

/// Why a compiled file cannot be used.
public struct MappedFileError: ReportableError, Hashable {
  public enum Code: String, Sendable {
    case unreadable = "cache-unreadable"
    case notOurs = "cache-not-ours"
    case version = "cache-version"
    case damaged = "cache-damaged"
    case tooLarge = "cache-too-large"
    case unwritable = "cache-unwritable"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, at path: String, _ values: [String: String] = [:]) {
    self.code = code
    self.place = SourcePlace(document: path)
    self.values = values
  }
}
