import TermModel

/// A file named on the command line that cannot be read or written.
struct FileError: ReportableError, Hashable {
  enum Code: String, CaseIterable, Sendable {
    case missing = "file-missing"
    case isFolder = "file-is-folder"
    case unreadable = "file-unreadable"
    case tooLarge = "file-too-large"
    case unwritable = "file-unwritable"
  }

  let code: Code
  let place: SourcePlace?
  let values: [String: String]
  var codeName: String { code.rawValue }

  init(_ code: Code, _ path: String, reason: String = "") {
    self.code = code
    place = SourcePlace(document: path)
    values = reason.isEmpty ? [:] : ["reason": reason]
  }
}
