import HanText

/// A small set of words, asked whether one of them stands at a place of a text.
final class FormSet: Sendable {
  private let byFirst: [UInt16: [[UInt16]]]
  private let byLast: [UInt16: [[UInt16]]]
  /// A bit a unit: whether a word begins with it. Asked first, for most units begin none.
  private let begins: [UInt64]
  /// The same for its end.
  private let ends: [UInt64]

  /// - Parameter words: separated by spaces.
  init(_ words: String, table: FoldTable) {
    // The longest first: "總統府" says more than "總統".
    let folded = words.split(separator: " ").map { table.fold(String($0)) }
      .sorted { $0.count > $1.count }
    byFirst = Dictionary(grouping: folded) { $0[0] }
    byLast = Dictionary(grouping: folded) { $0[$0.count - 1] }
    begins = Self.bits(folded.map { $0[0] })
    ends = Self.bits(folded.map { $0[$0.count - 1] })
  }

  private static func bits(_ units: [UInt16]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1_024)
    for unit in units { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    return bits
  }

  @inline(__always)
  private static func has(_ unit: UInt16, _ bits: [UInt64]) -> Bool {
    bits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0
  }

  private static func stands(_ word: [UInt16], at place: Int, in text: FoldedText) -> Bool {
    for index in word.indices where text.units[place + index] != word[index] { return false }
    return true
  }

  /// The longest word that begins at `place`.
  func word(startingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place < text.count else { return nil }
    let unit = text.units[place]
    guard Self.has(unit, begins), let words = byFirst[unit] else { return nil }
    for word in words
    where place + word.count <= text.count && Self.stands(word, at: place, in: text) {
      return place..<place + word.count
    }
    return nil
  }

  /// The longest word that ends before `place`.
  func word(endingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place > 0, Self.has(text.units[place - 1], ends),
      let words = byLast[text.units[place - 1]]
    else { return nil }
    for word in words
    where place >= word.count && Self.stands(word, at: place - word.count, in: text) {
      return place - word.count..<place
    }
    return nil
  }

  /// The distinct words that stand in a stretch of text, at most `limit`.
  func words(in range: Range<Int>, of text: FoldedText, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound, found.count < limit {
      guard Self.has(text.units[place], begins) else {
        place += 1
        continue
      }
      if let word = word(startingAt: place, in: text), word.upperBound <= range.upperBound {
        if !found.contains(where: { text.units[$0] == text.units[word] }) { found.append(word) }
        place = word.upperBound
      } else {
        place += 1
      }
    }
    return found
  }
}
