import Foundation

extension SeededGenerator {
  /// A generator with a seed of this run, which is printed; `YIMING_SEED` brings a run back.
  public static func printed(_ what: StaticString = #function) -> SeededGenerator {
    let given = ProcessInfo.processInfo.environment["YIMING_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0..<1_000_000_000)
    print("\(what): YIMING_SEED=\(seed)")
    return SeededGenerator(seed: seed)
  }
}
