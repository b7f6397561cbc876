import Foundation

extension Tool {
  /// The first word of a run of this program that only measures another one.
  static let measuringWord = "--measure"

  /// Runs a program by way of a small process of our own.
  ///
  /// Linux counts the memory of the process that starts a program as that program's peak, so a large
  /// one would hide what it is: `exec` keeps the maximum of the address space that it leaves.
  ///
  /// - Parameter output: the file for what the program prints.
  /// - Throws: ``BenchmarkFailure`` where it fails.
  static func measured(
    _ path: String, _ arguments: [String], output: String = "/dev/null"
  ) throws -> Cost {
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let answer: String
    do {
      answer = try Tool.output(own, [measuringWord, output, path] + arguments)
    } catch is BenchmarkFailure {
      throw BenchmarkFailure("\(path) \(arguments.joined(separator: " ")) failed")
    }
    let values = answer.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard values.count == 3 else { throw BenchmarkFailure("\(path): measured \"\(answer)\"") }
    return Cost(wall: values[0], processor: values[1], peak: Int(values[2]))
  }

  /// The other side of ``measured(_:_:output:)``: prints wall seconds, processor seconds, peak bytes.
  ///
  /// - Parameter words: the output file, the program, its arguments.
  static func measure(_ words: [String]) throws {
    guard words.count > 1 else { throw BenchmarkFailure("nothing to measure") }
    let cost = try cost(of: words[1], Array(words.dropFirst(2)), output: words[0])
    print(cost.wall, cost.processor, cost.peak)
  }
}
