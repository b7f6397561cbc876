/// Reasons that add up; their words are kept only where somebody asked for them.
struct EvidenceSum {
  private(set) var nats = 0.0
  private(set) var reasons: [Evidence] = []
  let keepsReasons: Bool

  init(keepsReasons: Bool) { self.keepsReasons = keepsReasons }

  mutating func add(_ nats: Double, _ reason: @autoclosure () -> String) {
    self.nats += nats
    if keepsReasons { reasons.append(Evidence(reason(), nats: (nats * 10).rounded() / 10)) }
  }

  mutating func add(_ other: EvidenceSum) {
    nats += other.nats
    reasons += other.reasons
  }
}
