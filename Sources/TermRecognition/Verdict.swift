/// What the recogniser thinks of a candidate.
public enum Verdict: String, CaseIterable, Sendable {
  case accepted
  case rejected
  case uncertain
}
