import Foundation

/// Searches of a memory while another process imports: how much slower, and are the answers right?
enum ImportingBenchmark: Benchmark {
  static let name = "importing"
  private static let units = 100_000
  private static let seed: UInt64 = 20_261_129
  private static let queryCount = 100

  static func run(_ settings: Settings) throws -> [Section] {
    guard settings.isFull || settings.parts.contains(name) else { return [] }
    guard let tool = settings.tool else {
      print("\n\(name): left out; YIMING_BENCH_TOOL names a built yiming")
      return []
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "yiming-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What is left in the temporary folder is no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    setenv("XDG_DATA_HOME", folder.path, 1)
    setenv("XDG_CACHE_HOME", folder.path, 1)
    unsetenv("YIMING_DATABASE")
    func file(_ number: UInt64) throws -> String {
      try TMXFile(
        units: units, at: folder.appending(path: "made\(number).tmx").path, root: settings.root,
        seed: seed + number
      ).path
    }
    let first = try file(0)
    let (other, nearer) = (try file(1), try nearer(first, at: folder.appending(path: "nearer.tmx")))
    _ = try Tool.cost(of: tool, ["tmx", "import", first, "--memory", "made"])
    let search =
      ["memory", "search", "--from", "zh-TW", "--to", "en-US", "--format", "json", "--memory"]
      + ["made", "--"] + (try queries(first))
    let run = Run(tool: tool, search: search, output: folder.appending(path: "answer").path)
    // The first run checks the index.
    let expected = try run.answer().text

    var section = Section(
      title: "memory search while another process imports, \(units) units each",
      columns: ["runs", "ms a query", "slowest run", "× alone", "CPU ms a query"])
    section.notes = [
      "runs of \(queryCount) queries by the clock, the start of the program included",
      "every answer is that before or that after the import, whose units are nearer to the queries",
    ]
    let alone = try (0..<20).map { _ in try run.answer() }
    for run in alone where run.text != expected { throw BenchmarkFailure("alone: another answer") }
    let pace = add("alone", alone, nil, to: &section)
    for (made, memory) in [(other, "other"), (nearer, "made")] {
      var answers: [Answer] = []
      let process = try Tool.start(tool, ["tmx", "import", made, "--memory", memory])
      while process.isRunning { answers.append(try run.answer()) }
      guard process.terminationStatus == 0 else { throw BenchmarkFailure("the import failed") }
      let after = try run.answer().text
      guard !answers.isEmpty else { throw BenchmarkFailure("the import ended before a search did") }
      if memory == "made", after == expected {
        throw BenchmarkFailure("the import left the answers as they were: they tell nothing apart")
      }
      if memory == "other", after != expected {
        throw BenchmarkFailure("an import into another memory changed answers")
      }
      // The import may end between two queries of a run: each has a line of its own.
      let (old, new) = (expected.split(separator: 0x0A), after.split(separator: 0x0A))
      for answer in answers {
        let lines = answer.text.split(separator: 0x0A)
        guard lines.count == old.count, lines.indices.allSatisfy({ lines[$0] == old[$0] || lines[$0] == new[$0] })
        else { throw BenchmarkFailure("importing into \(memory): an answer of neither before nor after") }
      }
      _ = add(
        "importing into \(memory == "made" ? "the same" : "another") memory", answers, pace,
        to: &section)
    }
    return [section]
  }

  private struct Answer {
    var text: Data
    var cost: Tool.Cost
  }

  private struct Run {
    var tool: String
    var search: [String]
    var output: String

    func answer() throws -> Answer {
      let cost = try Tool.cost(of: tool, search, output: output)
      return Answer(text: try Data(contentsOf: URL(filePath: output)), cost: cost)
    }
  }

  /// The same units with one character less in each Chinese segment: better answers to the queries.
  private static func nearer(_ path: String, at copy: URL) throws -> String {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let end = segment(line)?.endIndex else { return line }
      return line[..<line.index(before: end)] + line[end...]
    }
    try lines.joined(separator: "\n").write(to: copy, atomically: false, encoding: .utf8)
    return copy.path
  }

  /// The Chinese text of a line of a made file; `nil` for other lines and for short or coded segments.
  private static func segment(_ line: Substring) -> Substring? {
    guard line.hasPrefix("        <seg>"), !line.contains("<bpt"), let end = line.range(of: "</seg>")
    else { return nil }
    let text = line[..<end.lowerBound].dropFirst("        <seg>".count)
    return text.count > 15 && (text.last?.unicodeScalars.first?.value ?? 0) > 0x2E80 ? text : nil
  }

  /// Chinese segments of a made file without codes, the last two characters cut off.
  private static func queries(_ path: String) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var queries: [String] = []
    var isTaiwanese = false
    for line in text.split(separator: "\n") where queries.count < queryCount {
      if line.hasPrefix("      <tuv") { isTaiwanese = line.contains("xml:lang=\"zh-TW\"") }
      if isTaiwanese, let segment = segment(line) { queries.append(String(segment.dropLast(2))) }
    }
    return queries
  }

  /// - Returns: the mean milliseconds of a query.
  private static func add(
    _ what: String, _ answers: [Answer], _ pace: Double?, to section: inout Section
  ) -> Double {
    let count = Double(queryCount)
    let times = answers.map { $0.cost.wall * 1e3 / count }
    let mean = times.reduce(0, +) / Double(max(times.count, 1))
    let processor = answers.reduce(0) { $0 + $1.cost.processor * 1e3 / count }
    section.add(
      what, "\(times.count)", decimal(mean, 2), decimal(times.max() ?? 0, 2),
      pace.map { decimal(mean / $0, 2) } ?? "1",
      decimal(processor / Double(max(times.count, 1)), 2))
    return mean
  }
}
