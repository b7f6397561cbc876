/// Counts the steps of a search, or nothing at all.
protocol StepMeter {
  mutating func add(_ steps: Int)
}

/// What is not measured costs nothing.
struct NoMeter: StepMeter {
  @inline(__always) mutating func add(_ steps: Int) {}
}

struct StepCounter: StepMeter {
  private(set) var steps = 0

  @inline(__always) mutating func add(_ steps: Int) { self.steps += steps }
}
