import HanText

/// A small set of words, asked whether one of them stands at a place of a text.
struct FormSet: Sendable {
  private let byFirst: [UInt16: [[UInt16]]]
  private let byLast: [UInt16: [[UInt16]]]
  /// A bit a unit: whether a word begins with it. Asked first, for most units begin none.
  private let begins: [UInt64]

  /// - Parameter words: separated by spaces.
  init(_ words: String, table: FoldTable) {
    // The longest first: "總統府" says more than "總統".
    let folded = words.split(separator: " ").map { table.fold(String($0)) }
      .sorted { $0.count > $1.count }
    byFirst = Dictionary(grouping: folded) { $0[0] }
    byLast = Dictionary(grouping: folded) { $0[$0.count - 1] }
    var begins = [UInt64](repeating: 0, count: 1_024)
    for word in folded { begins[Int(word[0] >> 6)] |= 1 << UInt64(word[0] & 63) }
    self.begins = begins
  }

  /// The longest word that begins at `place`.
  func word(startingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place < text.count else { return nil }
    let unit = text.units[place]
    guard begins[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0, let words = byFirst[unit] else {
      return nil
    }
    for word in words where place + word.count <= text.count {
      if text.units[place..<place + word.count].elementsEqual(word) {
        return place..<place + word.count
      }
    }
    return nil
  }

  /// The longest word that ends before `place`.
  func word(endingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place > 0, let words = byLast[text.units[place - 1]] else { return nil }
    for word in words where place - word.count >= 0 {
      if text.units[place - word.count..<place].elementsEqual(word) {
        return place - word.count..<place
      }
    }
    return nil
  }

  /// The distinct words that stand in a stretch of text, at most `limit`.
  func words(in range: Range<Int>, of text: FoldedText, limit: Int) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound, found.count < limit {
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
