/// A segment of a memory that is like the query.
public struct FuzzyMatch: Hashable, Sendable {
  /// The memory, by its place in the list that was searched.
  public var memory: Int
  public var unit: Int64
  public var variant: Int32
  /// What ranks and cuts: ``base`` less the penalties.
  public var score: MatchScore
  /// Over tokens as they are compared, every number equal to every other.
  public var base: MatchScore
  /// Over tokens as they are written.
  public var exact: MatchScore
  /// Over tokens as they are written and the white space between them.
  public var everything: MatchScore
  /// What was taken off, in the order of ``PenaltyKind``.
  public var penalties: [PenaltyKind]
  /// How well the context agrees, the more the better: 0 where none was asked for.
  public var context: Int
  /// Seconds since 1970, 0 where nobody says.
  public var changed: UInt32
  /// How many tokens it has.
  public var tokenCount: Int

  public init(
    memory: Int, unit: Int64, variant: Int32, score: MatchScore, base: MatchScore,
    exact: MatchScore, everything: MatchScore, penalties: [PenaltyKind], context: Int,
    changed: UInt32, tokenCount: Int
  ) {
    self.memory = memory
    self.unit = unit
    self.variant = variant
    self.score = score
    self.base = base
    self.exact = exact
    self.everything = everything
    self.penalties = penalties
    self.context = context
    self.changed = changed
    self.tokenCount = tokenCount
  }

  /// Whether this one is given before that one. No two matches are equal in this.
  public static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.exact != right.exact { return left.exact > right.exact }
    if left.everything != right.everything { return left.everything > right.everything }
    if left.context != right.context { return left.context > right.context }
    if left.changed != right.changed { return left.changed > right.changed }
    if left.memory != right.memory { return left.memory < right.memory }
    if left.unit != right.unit { return left.unit < right.unit }
    return left.variant < right.variant
  }

  /// Whether the three scores of the two are the same.
  func isTied(with other: Self) -> Bool {
    score == other.score && exact == other.exact && everything == other.everything
  }
}
