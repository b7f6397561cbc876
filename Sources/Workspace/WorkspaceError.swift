public import TermModel

/// Why the names cannot be loaded.
public struct WorkspaceError: ReportableError, Hashable {
  public enum Code: String, Sendable {
    /// The glossary and language data that belong to the program are not where it is.
    case notInstalled = "shipped-glossary-missing"
    case unreadable = "file-unreadable"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, at path: String? = nil, _ values: [String: String] = [:]) {
    self.code = code
    place = path.map { SourcePlace(document: $0) }
    self.values = values
  }
}
