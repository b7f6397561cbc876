import CICUShims
public import TermModel

/// What ICU could not do.
public struct ICUError: ReportableError, Hashable {
  public enum Code: String, Sendable {
    /// The data of a rule is missing from the installed ICU.
    case unavailable = "icu-unavailable"
  }

  public let code: Code
  public let values: [String: String]
  public var place: SourcePlace? { nil }
  public var codeName: String { code.rawValue }

  init(what: String, status: Int32) {
    code = .unavailable
    values = ["what": what, "reason": unsafe String(cString: cicu_error_name(status))]
  }
}
