/// A memory to be searched, and how far it is trusted.
public struct SearchedMemory: Sendable {
  public var source: any SegmentSource
  public var penalties: MatchPenalties

  public init(_ source: any SegmentSource, penalties: MatchPenalties = MatchPenalties()) {
    self.source = source
    self.penalties = penalties
  }
}
