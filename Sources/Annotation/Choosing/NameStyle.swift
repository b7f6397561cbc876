/// Which English name a gloss gives.
public enum NameStyle: String, CaseIterable, Sendable {
  case full
  case short
  /// The full name at the first mention of a document, the short one later.
  case firstFull = "first-full"
}
