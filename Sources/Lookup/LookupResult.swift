public import TermModel

/// A concept that answers a query.
public struct LookupResult: Sendable {
  public var concept: Concept
  public var match: LookupMatch
  /// The term that the query met.
  public var matched: String
  /// The layer or list that the concept comes from: `core`.
  public var layer: String
}
