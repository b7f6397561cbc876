import Foundation

/// Other matchers on the same input: the files that they read, and their runs.
final class PeerFiles {
  private let folder: URL
  private let text: BenchmarkText
  private var yardstick: String?

  struct Peer {
    var name: String
    /// Megabytes a second.
    var speed: Double
    var matches: Int
    /// Whether it reports all matches; else the leftmost and longest that do not overlap.
    var findsAll: Bool
    var buildSeconds: Double
  }

  init(_ text: BenchmarkText) throws {
    self.text = text
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yiming-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.bytes).write(to: folder.appending(path: "text"))
  }

  deinit {
    // What is left in the temporary folder is no harm.
    try? FileManager.default.removeItem(at: folder)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Runs those that are there.
  func measurePeers(of item: MatcherBenchmark.Case, _ settings: Settings) throws -> [Peer] {
    guard settings.yardstick != nil || settings.python != nil else { return [] }
    let lines = item.patterns.map { String(decoding: $0, as: UTF16.self) + "\n" }.joined()
    try Data(lines.utf8).write(to: folder.appending(path: "patterns"))
    var peers: [Peer] = []
    if let source = settings.yardstick { peers.append(try measureYardstick(source)) }
    if let python = settings.python {
      let script = settings.root.appending(path: "Benchmarks/peers/match.py").path
      let rounds = settings.isFull ? "3" : "1"
      let output = try Tool.output(python, [script, path("patterns"), path("text"), rounds])
      for line in output.split(separator: "\n") {
        let answer = try JSONDecoder().decode(PythonAnswer.self, from: Data(line.utf8))
        peers.append(
          Peer(
            name: answer.name, speed: Double(text.bytes.count) / answer.seconds / 1e6,
            matches: answer.matches, findsAll: answer.kind == "all", buildSeconds: answer.build))
      }
    }
    return peers
  }

  private struct PythonAnswer: Decodable {
    var name: String
    var kind: String
    var build: Double
    var seconds: Double
    var matches: Int
  }

  /// Its line: `… build 0.02s … | 123 hash … | … ms … 700 MB/s`.
  private func measureYardstick(_ source: String) throws -> Peer {
    if yardstick == nil {
      // It takes the time by the clock; here it takes the processor's, as all others do.
      let wrapper = """
        #include <time.h>
        #undef CLOCK_MONOTONIC
        #define CLOCK_MONOTONIC CLOCK_PROCESS_CPUTIME_ID
        #include "\(URL(filePath: source).path)"

        """
      try Data(wrapper.utf8).write(to: folder.appending(path: "yardstick.c"))
      _ = try Tool.output(
        "cc", ["-O3", "-march=native", path("yardstick.c"), "-o", path("yardstick")])
      yardstick = path("yardstick")
    }
    let line = try Tool.output(path("yardstick"), [path("patterns"), path("text"), "20", "20"])
    let parts = line.split(separator: "|")
    let words = line.split(separator: " ")
    guard parts.count > 1, let matches = parts[1].split(separator: " ").first.flatMap({ Int($0) }),
      let unit = words.lastIndex(where: { $0.hasPrefix("ms") }),
      let milliseconds = Double(words[unit - 1]), let build = words.firstIndex(of: "build"),
      let built = Double(words[build + 1].dropLast())
    else { throw BenchmarkFailure("bf2 answered \"\(line)\"") }
    return Peer(
      name: "bf2 in C", speed: Double(text.bytes.count) / milliseconds / 1e3, matches: matches,
      findsAll: false, buildSeconds: built)
  }

  /// OpenCC on a part of the text: it looks words up in dictionaries as we do, and replaces them.
  func measureConverter() throws -> Peer? {
    guard Tool.isInstalled("opencc") else { return nil }
    let size = min(text.bytes.count, 4_000_000)
    let block = BenchmarkText.blocks(of: text.bytes, size: size)[0]
    try Data(text.bytes[block]).write(to: folder.appending(path: "part"))
    let opencc = try Tool.output("sh", ["-c", "command -v opencc"])
    let cost = try Tool.cost(
      of: opencc.trimmingCharacters(in: .newlines), ["-c", "s2tw", "-i", path("part")])
    return Peer(
      name: "opencc -c s2tw", speed: Double(block.count) / cost.processor / 1e6, matches: 0,
      findsAll: false, buildSeconds: 0)
  }
}
