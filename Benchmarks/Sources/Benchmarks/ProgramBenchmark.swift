import Foundation
import HanText
import MappedFile

/// The whole program: `yiming annotate` with the shipped glossary.
enum ProgramBenchmark: Benchmark {
  static let name = "program"
  /// Bytes of the long document.
  private static let longDocument = 50_000_000
  /// Bytes of the article for the cold start.
  private static let article = 5_000
  /// Bytes of the document whose glosses are held against what the program says of them.
  private static let checkedDocument = 4_000_000

  static func run(_ settings: Settings) throws -> [Section] {
    guard let tool = settings.tool else {
      print("\nprogram: left out; YIMING_BENCH_TOOL names a built yiming")
      return []
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "yiming-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What is left in the temporary folder is no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try longText(settings)
    func write(_ bytes: [UInt8], _ name: String) throws -> String {
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      return file.path
    }
    let long = try write(text, "long.txt")
    let parts = try (0..<4).map { number in
      try write(part(number, of: text), "part\(number).txt")
    }
    let short = try write(wholeLines(Array(text.prefix(article))), "short.txt")
    // Nobody's own term base; the first run compiles what is not compiled.
    setenv("XDG_DATA_HOME", folder.path, 1)
    unsetenv("YIMING_DATABASE")
    _ = try Tool.cost(of: tool, ["annotate", short])

    var section = Section(
      title: "yiming annotate, shipped glossary", columns: ["seconds", "MB/s", "CPU s"])
    let checked = try write(wholeLines(Array(text.prefix(checkedDocument))), "checked.txt")
    section.notes = [
      "text: \(settings.text == nil ? "generated" : "as given")",
      "\(try countGlosses(of: checked, by: tool)) glosses in its first 4 MB, in the text as in the JSON",
    ]
    let rounds = settings.isFull ? 7 : 3
    func add(_ what: String, _ arguments: [String], size: Int) throws {
      let costs = try (0..<rounds).map { _ in try Tool.cost(of: tool, arguments) }
      let best = costs.map(\.wall).min() ?? 0
      section.add(
        what, decimal(best, 2), decimal(Double(size) / best / 1e6, 0),
        decimal(costs.map(\.processor).min() ?? 0, 2))
    }
    try add(
      "--mentions all, one document of \(text.count / 1_000_000) MB",
      ["annotate", "--mentions", "all", long], size: text.count)
    try add("the same with --mentions first", ["annotate", long], size: text.count)
    try add(
      "--mentions all, the same in four documents",
      ["annotate", "--mentions", "all"] + parts, size: text.count)
    let starts = try (0..<(settings.isFull ? 101 : 21)).map { _ in
      try Tool.cost(of: tool, ["annotate", short]).wall
    }.sorted()
    section.add(
      "cold start, article of 5 KB: median of \(starts.count)",
      decimal(starts[starts.count / 2], 4), "", "")
    return [section]
  }

  /// How many glosses a document gets.
  ///
  /// - Throws: ``BenchmarkFailure`` where it gets others than the JSON tells of, or none.
  private static func countGlosses(of document: String, by tool: String) throws -> Int {
    func count(_ mark: String, in text: Data) -> Int {
      var count = 0
      var place = text.startIndex
      while let found = text.range(of: Data(mark.utf8), in: place..<text.endIndex) {
        count += 1
        place = found.upperBound
      }
      return count
    }
    let told = try Tool.data(tool, ["annotate", "--mentions", "all", "--format", "json", document])
    let written = try Tool.data(tool, ["annotate", "--mentions", "all", document])
    let expected = count("\"inserted\": \"（", in: told)
    let had = count("（", in: try Data(contentsOf: URL(filePath: document)))
    guard expected > 0 else { throw BenchmarkFailure("annotate finds no name at all") }
    try BenchmarkFailure.check("glosses", found: count("（", in: written) - had, expected: expected)
    return expected
  }

  /// The text again and again, to the length of the long document.
  private static func longText(_ settings: Settings) throws -> [UInt8] {
    let source: [UInt8]
    if let path = settings.text {
      source = Array(
        path.hasSuffix(".gz")
          ? try Tool.data("gzip", ["-dc"], input: path) : try Data(contentsOf: URL(filePath: path)))
    } else {
      var writer = MappedFileWriter()
      writer.add(FoldTable.section, try FoldTable.build())
      let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold table"))
      let lists = try Lists(root: settings.root, table: table)
      source =
        BenchmarkText(
          generatedFrom: lists, names: try lists.names(40_000), nameShare: 0.005,
          characters: 8_000_000, seed: 1_911,
          table: table
        ).original
    }
    var text: [UInt8] = []
    while !source.isEmpty, text.count < longDocument {
      text += source.prefix(longDocument - text.count)
    }
    return wholeLines(text)
  }

  /// The quarter of a text with this number.
  private static func part(_ number: Int, of text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let range = lines.count * number / 4..<lines.count * (number + 1) / 4
    return Array(lines[range].joined(separator: [0x0A])) + [0x0A]
  }

  private static func wholeLines(_ text: [UInt8]) -> [UInt8] {
    guard let end = text.lastIndex(of: 0x0A) else { return text }
    return Array(text[...end])
  }
}
