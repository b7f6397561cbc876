/// One reason for or against a candidate.
public struct Evidence: Hashable, Sendable {
  /// In plain English, with the words that speak quoted: `普通話 crosses the end`.
  public var what: String
  /// How much it speaks for (above zero) or against, in nats: a difference of log probabilities.
  public var nats: Double

  public init(_ what: String, nats: Double) {
    self.what = what
    self.nats = nats
  }
}
