import Foundation
import TermModel
import TranslationMemory

/// Fuzzy search and concordance in a translation memory.
enum MemoryBenchmark: Benchmark {
  static let name = "memory"
  private static let seed: UInt64 = 20_260_101
  private static let limit = 5
  private static let thresholds = [70, 80]

  private struct QuerySet {
    var name: String
    var queries: [FuzzyQuery]
    /// What the mean and the 95th percentile should be at a million segments, in milliseconds.
    var aim: String
    /// How many are held against the plain scan.
    var checks: Int
  }

  static func run(_ settings: Settings) throws -> [Section] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "yiming-benchmarks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // What is left in the temporary folder is no harm.
    defer { try? FileManager.default.removeItem(at: folder) }
    let count = settings.segments ?? (settings.isFull ? 1_000_000 : 200_000)
    let given = try settings.parallel.map(parallel)
    let source = given == nil ? "made of the shipped lexicon" : "as given and edited copies"
    var building = Section(
      title: "Translation memory, \(count) segments: index",
      columns: ["seconds", "s per million", "limit", "bytes a segment", "limit"])
    building.notes = ["segments \(source), seed \(seed); CPU seconds"]
    var fuzzy = Section(
      title: "Fuzzy search, ms a query, best \(limit)",
      columns: ["mean", "p50", "p95", "max", "aim mean/p95", "found", "checked"])
    fuzzy.notes = [
      "CPU time of the better of two runs; aims are for a million segments",
      "checked: queries whose answers are those of a plain scan by docs/fuzzy-match.md",
    ]
    var peers = Section(
      title: "rapidfuzz process.extract", columns: ["mean ms", "ours", "ratio", "aim"])
    peers.notes = ["the same queries for both; its distance is over characters, in English too"]
    var concordance = Section(
      title: "Concordance, ms for the first 20",
      columns: ["mean", "p50", "p95", "max", "aim p95", "checked"])
    for language in SegmentMaker.Language.allCases {
      var maker = try SegmentMaker(root: settings.root, seed: seed)
      let list = SegmentList(
        language, count: count, given: given?[language] ?? [], &maker)
      let place = folder.appending(path: language.rawValue)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let search = MemorySearch(folder: place.path)
      let seconds = try bestTime(of: 1) { try search.prepare(list) }
      try BenchmarkFailure.check(
        "index", found: try search.segmentCount(of: list), expected: count)
      let size = try FileManager.default.contentsOfDirectory(atPath: place.path).reduce(0) {
        let attributes = try FileManager.default.attributesOfItem(
          atPath: place.appending(path: $1).path)
        return $0 + ((attributes[.size] as? Int) ?? 0)
      }
      building.add(
        language.rawValue, decimal(seconds, 2), decimal(seconds / Double(count) * 1e6, 2), "5",
        "\(size / count)", "200")
      let scan = PlainScan(list)
      let sets = querySets(list, &maker, settings)
      for set in sets {
        try add(set, search, list, scan, to: &fuzzy)
      }
      if let python = settings.python {
        try addPeer(sets[0], search, list, python, folder, settings, to: &peers)
      }
      if language == .chinese {
        for (length, isApart, aim) in [(1, false, "20"), (2, false, "5"), (2, true, "5")] {
          try addConcordance(length, isApart, aim, search, list, scan, &maker, to: &concordance)
        }
      }
    }
    return [building, fuzzy] + (peers.rows.isEmpty ? [] : [peers]) + [concordance]
  }

  /// English and Chinese, tab-separated.
  private static func parallel(_ path: String) throws -> [SegmentMaker.Language: [[UInt8]]] {
    let data = try Tool.data("gzip", ["-dc"], input: path)
    var texts: [SegmentMaker.Language: [[UInt8]]] = [:]
    for line in data.split(separator: 0x0A) {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count > 1, !cells[0].isEmpty, !cells[1].isEmpty else { continue }
      texts[.english, default: []].append(Array(cells[0]))
      texts[.chinese, default: []].append(Array(cells[1]))
    }
    return texts
  }

  private static func querySets(
    _ list: SegmentList, _ maker: inout SegmentMaker, _ settings: Settings
  ) -> [QuerySet] {
    let count = settings.isFull ? 1_000 : 400
    let language = list.language
    let isChinese = language == .chinese
    func some(_ body: (inout SegmentMaker, [UInt8]) -> [UInt8]) -> [FuzzyQuery] {
      (0..<count).map { _ in
        let unit = Int64(maker.generator.next() % UInt64(list.texts.count)) + 1
        return FuzzyQuery(FlatSegment(utf8: body(&maker, list.segment(unit).segment.utf8)))
      }
    }
    return [
      QuerySet(
        name: "edited copies",
        queries: some { maker, text in
          maker.edited(text, rate: 0.05 + 0.25 * maker.generator.fraction(), language)
        }, aim: isChinese ? "0.3 / 1" : "0.6 / 3", checks: 5),
      QuerySet(
        name: "unrelated", queries: some { maker, _ in maker.sentence(language) },
        aim: isChinese ? "0.3 / 1" : "0.6 / 3", checks: 3),
      QuerySet(
        name: isChinese ? "2-5 characters" : "1-4 words",
        queries: some { maker, text in maker.part(of: text, language) }, aim: "- / 3", checks: 5),
    ]
  }

  private static func add(
    _ set: QuerySet, _ search: MemorySearch, _ list: SegmentList, _ scan: PlainScan,
    to section: inout Section
  ) throws {
    for threshold in thresholds {
      var found = 0
      let times = try times(of: set.queries) { query in
        try search.matches(
          of: query, in: [SearchedMemory(list)], threshold: Double(threshold), limit: limit)
      } answers: {
        found += $0.count
      }
      for query in set.queries.prefix(set.checks) {
        let matches = try search.matches(
          of: query, in: [SearchedMemory(list)], threshold: Double(threshold), limit: limit)
        guard matches == scan.matches(of: query, threshold: threshold, limit: limit) else {
          throw BenchmarkFailure(
            "\(query.segment.text) at \(threshold) %: not what a plain scan finds")
        }
      }
      let name = "\(list.language.rawValue) \(set.name), \(threshold) %"
      section.rows.append(
        Section.Row(
          what: name, cells: cells(times) + [set.aim, "\(found)", "\(set.checks)"]))
    }
  }

  /// - Parameter isApart: whether the characters come from different places, so that they are as
  ///   frequent as characters are, and hardly ever neighbours.
  private static func addConcordance(
    _ length: Int, _ isApart: Bool, _ aim: String, _ search: MemorySearch, _ list: SegmentList,
    _ scan: PlainScan, _ maker: inout SegmentMaker, to section: inout Section
  ) throws {
    func characters(_ length: Int) -> String {
      while true {
        let unit = Int64(maker.generator.next() % UInt64(list.texts.count)) + 1
        let pieces = SegmentMaker.pieces(of: list.segment(unit).segment.utf8, .chinese)
        guard pieces.count >= length else { continue }
        let start = Int(maker.generator.next() % UInt64(pieces.count - length + 1))
        let text = String(decoding: pieces[start..<start + length].joined(), as: UTF8.self)
        if text.utf16.allSatisfy(Lists.isHan) { return text }
      }
    }
    let texts = (0..<200).map { _ in
      isApart ? (0..<length).map { _ in characters(1) }.joined() : characters(length)
    }
    func page(_ text: String) throws -> ConcordancePage {
      try search.concordance(of: ConcordanceQuery(text), in: [SearchedMemory(list)], limit: 20)
    }
    let times = try times(of: texts, page) { _ in }
    for text in texts.prefix(20) {
      let found = try page(text).hits.map(\.unit)
      guard found == scan.units(containing: FuzzyQuery(FlatSegment(text)), limit: 20) else {
        throw BenchmarkFailure("concordance of \(text): not what a plain scan finds")
      }
    }
    section.rows.append(
      Section.Row(
        what: length == 1
          ? "one Han character" : "\(length) Han characters\(isApart ? " from apart" : "")",
        cells: cells(times) + [aim, "20"]))
  }

  private static func addPeer(
    _ set: QuerySet, _ search: MemorySearch, _ list: SegmentList, _ python: String, _ folder: URL,
    _ settings: Settings, to section: inout Section
  ) throws {
    guard (try? Tool.output(python, ["-c", "import rapidfuzz"])) != nil else { return }
    func write(_ texts: some Sequence<FlatSegment>, _ name: String) throws -> String {
      let file = folder.appending(path: name)
      try Data(texts.flatMap { $0.utf8.filter { $0 != 0x0A } + [0x0A] }).write(to: file)
      return file.path
    }
    let sample = Array(set.queries.prefix(20))
    let segments = try write(list.texts, "segments")
    let queries = try write(sample.map(\.segment), "queries")
    struct Answer: Decodable {
      var version: String
      var seconds: Double
      var found: Int
    }
    let script = settings.root.appending(path: "Benchmarks/peers/fuzzy.py").path
    for threshold in thresholds {
      let output = try Tool.output(
        python, [script, segments, queries, "\(Double(threshold) / 100)", "\(limit)"])
      let answer = try JSONDecoder().decode(Answer.self, from: Data(output.utf8))
      guard answer.found > 0 else { throw BenchmarkFailure("rapidfuzz found nothing") }
      let times = try times(of: sample) {
        try search.matches(
          of: $0, in: [SearchedMemory(list)], threshold: Double(threshold), limit: limit)
      } answers: { _ in
      }
      let ours = times.reduce(0, +) / Double(times.count)
      section.add(
        "\(answer.version), \(list.language.rawValue) \(set.name), \(threshold) %, \(sample.count)",
        decimal(answer.seconds * 1e3, 1), decimal(ours, 3),
        decimal(answer.seconds * 1e3 / ours, 0), "200")
    }
  }

  /// Milliseconds of the processor for each question, the better of two runs; sorted.
  static func times<Question, Answer>(
    of questions: [Question], _ ask: (Question) throws -> Answer,
    answers: (Answer) -> Void
  ) rethrows -> [Double] {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
    }
    return try questions.map { question in
      var start = now()
      let answer = try ask(question)
      let first = now() - start
      answers(answer)
      start = now()
      _ = try ask(question)
      return min(first, now() - start)
    }.sorted()
  }

  /// Mean, median, 95th percentile and maximum of sorted times.
  static func cells(_ times: [Double]) -> [String] {
    [
      times.reduce(0, +) / Double(times.count), times[times.count / 2],
      times[times.count * 95 / 100], times[times.count - 1],
    ].map { decimal($0, 3) }
  }
}
