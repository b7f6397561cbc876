/// Why points were taken off a score.
///
/// - SeeAlso: ``MatchPenalties``.
public enum PenaltyKind: String, Hashable, Sendable, CaseIterable, Comparable {
  case number, `case`, code, machine, memory

  public static func < (left: PenaltyKind, right: PenaltyKind) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}
