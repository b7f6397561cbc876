/// One part of the printed table: what was measured, in rows under headings of its own.
///
/// To add a part: a file with a type that conforms to ``Benchmark``, and its name in
/// ``BenchmarksMain/benchmarks``.
struct Section {
  var title: String
  /// The headings behind the first column.
  var columns: [String]
  var rows: [Row] = []
  /// What a reader must know to compare the figures.
  var notes: [String] = []

  struct Row {
    var what: String
    var cells: [String]
  }

  mutating func add(_ what: String, _ cells: String...) {
    rows.append(Row(what: what, cells: cells))
  }
}

/// Something that is measured.
protocol Benchmark: Sendable {
  /// The word that asks for it alone: `swift run Benchmarks matcher`.
  static var name: String { get }

  /// - Throws: ``BenchmarkFailure`` where the answers are wrong: then their speed says nothing.
  static func run(_ settings: Settings) throws -> [Section]
}

/// Why a measurement counts for nothing.
struct BenchmarkFailure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  /// Holds a count of answers against what it must be.
  static func check(_ what: String, found: Int, expected: Int) throws {
    guard found == expected else {
      throw BenchmarkFailure("\(what): \(found) matches, and there are \(expected)")
    }
  }
}
