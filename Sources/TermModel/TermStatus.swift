/// How a term stands among the terms of its concept and language.
///
/// - SeeAlso: ISO 30042 (TBX), `administrativeStatus`.
public enum TermStatus: String, CaseIterable, Hashable, Sendable {
  case preferred
  case admitted
  /// Met, but no longer to be used.
  case deprecated
  /// Met, and wrong.
  case forbidden
}
