/// Why a concept answers a query, the best reason first.
public enum LookupMatch: String, CaseIterable, Hashable, Sendable {
  /// The query is one of its terms.
  case exact
  /// One of its terms begins with the query.
  case prefix
  /// The query sounds like one of its terms, or like a part of one.
  case reading
  /// The query is the first letters of one of its English names.
  case initials
  /// The query stands inside one of its terms, or its words do.
  case part
  /// The query is one of its terms but for a slip of the hand, or of the ear.
  case near
}
