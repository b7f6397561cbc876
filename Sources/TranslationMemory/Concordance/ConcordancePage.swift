/// Some of the segments that contain a text.
public struct ConcordancePage: Hashable, Sendable {
  /// A segment that contains the text.
  public struct Hit: Hashable, Sendable {
    /// The memory, by its place in the list that was searched.
    public var memory: Int
    public var unit: Int64
    public var variant: Int32
    /// How many tokens the segment has.
    public var tokenCount: Int
    /// Which of them, codes not counted, the text begins with.
    public var firstToken: Int

    /// The shortest first, then by memory and unit.
    static func precedes(_ left: Self, _ right: Self) -> Bool {
      if left.tokenCount != right.tokenCount { return left.tokenCount < right.tokenCount }
      if left.memory != right.memory { return left.memory < right.memory }
      if left.unit != right.unit { return left.unit < right.unit }
      return left.variant < right.variant
    }
  }

  public var hits: [Hit]
  /// Whether there are more behind these.
  public var hasMore: Bool
}
