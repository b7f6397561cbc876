public import TermModel

/// Findings in the order of the file: of each kind the first are kept, all are counted.
public struct TMXFindingList: Sendable {
  /// How many of one kind are kept unless told otherwise.
  public static let usualLimit = 20

  public private(set) var findings: [TMXFinding] = []
  /// How often each kind was found, by its code.
  public private(set) var counts: [String: Int] = [:]
  private let limit: Int

  /// - Parameter limit: how many findings of one code are kept.
  public init(limit: Int = usualLimit) { self.limit = limit }

  /// Kinds of which some are not kept: the code and how many those are.
  public var leftOut: [(code: String, count: Int)] {
    var kept: [String: Int] = [:]
    for finding in findings { kept[finding.codeName, default: 0] += 1 }
    return counts.compactMap { code, count in
      let more = count - kept[code, default: 0]
      return more > 0 ? (code, more) : nil
    }
    .sorted { $0.code < $1.code }
  }

  public var warningCount: Int { counts.values.reduce(0, +) - errorCount }
  public private(set) var errorCount = 0

  /// Counts one more; whether it is to be kept.
  mutating func counts(_ code: String) -> Bool {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    return count <= limit
  }

  mutating func counts(_ code: TMXFinding.Code) -> Bool { counts(code.rawValue) }

  mutating func keep(_ finding: TMXFinding) { findings.append(finding) }

  mutating func add(_ code: TMXFinding.Code, _ finding: @autoclosure () -> TMXFinding) {
    if counts(code) { keep(finding()) }
  }

  /// By line; what rejects the file last.
  func sorted() -> TMXFindingList {
    var list = self
    func key(_ finding: TMXFinding) -> (Int, Int) {
      (finding.severity == .error ? 1 : 0, finding.place?.line ?? 0)
    }
    list.findings = findings.enumerated()
      .sorted {
        let (left, right) = (key($0.element), key($1.element))
        return left == right ? $0.offset < $1.offset : left < right
      }
      .map(\.element)
    return list
  }

  public mutating func add(rejection error: any ReportableError) {
    findings.append(TMXFinding(error))
    counts[error.codeName, default: 0] += 1
    errorCount += 1
  }
}
