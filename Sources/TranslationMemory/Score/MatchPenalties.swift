/// What is taken off a score, each at most once, in hundredths of a point.
///
/// - ``number``: more edits are needed as soon as numbers count as what they are (page 3 and page 5).
/// - ``case``: more edits are needed as soon as case counts.
/// - ``code``: fewer edits would be needed if inline codes did not count.
/// - ``machine``: the translation was made by a machine.
/// - ``memory``: the memory it comes from is trusted less.
public struct MatchPenalties: Hashable, Sendable {
  public var number: Int
  public var `case`: Int
  public var code: Int
  public var machine: Int
  public var memory: Int

  /// 2 points for numbers, 1 for case, 1 for codes, and nothing else unless said.
  public init(
    number: Int = 200, case: Int = 100, code: Int = 100, machine: Int = 0, memory: Int = 0
  ) {
    precondition(
      [number, `case`, code, machine, memory].allSatisfy { (0...10_000).contains($0) },
      "a penalty is between 0 and 100 points")
    self.number = number
    self.case = `case`
    self.code = code
    self.machine = machine
    self.memory = memory
  }

  /// Hundredths of a point.
  public func points(of kind: PenaltyKind) -> Int {
    switch kind {
    case .number: number
    case .case: `case`
    case .code: code
    case .machine: machine
    case .memory: memory
    }
  }
}
