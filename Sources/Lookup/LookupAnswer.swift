/// What a look-up found.
public struct LookupAnswer: Sendable {
  /// The query as it was given.
  public var query: String
  /// The best first.
  public var results: [LookupResult]
  /// Terms that the query may have meant; given only where nothing was found.
  public var suggestions: [String]
  /// Whether the query was too long, and only its beginning was looked up.
  public var isQueryCut: Bool
}
