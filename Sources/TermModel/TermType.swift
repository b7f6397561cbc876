/// What sort of form a term is.
///
/// - SeeAlso: ISO 30042 (TBX), `termType`.
public enum TermType: String, CaseIterable, Hashable, Sendable {
  case fullForm
  /// What later mentions use: "Trump" after "Donald Trump".
  case shortForm
  case abbreviation
  case variant
}
