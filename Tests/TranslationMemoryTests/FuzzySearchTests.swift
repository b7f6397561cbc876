import MappedFile
import TermModel
import TestSupport
import Testing

@testable import TranslationMemory

struct FuzzySearchTests {
  typealias Row = (segment: MemorySegment, text: ReferenceSearch.Text)

  static func part(_ segments: some Sequence<MemorySegment>) throws -> IndexPart {
    var builder = IndexPartBuilder()
    var last: Int64 = 0
    for segment in segments {
      builder.add(segment)
      last = max(last, segment.unit)
    }
    let bytes = builder.finish(
      units: 0..<last + 1, state: SegmentSourceState(revision: 1, token: 1, nextUnit: last + 1),
      key: 7
    ).bytes()
    return try IndexPart(MappedFile(bytes: bytes, name: "part"))
  }

  /// Rows cut at random into parts and memories.
  private func check(
    _ rows: [Row], queries: [FlatSegment], _ generator: inout SeededGenerator,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let count = Int.random(in: 1...2, using: &generator)
    var memories = [[Row]](repeating: [], count: count)
    for row in rows { memories[Int.random(in: 0..<count, using: &generator)].append(row) }
    let penalties = (0..<count).map { _ in
      MatchPenalties(
        machine: [0, 0, 350].randomElement(using: &generator)!,
        memory: [0, 0, 125].randomElement(using: &generator)!)
    }
    let indexes = try zip(memories, penalties).map { rows, penalties in
      let cut = Int.random(in: 0...rows.count, using: &generator)
      return SearchedIndex(
        parts: [
          try Self.part(rows[..<cut].map(\.segment)), try Self.part(rows[cut...].map(\.segment)),
        ],
        penalties: penalties)
    }
    for query in queries {
      let search = FuzzySearch(tuning: tuning(&generator))
      let threshold = Double(Int.random(in: 50...100, using: &generator))
      let contexts: (([FuzzyMatch]) -> [Int])? =
        Bool.random(using: &generator) ? nil : { $0.map { Int($0.unit % 5) / 4 } }
      let all = ReferenceSearch.matches(
        of: query, in: memories, penalties: penalties, threshold: threshold, contexts: contexts)
      for limit in [1, Int.random(in: 1...20, using: &generator)] {
        let found = try search.matches(
          of: FuzzyQuery(query), in: indexes, threshold: threshold, limit: limit, contexts: contexts
        )
        let expected = Array(all.prefix(limit))
        #expect(
          stripped(found, contexts == nil) == stripped(expected, contexts == nil),
          "\(query.text) at \(threshold), \(limit)", sourceLocation: sourceLocation)
      }
    }
  }

  /// What the search chooses must not change what it finds.
  private func tuning(_ generator: inout SeededGenerator) -> SearchTuning {
    var tuning = SearchTuning()
    guard Bool.random(using: &generator) else { return tuning }
    tuning.blockLength = Int.random(in: 8...80, using: &generator)
    tuning.wantedHits = Int.random(in: 1...9, using: &generator)
    tuning.wantedShare = Double.random(in: 0...1, using: &generator)
    tuning.growth = Double.random(in: 0...3, using: &generator)
    tuning.sparseness = [0, 1, 1_000].randomElement(using: &generator)!
    tuning.rowCost = [0.5, 5, 1_000].randomElement(using: &generator)!
    return tuning
  }

  /// A context is asked only where scores tie, so that elsewhere it stays out of the answer.
  private func stripped(_ matches: [FuzzyMatch], _ isWithout: Bool) -> [FuzzyMatch] {
    matches.map {
      var match = $0
      match.context = 0
      return match
    }
  }

  @Test func `the index gives what the plain definition gives, on random segments`() throws {
    var sample = SampleSegments(generator: .printed())
    for round in 0..<4 {
      let rows: [Row] = (0..<120).map { number in
        let length = Int.random(in: 0...(round < 2 ? 6 : 14), using: &sample.generator)
        let segment = sample.segment(unit: Int64(number + 1), sample.random(length))
        return (segment, ReferenceSearch.Text(segment.segment))
      }
      let queries = (0..<10).map { _ in
        sample.random(Int.random(in: 0...16, using: &sample.generator))
      }
      var generator = sample.generator
      try check(rows, queries: queries, &generator)
      sample.generator = generator
    }
  }

  @Test func `the index gives what the plain definition gives, on real sentences`() throws {
    var sample = SampleSegments(generator: .printed())
    let rows: [Row] = (0..<400).map { number in
      let segment = sample.segment(unit: Int64(number + 1), sample.realistic())
      return (segment, ReferenceSearch.Text(segment.segment))
    }
    let queries = (0..<25).map { _ in sample.realistic() }
    var generator = sample.generator
    try check(rows, queries: queries, &generator)
  }

  @Test func `the index gives what the plain definition gives, on long segments`() throws {
    var sample = SampleSegments(generator: .printed())
    let rows: [Row] = (0..<30).map { number in
      let segment = sample.segment(unit: Int64(number + 1), sample.long())
      return (segment, ReferenceSearch.Text(segment.segment))
    }
    let queries = (0..<6).map { number in
      number < 4
        ? sample.edited(rows[number].segment.segment.text, edits: number * 20) : sample.long()
    }
    var generator = sample.generator
    try check(rows, queries: queries, &generator)
  }

  @Test func `of many that differ only in a number or a word the first are given`() throws {
    var sample = SampleSegments(generator: .printed())
    var generator = sample.generator
    /// Templates whose numbers, words, case and white space come from a few.
    func text() -> FlatSegment {
      let number = { String(Int.random(in: 1...12, using: &generator)) }
      let space = [" ", " ", " ", "  ", ""].randomElement(using: &generator)!
      let words = [
        "Item\(space)\(number()) of \(number())", "item \(number())\(space), of \(number())",
        "第\(space)\(number())條第\(number())項", "Delete name\(number()) now\(space)?",
        "delete Name\(number())\(space)now ?",
      ].randomElement(using: &generator)!
      var segment = FlatSegment(words)
      if Int.random(in: 0..<9, using: &generator) == 0 {
        segment.codes = [FlatSegment.Code(offset: 4, kind: .ph)]
      }
      return segment
    }
    let rows: [Row] = (0..<500).map { number in
      let segment = sample.segment(unit: Int64(number + 1), text())
      return (segment, ReferenceSearch.Text(segment.segment))
    }
    let queries = (0..<15).map { _ in text() }
    try check(rows, queries: queries, &generator)
  }

  @Test func `removed units are not found, and what they hid is`() throws {
    let segments = (1...9).map {
      MemorySegment(unit: $0, variant: 0, segment: FlatSegment("本法自公布日施行。"))
    }
    let index = SearchedIndex(
      parts: [try Self.part(segments)], removed: RemovedUnits([1, 2, 3] as [Int64]))
    let found = try FuzzySearch().matches(
      of: FuzzyQuery(FlatSegment("本法自公佈日施行。")), in: [index], threshold: 70, limit: 4)
    #expect(found.map(\.unit) == [4, 5, 6, 7])
    #expect(found.allSatisfy { $0.score.percent == 100 && $0.exact.percent < 100 })
  }

  @Test func `the latest change comes first, then the memory, then the unit`() throws {
    let text = FlatSegment("OK")
    let first = try Self.part([
      MemorySegment(unit: 1, variant: 0, segment: text, changed: 5),
      MemorySegment(unit: 2, variant: 0, segment: text, changed: 9),
    ])
    let second = try Self.part([MemorySegment(unit: 1, variant: 0, segment: text, changed: 9)])
    let found = try FuzzySearch().matches(
      of: FuzzyQuery(text), in: [SearchedIndex(parts: [first]), SearchedIndex(parts: [second])],
      threshold: 100, limit: 9)
    #expect(found.map { [$0.memory, Int($0.unit)] } == [[0, 2], [1, 1], [0, 1]])
  }

  @Test func `nothing is found for nothing, in nothing`() throws {
    let empty = SearchedIndex(parts: [try Self.part([])])
    let full = SearchedIndex(
      parts: [
        try Self.part([
          MemorySegment(unit: 1, variant: 0, segment: FlatSegment("")),
          MemorySegment(unit: 2, variant: 0, segment: FlatSegment(" \n")),
          MemorySegment(unit: 3, variant: 0, segment: FlatSegment("好")),
        ])
      ])
    let search = FuzzySearch()
    for text in ["", "  ", "好", "龘"] {
      #expect(
        try search.matches(
          of: FuzzyQuery(FlatSegment(text)), in: [empty], threshold: 50, limit: 5
        ).isEmpty)
      let found = try search.matches(
        of: FuzzyQuery(FlatSegment(text)), in: [full], threshold: 50, limit: 5)
      #expect(found.map(\.unit) == (text == "好" ? [3] : []))
      #expect(
        try search.matches(
          of: FuzzyQuery(FlatSegment(text)), in: [full], threshold: 50, limit: 0
        ).isEmpty)
    }
  }

  @Test func `equal segments, one token, and monsters do no harm`() throws {
    var segments = (1...3_000).map {
      MemorySegment(
        unit: Int64($0), variant: 0, segment: FlatSegment("第1條"), changed: UInt32($0 % 7))
    }
    segments.append(
      MemorySegment(
        unit: 30_000, variant: 0, segment: FlatSegment(String(repeating: "的", count: 20_000))))
    let words = (0..<3_000).map { "w\($0 % 300)x" }.joined(separator: " ")
    segments.append(MemorySegment(unit: 30_001, variant: 0, segment: FlatSegment(words)))
    segments.append(
      MemorySegment(
        unit: 30_002, variant: 0, segment: FlatSegment(utf8: Array(repeating: 0xFF, count: 500))))
    let index = SearchedIndex(parts: [try Self.part(segments)])
    let search = FuzzySearch()
    let found = try search.matches(
      of: FuzzyQuery(FlatSegment("第2條")), in: [index], threshold: 70, limit: 3)
    #expect(found.map(\.unit) == [6, 13, 20])
    #expect(found.map(\.penalties) == [[.number], [.number], [.number]])
    let long = try search.matches(
      of: FuzzyQuery(FlatSegment(String(repeating: "的", count: 18_000))), in: [index],
      threshold: 70, limit: 3)
    #expect(long.map(\.unit) == [30_000])
    #expect(long.first?.score.percent == 90)
    let wordy = try search.matches(
      of: FuzzyQuery(FlatSegment(String(words.dropLast(100)))), in: [index], threshold: 90, limit: 1
    )
    #expect(wordy.map(\.unit) == [30_001])
    let longest = FlatSegment(String(repeating: "x 我 ", count: 30_000))
    #expect(
      try search.matches(of: FuzzyQuery(longest), in: [index], threshold: 70, limit: 3).isEmpty)
    let broken = FlatSegment(utf8: Array(repeating: 0xFF, count: 490))
    #expect(
      try search.matches(of: FuzzyQuery(broken), in: [index], threshold: 70, limit: 3).map(\.unit)
        == [30_002])
  }
}
