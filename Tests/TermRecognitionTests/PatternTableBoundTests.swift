import HanText
import MappedFile
import TestSupport
import Testing

@testable import TermRecognition

/// What hostile patterns and texts cost, in steps: see ``PatternTable/mostSteps``.
struct PatternTableBoundTests {
  private func table(_ patterns: [[UInt16]]) throws -> PatternTable {
    var writer = MappedFileWriter()
    try PatternTable.build(patterns, named: "t", into: &writer)
    return try PatternTable(try MappedFile(bytes: writer.bytes(), name: "patterns"), named: "t")
  }

  private func folded(_ units: [UInt16]) -> FoldedText {
    let source = Array(String(decoding: units, as: UTF16.self).utf8)
    var result = FoldedText()
    result.append(source, range: 0..<source.count, table: PatternTableTests.foldTable)
    return result
  }

  /// Characters that fold to themselves.
  private static let characters: [UInt16] = (0x5000..<0x9000).map { UInt16($0) }.filter {
    PatternTableTests.foldTable.fold($0) == $0
  }

  /// - Parameters:
  ///   - most: steps a place, matches not counted, at the mean.
  ///   - matches: how many are there.
  private func check(
    _ patterns: [[UInt16]], in units: [UInt16], most: Double, matches expected: Int
  ) throws {
    let table = try table(patterns)
    let text = folded(units)
    #expect(text.count == units.count)
    var matches: [PatternMatch] = []
    let steps = table.countSteps(in: text, range: 0..<text.count, to: &matches)
    #expect(matches.count == expected)
    #expect(Double(steps - matches.count) / Double(text.count) <= most)
    // And no place by itself is dearer than the bound.
    for place in stride(from: 0, to: text.count, by: max(1, text.count / 2_000)) {
      matches.removeAll(keepingCapacity: true)
      let steps = table.countSteps(in: text, range: place..<place + 1, to: &matches)
      #expect(steps <= table.mostSteps)
    }
  }

  @Test func `a hundred thousand patterns that share sixty characters`() throws {
    let prefix = [UInt16](repeating: Self.characters[0], count: 60)
    var patterns: [[UInt16]] = []
    for first in Self.characters[1...250] {
      for second in Self.characters[1...400] { patterns.append(prefix + [first, second]) }
    }
    // The prefix over and over: every place but the last compares all of it, and finds nothing.
    let one = [UInt16](repeating: Self.characters[0], count: 3_000)
    try check(patterns, in: one, most: 190, matches: 0)
    try check(patterns, in: one + [Self.characters[7], Self.characters[9]], most: 190, matches: 1)
    // And one character short of a pattern.
    let near = (0..<40).flatMap { prefix + [Self.characters[$0 + 1]] }
    try check(patterns, in: near, most: 190, matches: 0)
  }

  @Test func `one character over and over, and patterns that begin each other`() throws {
    let unit = Self.characters[3]
    let patterns = (1...64).map { [UInt16](repeating: unit, count: $0) }
    let count = 4_000
    try check(
      patterns, in: [UInt16](repeating: unit, count: count), most: 140,
      matches: (1...64).map { count - $0 + 1 }.reduce(0, +))
  }

  @Test func `a hundred thousand patterns of one pair of characters`() throws {
    var patterns: [[UInt16]] = []
    for first in Self.characters[2...320] {
      for second in Self.characters[2...320] {
        patterns.append([Self.characters[0], Self.characters[1], first, second])
      }
    }
    var generator = SeededGenerator.printed()
    let text = (0..<3_000).flatMap { _ in
      [Self.characters[0], Self.characters[1], Self.characters.randomElement(using: &generator)!]
    }
    try check(patterns, in: text, most: 16, matches: 0)
  }

  @Test func `a hundred thousand patterns whose pairs have hashes side by side`() throws {
    // The factor of the hash is odd, so there is one pair for each hash.
    var inverse: UInt32 = 1
    for _ in 0..<5 { inverse = inverse &* (2 &- inverse &* 0x9E37_79B1) }
    let known = Set(Self.characters)
    var patterns: [[UInt16]] = []
    var hash: UInt32 = 0x5000_0000
    while patterns.count < 50_000 {
      let pair = hash &* inverse
      let units = [UInt16(truncatingIfNeeded: pair), UInt16(truncatingIfNeeded: pair >> 16)]
      if units.allSatisfy(known.contains) { patterns.append(units) }
      hash &+= 1
    }
    var generator = SeededGenerator.printed()
    let text = (0..<3_000).flatMap { _ in patterns.randomElement(using: &generator)! }
    let table = try table(patterns)
    var matches: [PatternMatch] = []
    let folded = folded(text)
    let steps = table.countSteps(in: folded, range: 0..<folded.count, to: &matches)
    #expect(matches.count >= 3_000)
    // A search by halves where a list would take thousands.
    #expect(Double(steps) / Double(folded.count) <= 24)
  }

  @Test func `Latin patterns inside a long word cost next to nothing`() throws {
    let patterns = (2...64).map { [UInt16](repeating: 0x61, count: $0) }
    try check(patterns, in: [UInt16](repeating: 0x61, count: 5_000), most: 6, matches: 0)
  }

  @Test func `no place of random texts costs more than the bound`() throws {
    var generator = SeededGenerator.printed()
    for round in 0..<30 {
      let alphabet = Array(Self.characters.prefix([2, 3, 8][round % 3]))
      func word(_ range: ClosedRange<Int>) -> [UInt16] {
        (0..<Int.random(in: range, using: &generator)).map { _ in
          alphabet.randomElement(using: &generator)!
        }
      }
      let table = try table(
        Array(Set((0..<[10, 200, 3_000][round / 3 % 3]).map { _ in word(1...64) })))
      let text = folded((0..<20).flatMap { _ in word(1...64) })
      for place in 0..<text.count {
        var matches: [PatternMatch] = []
        let steps = table.countSteps(in: text, range: place..<place + 1, to: &matches)
        #expect(steps <= table.mostSteps)
      }
    }
  }
}
