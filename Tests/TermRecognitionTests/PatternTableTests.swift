import HanText
import MappedFile
import TestSupport
import Testing

@testable import TermRecognition

struct PatternTableTests {
  static let foldTable: FoldTable = {
    var writer = MappedFileWriter()
    do {
      writer.add(FoldTable.section, try FoldTable.build())
      return try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold table"))
    } catch {
      fatalError("the fold table does not build: \(error)")
    }
  }()

  private func table(_ patterns: [[UInt16]]) throws -> PatternTable {
    var writer = MappedFileWriter()
    try PatternTable.build(patterns, named: "t", into: &writer)
    return try PatternTable(try MappedFile(bytes: writer.bytes(), name: "patterns"), named: "t")
  }

  private func folded(_ text: String) -> FoldedText {
    let source = Array(text.utf8)
    var result = FoldedText()
    result.append(source, range: 0..<source.count, table: Self.foldTable)
    return result
  }

  private func found(_ names: [String], in text: String) throws -> [String] {
    let patterns = names.map { Self.foldTable.fold($0) }
    var matches: [PatternMatch] = []
    let text = folded(text)
    try table(patterns).appendMatches(in: text, range: 0..<text.count, to: &matches)
    return matches.map { "\($0.start):\(names[Int($0.pattern)])" }
  }

  /// The judge: every pattern at every place, with word boundaries where a pattern's edge needs them.
  private func naive(_ patterns: [[UInt16]], _ text: [UInt16]) -> Set<PatternMatch> {
    var result: Set<PatternMatch> = []
    for start in text.indices {
      for (number, pattern) in patterns.enumerated() where text[start...].starts(with: pattern) {
        let end = start + pattern.count
        func isWord(_ place: Int) -> Bool {
          text.indices.contains(place) && FoldTable.isWordUnit(text[place])
        }
        if isWord(start), isWord(start - 1) { continue }
        if isWord(end - 1), isWord(end) { continue }
        result.insert(
          PatternMatch(start: UInt32(start), pattern: UInt32(number), length: UInt16(pattern.count))
        )
      }
    }
    return result
  }

  @Test func `all names at a place are found, the shorter first`() throws {
    #expect(
      try found(["花旗", "花旗銀行", "銀行"], in: "在花旗銀行。") == ["1:花旗", "1:花旗銀行", "3:銀行"])
  }

  @Test func `a Latin edge needs a word boundary, a Han edge does not`() throws {
    #expect(try found(["AI", "Arm"], in: "AI晶片 said arms ARM架構") == ["0:AI", "15:Arm"])
    #expect(try found(["LG集團"], in: "FLG集團的LG集團們") == ["6:LG集團"])
  }

  @Test func `characters beyond the basic plane match themselves`() throws {
    #expect(try found(["𠮷野家", "😀"], in: "去𠮷野家😀") == ["1:𠮷野家", "5:😀"])
  }

  @Test func `a pattern of one unit, and one of sixty-four`() throws {
    let long = String(repeating: "長", count: 64)
    #expect(try found(["長", long], in: long + "尾").count == 65)
  }

  @Test func `it finds what a naive search finds, however the text is cut`() throws {
    var generator = SeededGenerator.printed()
    for round in 0..<45 {
      let alphabet = Array("甲乙丙丁戊ab1 😀".utf16)
      func word(_ most: Int) -> [UInt16] {
        (0..<Int.random(in: 1...most, using: &generator)).map { _ in
          alphabet[
            Int.random(in: 0..<(round.isMultiple(of: 2) ? 3 : alphabet.count), using: &generator)]
        }
      }
      let patterns = Array(Set((0..<[3, 40, 900][round % 3]).map { _ in word(7) }))
      let string = String(decoding: (0..<150).flatMap { _ in word(4) }, as: UTF16.self)
      let text = folded(string)
      let units = Array(text.units[..<text.count])
      // Half a pair of surrogates is no pattern that a text can fold to.
      let table = try table(patterns)
      var whole: [PatternMatch] = []
      table.appendMatches(in: text, range: 0..<text.count, to: &whole)
      #expect(Set(whole) == naive(patterns, units))
      #expect(whole.map(\.start) == whole.map(\.start).sorted())
      var cut: [PatternMatch] = []
      var start = 0
      while start < text.count {
        let end = min(text.count, start + Int.random(in: 1...97, using: &generator))
        table.appendMatches(in: text, range: start..<end, to: &cut)
        start = end
      }
      #expect(cut == whole)
    }
  }

  @Test func `blocks of four thousand and their seams lose nothing`() throws {
    let patterns = [Array("甲乙".utf16), Array("乙甲乙".utf16), Array("甲".utf16)]
    let text = folded(String(repeating: "甲乙", count: 10_000))
    var matches: [PatternMatch] = []
    try table(patterns).appendMatches(in: text, range: 0..<text.count, to: &matches)
    #expect(matches.count == 10_000 + 9_999 + 10_000)
  }

  @Test func `a hundred thousand patterns of one beginning are each found`() throws {
    // Characters that fold to themselves, so that a text can hold them.
    let units = (0x5000..<0x9000).map { UInt16($0) }.filter { Self.foldTable.fold($0) == $0 }
      .prefix(320)
    var patterns: [[UInt16]] = []
    for first in units { for second in units { patterns.append([0x4E00, 0x4E01, first, second]) } }
    let table = try table(patterns)
    for number in [0, 51_234, patterns.count - 1] {
      let text = folded(String(decoding: patterns[number], as: UTF16.self))
      var matches: [PatternMatch] = []
      table.appendMatches(in: text, range: 0..<text.count, to: &matches)
      #expect(matches.map(\.pattern) == [UInt32(number)])
    }
  }

  @Test func `patterns that are each other's beginnings are all found`() throws {
    let patterns = (1...64).map { [UInt16](repeating: 0x7532, count: $0) }
    let text = folded(String(repeating: "甲", count: 200))
    var matches: [PatternMatch] = []
    try table(patterns).appendMatches(in: text, range: 0..<text.count, to: &matches)
    // The bound: at most one match a place and length.
    #expect(matches.count == (1...64).map { 200 - $0 + 1 }.reduce(0, +))
  }
}
