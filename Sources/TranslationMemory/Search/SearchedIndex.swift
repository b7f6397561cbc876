/// An index as a search sees it: the parts of one memory and language, and what no longer counts.
public struct SearchedIndex: Sendable {
  public var parts: [IndexPart]
  public var removed: RemovedUnits
  /// Taken off every score from this memory.
  public var penalties: MatchPenalties

  public init(
    parts: [IndexPart], removed: RemovedUnits = RemovedUnits(),
    penalties: MatchPenalties = MatchPenalties()
  ) {
    self.parts = parts
    self.removed = removed
    self.penalties = penalties
  }
}
