import Lookup
import TestSupport
import Testing

@Suite struct HostileQueryTests {
  static let queries: [(name: String, text: String)] = [
    ("empty", ""), ("spaces", "   \t\n"), ("separators", "·‧・．•-'\"、，"),
    ("control", "\u{0}\u{1}\u{7F}\u{1B}[31m"),
    ("emoji", "👩‍👩‍👧‍👦👍🏽🇹🇼"), ("combining marks", "\u{301}\u{308}\u{20E3}"),
    ("a thousand marks", "a" + String(repeating: "\u{301}", count: 1_000)),
    ("zhuyin", String(repeating: "ㄏㄨㄟㄉㄚˊ", count: 2_000)),
    ("lone initials", String(repeating: "ㄏ", count: 500)),
    ("one megabyte", String(repeating: "a", count: 1 << 20)),
    ("one megabyte of Han", String(repeating: "國", count: 350_000)),
    ("pinyin", String(repeating: "xian", count: 60)),
    ("splits", String(repeating: "a", count: 199)),
    ("all split", String(repeating: "nanan", count: 40)),
    ("Wade-Giles", String(repeating: "ch'", count: 100)),
    ("polyphones", String(repeating: "行重長樂和", count: 40)), ("tones", "11111111"),
    ("bidi", "\u{202E}abc\u{2066}"),
    ("beyond the plane", "𠮷野家𪚥"), ("private", "\u{E000}\u{F8FF}"),
    ("noncharacter", "\u{FFFF}\u{FFFE}"),
    ("one letter", "a"), ("one character", "國"), ("one sign", "+"), ("digits", "1234567890"),
    ("words", String(repeating: "a b c d e ", count: 20)),
    ("many words", (0..<60).map { "w\($0)" }.joined(separator: " ")),
    ("of the", "of the of the of the"), ("sixty letters", String(repeating: "taiwan", count: 10)),
    ("sixty Han", String(repeating: "台灣大學", count: 15)),
    ("apostrophes", String(repeating: "'", count: 150)),
  ]

  @Test func `no query is slow`() throws {
    let engine = try ShippedBase.engine.get()
    let clock = ContinuousClock()
    // An unoptimised build is some thirty times slower.
    #if DEBUG
      let most = Duration.milliseconds(2_500)
    #else
      let most = Duration.milliseconds(50)
    #endif
    for (name, text) in Self.queries {
      let taken = clock.measure { _ = engine.results(for: text, limit: 10) }
      #expect(taken < most, "\(name): \(taken)")
    }
  }

  @Test func `a long query is cut and says so`() throws {
    let engine = try ShippedBase.engine.get()
    let cut = engine.results(for: String(repeating: "輝", count: 201), limit: 1)
    #expect(cut.isQueryCut)
    #expect(LookupWarning(cut)?.code == .queryCut)
    let whole = engine.results(for: String(repeating: "輝", count: 200), limit: 1)
    #expect(!whole.isQueryCut)
    #expect(LookupWarning(whole) == nil)
  }

  @Test func `random queries end well`() throws {
    let engine = try ShippedBase.engine.get()
    var generator = SeededGenerator.printed()
    let pool = Array("輝達川普台a bc'-xhuidㄏㄨㄟˊ1ü·👍\u{301}行重".unicodeScalars)
    for _ in 0..<60 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text.append(pool.randomElement(using: &generator)!)
      }
      let answer = engine.results(for: String(text), limit: 3)
      #expect(answer.results.count <= 3)
      #expect(answer.results.isEmpty || answer.suggestions.isEmpty)
    }
  }
}
