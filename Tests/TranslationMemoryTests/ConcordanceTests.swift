import MappedFile
import TermModel
import TestSupport
import Testing
import TranslationMemory

struct ConcordanceTests {
  private func units(
    _ text: String, in index: [SearchedIndex], offset: Int = 0, limit: Int = 100
  ) throws -> [Int64] {
    try Concordance.page(of: ConcordanceQuery(text), in: index, offset: offset, limit: limit)
      .hits.map(\.unit)
  }

  @Test(
    arguments: [
      ("機", [1, 2]), ("機器", [1]), ("器學", [1]), ("器機", []), ("臺北", [3]), ("台北", [3]),
      ("ＴＭ", [4, 5]),
      ("tm", [4, 5]), ("rans", [4]), ("tion mem", [4]), (" mem", [4]), ("emor", [4]), ("03", [6]),
      ("203", [6]),
      ("2030年", [6]), ("30", [6]), ("、", [2]), ("save", [7]), ("click save", [7]), ("save.", [7]),
      ("", []), ("  ", []),
    ] as [(String, [Int64])])
  func `a text is found from one character or two letters on`(_ text: String, _ units: [Int64])
    throws
  {
    let texts = [
      "統計機器學習", "手機、電腦", "臺北市", "Translation memory (TM)", "a TMX file", "2030年", "Click Save.",
    ]
    var segments = texts.enumerated().map {
      MemorySegment(unit: Int64($0 + 1), variant: 0, segment: FlatSegment($1))
    }
    segments[6].segment.codes = [.init(offset: 6, kind: .bpt), .init(offset: 10, kind: .ept)]
    let index = [SearchedIndex(parts: [try FuzzySearchTests.part(segments)])]
    #expect(try self.units(text, in: index).sorted() == units, "\(text)")
    for (unit, segment) in segments.enumerated() where units.contains(Int64(unit + 1)) {
      #expect(!ConcordanceQuery(text).ranges(in: segment.segment).isEmpty)
    }
  }

  @Test func `two spellings of one word do not hide each other`() throws {
    let segments = ["İstanbul güzel", "I\u{307}stanbul güzel"].enumerated().map {
      MemorySegment(unit: Int64($0 + 1), variant: 0, segment: FlatSegment($1))
    }
    let index = [SearchedIndex(parts: [try FuzzySearchTests.part(segments)])]
    #expect(try units("İstanbul", in: index).sorted() == [1, 2])
  }

  @Test func `the place of the text is marked`() {
    func marked(_ text: String, _ segment: String) -> String {
      var bytes = Array(segment.utf8)
      for range in ConcordanceQuery(text).ranges(in: FlatSegment(segment)).reversed() {
        bytes.insert(contentsOf: "⟧".utf8, at: range.upperBound)
        bytes.insert(contentsOf: "⟦".utf8, at: range.lowerBound)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(marked("台北", "到臺北、台北") == "到⟦臺北⟧、⟦台北⟧")
    #expect(marked("rans", "Translation") == "T⟦rans⟧lation")
    #expect(marked("tion mem", "Translation memory") == "Transla⟦tion mem⟧ory")
    #expect(marked("tm", "ＴＭＸ") == "⟦ＴＭＸ⟧")
    #expect(marked("甲甲", "甲甲甲") == "⟦甲甲⟧甲")
  }

  @Test func `pairs are found in every block, and what seems to have them is not`() throws {
    // More contents than a block of the filter, of characters so few that most seem to have any pair.
    var generator = SeededGenerator.printed()
    let characters = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥")
    let texts = (0..<9_500).map { _ in
      let count = Int.random(in: 1...9, using: &generator)
      return String((0..<count).map { _ in characters.randomElement(using: &generator)! })
    }
    let segments = texts.enumerated().map {
      MemorySegment(unit: Int64($0 + 1), variant: 0, segment: FlatSegment($1))
    }
    let index = [SearchedIndex(parts: [try FuzzySearchTests.part(segments)])]
    for count in [2, 2, 2, 3, 3, 6] {
      let text = String((0..<count).map { _ in characters.randomElement(using: &generator)! })
      let expected = texts.indices.filter { texts[$0].contains(text) }
        .sorted { (texts[$0].count, $0) < (texts[$1].count, $1) }.map { Int64($0 + 1) }
      #expect(try units(text, in: index, limit: 10_000) == expected, "\(text)")
    }
  }

  @Test func `pages hold what a search through all segments finds`() throws {
    var sample = SampleSegments(generator: .printed())
    let segments = (1...400).map { unit in
      let flat = Bool.random(using: &sample.generator) ? sample.realistic() : sample.random(8)
      return sample.segment(unit: Int64(unit), flat)
    }
    let removed = RemovedUnits([3, 77, 200] as [Int64])
    let indexes = [
      SearchedIndex(
        parts: [
          try FuzzySearchTests.part(segments[..<90]), try FuzzySearchTests.part(segments[90..<250]),
        ],
        removed: removed),
      SearchedIndex(parts: [try FuzzySearchTests.part(segments[250...])], removed: removed),
    ]
    for text in [
      "法", "甲", "甲乙", "ab", "a", "the", "he s", "1", "22", "，", "30日", "o", "台", "不存在", "本法自公布日施行",
    ] {
      let query = ConcordanceQuery(text)
      let expected = segments.enumerated()
        .filter { !removed.contains($1.unit) && !query.ranges(in: $1.segment).isEmpty }
        .map {
          (tokens: FuzzyQuery($1.segment).tokens.count, memory: $0 < 250 ? 0 : 1, unit: $1.unit)
        }
        .sorted { ($0.tokens, $0.memory, $0.unit) < ($1.tokens, $1.memory, $1.unit) }
        .map(\.unit)
      var found: [Int64] = []
      while true {
        let page = try Concordance.page(of: query, in: indexes, offset: found.count, limit: 7)
        found += page.hits.map(\.unit)
        if !page.hasMore { break }
      }
      #expect(found == expected, "\(text)")
    }
  }
}
