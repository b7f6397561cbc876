public import TermModel

/// What a person should know of a look-up that was done.
public struct LookupWarning: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// Only the beginning of the query was looked up.
    case queryCut = "lookup-query-cut"
  }

  public let code: Code
  public let values: [String: String]
  public var place: SourcePlace? { nil }
  public var codeName: String { code.rawValue }

  /// - Returns: `nil` where there is nothing to say.
  public init?(_ answer: LookupAnswer) {
    guard answer.isQueryCut else { return nil }
    code = .queryCut
    var start = String.UnicodeScalarView()
    start.append(contentsOf: answer.query.unicodeScalars.prefix(20))
    values = ["query": String(start) + "…", "longest": "\(LookupQuery.longest)"]
  }
}
