import Foundation

/// The commands for TMX files, against libxml2's own streaming reader in the same run.
enum TMXBenchmark: Benchmark {
  static let name = "tmx"
  private static let units = 100_000
  private static let seed: UInt64 = 19_870_715
  /// What an answer of the tool in JSON must say; what a command does not say is left out.
  private struct Report: Decodable {
    var units: Int?
    var errors: Int?
    var variants: Int?
    var segments: Int?
    var notes: Int?
    var properties: Int?
    var codes: [String: Int]?
    var read: Int?
    var added: Int?
    var stored: Bool?
  }

  /// One command to be measured.
  private struct Command {
    var what: String
    var arguments: [String]
    /// Times what xmllint takes.
    var limit: String
    var memoryLimit = ""
    /// What it leaves, to be held against the input and removed.
    var output: String?
    var rounds = 1
    /// Runs before each round, unmeasured.
    var preparation: () throws -> Void = {}
    /// What the report must say: found and expected.
    var check: (Report) -> [(String, Int?, Int)] = { _ in [] }
  }

  static func run(_ settings: Settings) throws -> [Section] {
    guard let tool = settings.tool else {
      print("\ntmx: left out; YIMING_BENCH_TOOL names a built yiming")
      return []
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "yiming-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What is left in the temporary folder is no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    var sections: [Section] = []
    for count in settings.isFull ? [units, 10 * units] : [units] {
      let file = try TMXFile(
        units: count, at: folder.appending(path: "made.tmx").path, root: settings.root, seed: seed)
      sections.append(try section(of: file, in: folder, tool, settings))
    }
    return sections
  }

  private static func section(
    of file: TMXFile, in folder: URL, _ tool: String, _ settings: Settings
  ) throws -> Section {
    var section = Section(
      title: "TMX, \(file.units) units, \(file.byteCount / 1_000_000) MB",
      columns: ["CPU s", "wall s", "× xmllint", "limit", "peak MB", "limit"])
    section.notes = [
      "made with seed \(seed); each answer is compared with what was made: counts, and outputs by byte",
      "a limit is the most that CPU seconds may be of xmllint's, or the memory in MB",
    ]
    func add(_ what: String, _ cost: Tool.Cost, _ limit: String = "", memory: String = "") {
      let ratio = yardstick.map { decimal(cost.processor / $0, 2) } ?? "-"
      section.add(
        what, decimal(cost.processor, 2), decimal(cost.wall, 2), ratio, limit,
        decimal(Double(cost.peak) / 1e6, 0), memory)
    }
    var yardstick: Double?
    if Tool.isInstalled("xmllint") {
      let path = try Tool.output("sh", ["-c", "command -v xmllint"])
        .trimmingCharacters(in: .newlines)
      let cost = try best(of: 3) { try Tool.measured(path, ["--stream", "--noout", file.path]) }
      yardstick = cost.processor
      add("xmllint --stream --noout", cost)
    } else {
      section.notes.append("no ratios: there is no xmllint (libxml2-utils)")
    }
    for command in commands(of: file, in: folder) {
      add(
        "yiming tmx \(command.what)", try cost(of: command, file, in: folder, tool),
        command.limit, memory: command.memoryLimit)
    }
    if settings.isFull, let python = settings.python {
      let script = settings.root.appending(path: "Benchmarks/peers/tmx.py").path
      let answer = folder.appending(path: "peer").path
      // The toolkit holds all units in memory, which ten times the file may not leave.
      for peer in file.units > units ? ["lxml"] : ["lxml", "translate-toolkit"] {
        guard
          (try? Tool.output(python, ["-c", "import \(peer == "lxml" ? "lxml" : "translate")"]))
            != nil
        else {
          section.notes.append("left out: this Python has no \(peer)")
          continue
        }
        let cost = try Tool.measured(python, [script, peer, file.path], output: answer)
        let words = try String(contentsOfFile: answer, encoding: .utf8).split(separator: " ")
          .map { $0.trimmingCharacters(in: .newlines) }
        try BenchmarkFailure.check(
          peer, found: words.last.flatMap { Int($0) } ?? -1, expected: file.units)
        add(peer == "lxml" ? "lxml \(words[1]) iterparse" : "\(peer) \(words[1])", cost)
      }
    }
    return section
  }

  private static func commands(of file: TMXFile, in folder: URL) -> [Command] {
    let rounds = file.units > units ? 1 : 3
    let output = folder.appending(path: "output.tmx").path
    let data = folder.appending(path: "data")
    setenv("XDG_DATA_HOME", data.path, 1)
    setenv("XDG_CACHE_HOME", data.path, 1)
    unsetenv("YIMING_DATABASE")
    let json = ["--report", "json"]
    return [
      Command(
        what: "check", arguments: ["check", file.path] + json, limit: "1", memoryLimit: "40",
        rounds: rounds,
        check: { [("units", $0.units, file.units), ("errors", $0.errors, 0)] }),
      Command(
        what: "stats", arguments: ["stats", file.path] + json, limit: "1", memoryLimit: "40",
        rounds: rounds,
        check: {
          [
            ("units", $0.units, file.units), ("variants", $0.variants, file.variants),
            ("segments", $0.segments, file.variants), ("notes", $0.notes, file.notes),
            ("properties", $0.properties, file.properties),
            ("codes", $0.codes?.values.reduce(0, +), file.codes),
          ]
        }),
      Command(
        what: "convert", arguments: ["convert", file.path, output], limit: "2.5",
        memoryLimit: "40", output: output, rounds: rounds),
      Command(
        what: "import, search index included",
        arguments: ["import", file.path, "--memory", "made"] + json,
        limit: "6", rounds: min(rounds, 2),
        preparation: {
          if FileManager.default.fileExists(atPath: data.path) {
            try FileManager.default.removeItem(at: data)
          }
        },
        check: {
          [
            ("read", $0.read, file.units), ("added", $0.added, file.units),
            ("stored", $0.stored == true ? 1 : 0, 1),
          ]
        }),
      Command(
        what: "export", arguments: ["export", output, "--memory", "made"], limit: "2.5",
        output: output, rounds: rounds),
      Command(
        what: "export --faithful", arguments: ["export", output, "--memory", "made", "--faithful"],
        limit: "2.5", output: output, rounds: rounds),
    ]
  }

  /// The least of several runs, whose answers are all looked at.
  private static func cost(
    of command: Command, _ file: TMXFile, in folder: URL, _ tool: String
  ) throws -> Tool.Cost {
    let answer = folder.appending(path: "answer").path
    return try best(of: command.rounds) {
      try command.preparation()
      let cost = try Tool.measured(tool, ["tmx"] + command.arguments, output: answer)
      let data = try Data(contentsOf: URL(filePath: answer))
      if data.isEmpty, command.output == nil {
        throw BenchmarkFailure("\(command.what) printed nothing")
      }
      if !data.isEmpty, command.output == nil {
        let report = try JSONDecoder().decode(Report.self, from: data)
        for (what, found, expected) in command.check(report) where found != expected {
          throw BenchmarkFailure(
            "\(command.what): \(what) \(found.map(String.init) ?? "unsaid"), and it is \(expected)")
        }
      }
      if let output = command.output {
        try compare(output, with: file.path, command.what)
        try FileManager.default.removeItem(atPath: output)
      }
      return cost
    }
  }

  /// Equal byte by byte, or, written in another way, equal under Canonical XML.
  private static func compare(_ output: String, with input: String, _ what: String) throws {
    let left = try Data(contentsOf: URL(filePath: output), options: .alwaysMapped)
    let right = try Data(contentsOf: URL(filePath: input), options: .alwaysMapped)
    if left == right { return }
    // The canonical form is made of a tree in memory, about ten times the file.
    guard right.count < 200_000_000, Tool.isInstalled("xmllint"),
      try Tool.data("xmllint", ["--nonet", "--c14n", output])
        == Tool.data("xmllint", ["--nonet", "--c14n", input])
    else { throw BenchmarkFailure("\(what): what was written is not what was read") }
  }

  /// The least time and the greatest memory.
  private static func best(of rounds: Int, _ body: () throws -> Tool.Cost) rethrows -> Tool.Cost {
    var best = try body()
    for _ in 1..<max(rounds, 1) {
      let cost = try body()
      best.wall = min(best.wall, cost.wall)
      best.processor = min(best.processor, cost.processor)
      best.peak = max(best.peak, cost.peak)
    }
    return best
  }
}
