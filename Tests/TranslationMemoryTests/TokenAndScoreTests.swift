import TermModel
import TestSupport
import Testing

@testable import TranslationMemory

struct TokenAndScoreTests {
  @Test(arguments: [
    ("第3條第１項", "第|3|條|第|１|項"), ("don't «x²»", "don't|«|x|²|»"),
    ("輝達(NVDA)漲1,234.5點。", "輝|達|(|NVDA|)|漲|1,234.5|點|。"),
    ("a.b 3. 4", "a|.|b|3|.|4"), ("l’été’s ’tis", "l’été’s|’|tis"), ("ひらカナ ㄅㄆ", "ひ|ら|カ|ナ|ㄅ|ㄆ"),
    ("한국어 말", "한국어|말"),
    ("COVID-19 A4紙", "COVID|-|19|A|4|紙"), ("葛\u{E0100}飾e\u{301}x", "葛\u{E0100}|飾|e\u{301}x"),
    ("𠮷野家😀!", "𠮷|野|家|😀|!"),
    ("a\u{AD}b\u{200B}c \u{200B}", "a\u{AD}b\u{200B}c"), ("ไทย", "ไ|ท|ย"), ("１，２", "１|，|２"),
    ("\u{3000}\t\n", ""),
  ])
  func `a segment is cut into tokens`(_ text: String, _ tokens: String) {
    var tokenizer = SegmentTokenizer()
    let segment = FlatSegment(text)
    let found = tokenizer.tokens(of: segment).map {
      String(decoding: segment.utf8[$0.range], as: UTF8.self)
    }
    #expect(found.joined(separator: "|").unicodeScalars.elementsEqual(tokens.unicodeScalars))
  }

  @Test func `what is compared is compared as itself, with its case and without`() {
    func folded(_ text: [UInt8], keepingCase: Bool) -> [UInt8] {
      var tokenizer = SegmentTokenizer()
      return unsafe text.withUnsafeBufferPointer { unsafe tokenizer.folded($0, keepingCase: keepingCase) }
    }
    var wrong: [String] = []
    func check(_ text: String) {
      let once = folded(Array(text.utf8), keepingCase: false)
      let cased = folded(Array(text.utf8), keepingCase: true)
      if folded(once, keepingCase: false) != once || folded(cased, keepingCase: false) != once {
        wrong.append(text)
      }
    }
    for letter in (UInt32(0x41)...0x1FFF).compactMap(Unicode.Scalar.init) {
      check(String(letter))
      if letter.value < 0x80 || "İıŠšſßΣς".unicodeScalars.contains(letter) {
        for mark in (UInt32(0x300)...0x345).compactMap(Unicode.Scalar.init) {
          check(String(String.UnicodeScalarView([letter, mark])))
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test func `codes are tokens where they stand, wherever they are said to stand`() {
    var tokenizer = SegmentTokenizer()
    let segment = FlatSegment(
      utf8: Array("Wi好".utf8),
      codes: [
        .init(offset: -3, kind: .bpt), .init(offset: 1, kind: .ph), .init(offset: 3, kind: .ept),
        .init(offset: 99, kind: .it),
      ])
    #expect(
      tokenizer.tokens(of: segment).map(\.kind) == [
        .code, .word, .code, .word, .mark, .code, .mark, .mark, .code,
      ])
  }

  @Test(arguments: [
    ("臺灣", "台灣"), ("ＡＢＣ", "abc"), ("É\u{301}", "e\u{301}\u{301}"), ("É", "e\u{301}"),
    ("１,０", "1,0"), ("’", "'"),
    ("裏", "裡"), ("ｱ", "ア"), ("\u{F900}", "豈"), ("٣", "3"), ("Σς", "σσ"),
  ])
  func `these are compared as equal`(_ left: String, _ right: String) {
    let texts = [left, right].map { FuzzyQuery(FlatSegment($0)).plain }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: [("後", "后"), ("é", "e"), ("·", " "), ("3", "4"), ("乾", "干"), ("，", "、")])
  func `these are not`(_ left: String, _ right: String) {
    let texts = [left, right].map { FuzzyQuery(FlatSegment($0)).plain }
    #expect(texts[0] != texts[1])
  }

  /// The examples of docs/fuzzy-match.md.
  @Test(
    arguments: [
      ("第3條規定", "第3條規定", 100.0, 100.0, 100.0, [] as [PenaltyKind]),
      ("第3條規定", "第5條規定", 98, 80, 80, [.number]),
      ("第3條規定", "第３條規定", 100, 80, 80, []),
      ("台灣大學", "臺灣大學", 100, 75, 75, []),
      ("Click Save", "click save", 99, 0, 100.0 / 3, [.case]),
      ("Click Save", "Click  Save", 100, 100, 200.0 / 3, []),
      ("Page 3 of 5", "Page 5 of 3", 98, 50, 500.0 / 7, [.number]),
      ("甲乙丙", "甲乙丁", 200.0 / 3, 200.0 / 3, 200.0 / 3, []),
      ("甲乙", "丙丁", 0, 0, 0, []),
    ] as [(String, String, Double, Double, Double, [PenaltyKind])])
  func `a pair has its scores`(
    _ query: String, _ segment: String, _ score: Double, _ exact: Double, _ everything: Double,
    _ penalties: [PenaltyKind]
  ) throws {
    let text = FlatSegment(segment)
    let found = ReferenceSearch.match(
      .init(FlatSegment(query)), MemorySegment(unit: 1, variant: 0, segment: text), .init(text),
      memory: 0, MatchPenalties())
    let match = try #require(found)
    let isClose = { (left: Double, right: Double) in abs(left - right) < 1e-9 }
    #expect(isClose(match.score.percent, score), "\(match)")
    #expect(match.penalties == penalties)
    #expect(isClose(match.exact.percent, exact))
    #expect(isClose(match.everything.percent, everything))
  }

  @Test func `scores compare as fractions`() {
    #expect(MatchScore(distance: 1, of: 3) == MatchScore(distance: 2, of: 6))
    #expect(MatchScore(distance: 1, of: 3).hashValue == MatchScore(distance: 2, of: 6).hashValue)
    #expect(MatchScore(distance: 1, of: 50) == MatchScore(distance: 0, of: 7, penalty: 200))
    #expect(MatchScore(distance: 33_333, of: 100_000) > MatchScore(distance: 1, of: 3, penalty: 0))
    #expect(MatchScore(distance: 9, of: 9, penalty: 500) == MatchScore(hundredths: 0))
    for length in 1...70 {
      for hundredths in [5_000, 6_667, 7_000, 9_950, 10_000] {
        for penalty in [0, 125] {
          let cut = MatchScore(hundredths: hundredths)
          let most = cut.greatestDistance(of: length, penalty: penalty)
          let fitting = (0...length).last {
            MatchScore(distance: $0, of: length, penalty: penalty) >= cut
          }
          #expect(most == fitting ?? -1)
        }
      }
    }
  }

  @Test func `the fast distance is the textbook's`() {
    var generator = SeededGenerator.printed()
    for length in [0, 1, 2, 5, 63, 64, 65, 127, 128, 129, 200, 500] {
      for alphabet in [2, 6, 300] {
        let query = (0..<length).map { _ in
          UInt32.random(in: 0..<UInt32(alphabet), using: &generator)
        }
        var pattern = DistancePattern(query)
        for _ in 0..<2 {
          var text = query
          for _ in 0..<Int.random(in: 0...length / 2 + 2, using: &generator) {
            let place = Int.random(in: 0...text.count, using: &generator)
            if Bool.random(using: &generator), place < text.count {
              text.remove(at: place)
            } else {
              text.insert(UInt32.random(in: 0..<UInt32(alphabet + 3), using: &generator), at: place)
            }
          }
          let expected = ReferenceSearch.distance(query.map { Int($0) }, text.map { Int($0) })
          let numbers = text.map { pattern.map.number(of: $0) }
          for most in [max(length, text.count), expected, expected - 1, expected / 2]
          where most >= 0 {
            let found = numbers.withUnsafeBufferPointer { pattern.distance(to: $0, atMost: most) }
            #expect(
              expected <= most ? found == expected : found > most, "\(length) \(alphabet) \(most)")
          }
        }
      }
    }
  }
}
