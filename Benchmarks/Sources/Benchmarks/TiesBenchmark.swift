import Foundation
import TermModel
import TranslationMemory

/// Memories of which all segments tie, for they differ only in a number or a word: the worst that a
/// search can meet.
enum TiesBenchmark: Benchmark {
  static let name = "ties"
  private static let limit = 5

  private struct Memory: Sendable {
    var what: String
    var language: SegmentMaker.Language
    var text: @Sendable (Int) -> String
    var queries: [String]
  }

  private static let memories = [
    Memory(
      what: "第N條第N項規定之申請，…", language: .chinese,
      text: { "第\($0)條第\($0 % 7)項規定之申請，應於三十日內為之。" },
      queries: ["第4711條第3項規定之申請，應於三十日內為之。", "第99999999條規定之申請，應於三十日內為之。"]),
    Memory(
      what: "Item N of 9000", language: .english, text: { "Item \($0) of 9000" },
      queries: ["Item 4711 of 9000", "item 99999999 of 8000"]),
    Memory(
      what: "Delete the file nameNx …", language: .english,
      text: { "Delete the file name\($0)x of this folder?" },
      queries: [
        "Delete the file name4711x of this folder?", "Delete the file other of this folder?",
      ]),
  ]

  static func run(_ settings: Settings) throws -> [Section] {
    let count = settings.segments ?? (settings.isFull ? 1_000_000 : 100_000)
    var section = Section(
      title: "Fuzzy search where \(count) segments tie, ms a query, best \(limit)",
      columns: ["mean", "p50", "p95", "max", "checked"])
    section.notes = ["CPU time of the better of two runs, at 70 %; all answers are checked"]
    for memory in memories {
      var maker = try SegmentMaker(root: settings.root, seed: 1)
      let texts = (0..<count).map { Array(memory.text($0).utf8) }
      let list = SegmentList(memory.language, count: count, given: texts, &maker)
      let search = MemorySearch(folder: nil)
      try search.prepare(list)
      let scan = PlainScan(list)
      let queries = memory.queries.map { FuzzyQuery(FlatSegment($0)) }
      var answers: [[FuzzyMatch]] = []
      let times = try MemoryBenchmark.times(of: queries) { query in
        try search.matches(
          of: query, in: [SearchedMemory(list)], threshold: 70, limit: limit)
      } answers: {
        answers.append($0)
      }
      for (query, found) in zip(queries, answers)
      where found != scan.matches(of: query, threshold: 70, limit: limit) {
        throw BenchmarkFailure("\(query.segment.text): not what a plain scan finds")
      }
      section.rows.append(
        Section.Row(
          what: memory.what, cells: MemoryBenchmark.cells(times) + ["\(queries.count)"]))
    }
    return [section]
  }
}
