/// What storing a concept did.
public enum PutOutcome: String, Hashable, Sendable {
  case added
  case changed
  /// It was there, the same.
  case unchanged
}
