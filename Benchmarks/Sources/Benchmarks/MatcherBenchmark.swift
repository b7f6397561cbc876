import Foundation
import HanText
import MappedFile
import TermRecognition

/// The compiled matcher: folding and finding all matches at every place, in one thread.
enum MatcherBenchmark: Benchmark {
  static let name = "matcher"
  private static let rounds = 7
  private static let nameSeed: UInt64 = 20_261_122
  private static let textSeed: UInt64 = 1_911

  /// Matches in the generated text, which hang on the word list and the seeds alone.
  private static let generatedCounts = ["words": 3_688_173, "made": 256_184]

  /// One list of patterns, and what our matcher makes of it.
  struct Case {
    var title: String
    var patterns: [[UInt16]]
    /// The most bytes that its table may take.
    var mostBytes: Int?
    /// The key of its count in generated text.
    var key: String?
  }

  static func run(_ settings: Settings) throws -> [Section] {
    var writer = MappedFileWriter()
    writer.add(FoldTable.section, try FoldTable.build())
    let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold table"))
    let lists = try Lists(root: settings.root, table: table)
    let made = lists.syntheticNames(1_000_000, seed: nameSeed)
    let text =
      try settings.text.map { try BenchmarkText(at: $0, table: table) }
      ?? BenchmarkText(
        generatedFrom: lists, names: made, characters: 8_000_000, seed: textSeed, table: table)
    let names = try lists.names(40_000)
    let words = lists.words(100_000)
    let cases = [
      Case(
        title: "\(names.count) names of the glossary", patterns: names, mostBytes: 1_500_000),
      Case(title: "\(words.count) words of the list", patterns: words, key: "words"),
      Case(title: "\(made.count) made names", patterns: made, key: "made"),
    ]
    var ours = Section(
      title: "Matcher, one thread",
      columns: ["MB/s", "ns/char", "of it fold", "unfolded MB/s", "matches", "table", "built in"])
    ours.notes = [
      "text: \(text.description); patterns folded, of Han characters, two or more",
      "all matches at every start; held against the count of a naive search",
    ]
    var peers = Section(
      title: "Peers on the same input",
      columns: ["MB/s", "matches", "built in", "ours is faster by"])
    let files = try PeerFiles(text)
    for item in cases {
      let measured = try measure(item, in: text, table: table)
      ours.add(
        item.title, decimal(measured.speed, 0),
        decimal(measured.seconds * 1e9 / Double(text.characters), 2),
        decimal(measured.foldSeconds * 1e9 / Double(text.characters), 2),
        decimal(measured.originalSpeed, 0), "\(measured.all)", bytes(measured.bytes),
        "\(decimal(measured.buildSeconds, 2)) s")
      let found = try files.measurePeers(of: item, settings)
      for peer in found {
        try BenchmarkFailure.check(
          "\(peer.name), \(item.title)", found: peer.matches,
          expected: peer.findsAll ? measured.all : measured.longest)
        peers.add(
          "\(peer.name), \(item.patterns.count) patterns", decimal(peer.speed, 0),
          "\(peer.matches)", "\(decimal(peer.buildSeconds, 2)) s",
          "\(decimal(measured.speed / peer.speed, 2))")
      }
    }
    peers.notes = [
      "in Python: daachorse (charwise), ahocorasick_rs and pyahocorasick; times of Python programs, "
        + "which make objects of the answers",
      "bf2: a prototype in C without folding; leftmost-longest matches only",
    ]
    let converter = try files.measureConverter()
    if let converter {
      peers.add("\(converter.name), same kind of work", decimal(converter.speed, 1), "", "", "")
    }
    return peers.rows.isEmpty ? [ours] : [ours, peers]
  }

  private struct Measured {
    var speed: Double
    var seconds: Double
    var foldSeconds: Double
    /// Of the text before it was folded, megabytes a second.
    var originalSpeed: Double
    var all: Int
    var longest: Int
    var bytes: Int
    var buildSeconds: Double
  }

  private static func measure(
    _ item: Case, in text: BenchmarkText, table: FoldTable
  ) throws -> Measured {
    var writer = MappedFileWriter()
    let buildSeconds = try bestTime(of: 1) {
      try PatternTable.build(item.patterns, named: "p", into: &writer)
    }
    let matcher = try PatternTable(
      try MappedFile(bytes: writer.bytes(), name: "patterns"), named: "p")
    // As the recogniser does it: blocks that stay in the cache, memory used again.
    var folded = FoldedText()
    var matches: [PatternMatch] = []
    func time(_ bytes: [UInt8], finding: Bool) -> (seconds: Double, count: Int) {
      let blocks = BenchmarkText.blocks(of: bytes, size: 48_000)
      var count = 0
      let seconds = bestTime(of: rounds) {
        count = 0
        for block in blocks {
          folded.removeAll()
          folded.append(bytes, range: block, table: table)
          guard finding else { continue }
          matches.removeAll(keepingCapacity: true)
          matcher.appendMatches(in: folded, range: 0..<folded.count, to: &matches)
          count += matches.count
        }
      }
      return (seconds, count)
    }
    let foldSeconds = time(text.bytes, finding: false).seconds
    let (seconds, all) = time(text.bytes, finding: true)
    let original = time(text.original, finding: true)
    let naive = NaiveMatcher(item.patterns)
    let expected = naive.counts(in: Array(String(decoding: text.bytes, as: UTF8.self).utf16))
    try BenchmarkFailure.check(item.title, found: all, expected: expected.all)
    try BenchmarkFailure.check(
      "\(item.title), unfolded text", found: original.count, expected: expected.all)
    if text.isGenerated, let known = item.key.flatMap({ generatedCounts[$0] }) {
      try BenchmarkFailure.check("\(item.title), generated text", found: all, expected: known)
    }
    if let most = item.mostBytes, matcher.byteCount > most {
      throw BenchmarkFailure("\(item.title): \(matcher.byteCount) bytes, and \(most) are allowed")
    }
    return Measured(
      speed: Double(text.bytes.count) / seconds / 1e6, seconds: seconds, foldSeconds: foldSeconds,
      originalSpeed: Double(text.original.count) / original.seconds / 1e6, all: all,
      longest: expected.leftmostLongest, bytes: matcher.byteCount,
      buildSeconds: buildSeconds)
  }
}
