public import HanText
public import MappedFile

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

func _logarithm(_ value: Double) -> Double { log(value) }

extension WordLexicon {
  /// Compiles word counts and adds their sections to a file.
  ///
  /// Words of one folded form add up. The counts of single characters in the list are raw: where
  /// ``HanText/WordCounts/alone`` does not know better, a character's count is what is left without its
  /// occurrences in words of two characters.
  ///
  /// - Complexity: O(*n* log *n*), about 0.3 s for 160,000 words.
  /// - Throws: ``PatternTableError``.
  public static func build(
    _ words: WordCounts, table: FoldTable, into writer: inout MappedFileWriter
  ) throws(PatternTableError) {
    var numbers: [[UInt16]: Int] = [:]
    var units: [[UInt16]] = []
    var counts: [Double] = []
    // 了 and 瞭 fold to one unit, of which one may be known and the other not.
    var alone: [Int: Double] = [:]
    for (word, raw) in words.counts {
      let folded = table.fold(word)
      guard (1...longestWord).contains(folded.count) else { continue }
      let known = words.alone[word]
      if let known { alone[numbers[folded] ?? units.count, default: 0] += Double(known) }
      let count = known == nil ? raw : 0
      if let number = numbers[folded] {
        counts[number] += Double(count)
      } else {
        numbers[folded] = units.count
        units.append(folded)
        counts.append(Double(count))
      }
    }
    var inWords: [UInt16: Double] = [:]
    var pairs = [UInt64](repeating: 0, count: (1 << pairBits) / 64)
    for (number, word) in units.enumerated() where word.count > 1 {
      if word.count == 2 { for unit in word { inWords[unit, default: 0] += counts[number] } }
      for (left, right) in zip(word, word.dropFirst()) {
        let bit = Int(PatternTable.hash(UInt32(left) << 16 | UInt32(right)) >> pairShift)
        pairs[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    for number in units.indices {
      var count = counts[number]
      if units[number].count == 1 {
        count = max(count - inWords[units[number][0], default: 0], count * 0.02) + alone[number, default: 0]
      }
      counts[number] = max(count, leastCount)
    }
    let logTotal = log(counts.reduce(0, +))
    let costs = counts.map { Float(logTotal - log($0)) }
    let words = units.indices.filter { units[$0].count > 1 }
    try PatternTable.build(words.map { units[$0] }, named: name, into: &writer)
    writer.add("lex.cost", words.map { costs[$0] })
    var characterCosts = [Float](repeating: .infinity, count: 65_536)
    for number in units.indices where units[number].count == 1 {
      characterCosts[Int(units[number][0])] = costs[number]
    }
    writer.add("lex.char", characterCosts)
    writer.add("lex.pair", pairs)
    writer.add("lex.sum", [Float(logTotal)])
  }
}
