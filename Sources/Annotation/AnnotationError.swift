public import TermModel

/// Why a document could not be annotated.
public struct AnnotationError: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    case missing = "input-missing"
    case folder = "input-folder"
    case unreadable = "input-unreadable"
    case binary = "input-binary"
    case wrongByte = "input-wrong-byte"
    case unknownEncoding = "encoding-unknown"
    case unavailableEncoding = "encoding-unavailable"
    case unwritableCharacter = "output-not-in-encoding"
    case formatMismatch = "format-not-for-input"
    case unwritable = "output-unwritable"
    case sameOutput = "output-twice"
    case notInPlace = "output-not-in-place"
  }

  public let code: Code
  public let place: SourcePlace?
  /// What the message quotes. A wrong byte has its `offset` here, in bytes from the file's start.
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(
    _ code: Code, in document: String, line: Int? = nil, _ values: [String: String] = [:]
  ) {
    self.code = code
    self.place = SourcePlace(document: document, line: line)
    self.values = values
  }
}
