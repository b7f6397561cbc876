import Foundation

/// Prints one table of measurements; exits with 1 where an answer is wrong.
@main
enum BenchmarksMain {
  /// The parts of the table, in order.
  static let benchmarks: [any Benchmark.Type] = [
    MatcherBenchmark.self,
    ProgramBenchmark.self,
    TMXBenchmark.self,
    MemoryBenchmark.self,
    TiesBenchmark.self,
    ImportingBenchmark.self,
  ]

  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == Tool.measuringWord {
      do {
        try Tool.measure(Array(words.dropFirst()))
        exit(0)
      } catch {
        // Who asked says what failed.
        exit(1)
      }
    }
    let settings = Settings(
      arguments: words,
      environment: ProcessInfo.processInfo.environment)
    print(Machine.description(of: settings.root))
    var hasFailed = false
    for benchmark in benchmarks
    where settings.parts.isEmpty || settings.parts.contains(benchmark.name) {
      do {
        for section in try benchmark.run(settings) { TablePrinter.print(section) }
      } catch {
        print("\nFAILED \(benchmark.name): \(error)")
        hasFailed = true
      }
    }
    if hasFailed { exit(1) }
  }
}
