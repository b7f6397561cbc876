public import TermModel

/// Why a set of patterns cannot be compiled.
public struct PatternTableError: ReportableError, Hashable {
  public enum Code: String, Sendable {
    /// More patterns, or more text in them, than 32-bit places reach.
    case tooManyPatterns = "too-many-patterns"
  }

  public let code: Code
  public let values: [String: String]
  public var place: SourcePlace? { nil }
  public var codeName: String { code.rawValue }
}
