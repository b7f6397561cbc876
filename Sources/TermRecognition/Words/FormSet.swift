import HanText

/// A small set of words, asked whether one of them stands at a place of a text.
final class FormSet: Sendable {
  private let byFirst: UnitIndex
  private let byLast: UnitIndex

  /// - Parameter words: separated by spaces.
  init(_ words: String, table: FoldTable) {
    // The longest first: "總統府" says more than "總統".
    let folded = words.split(separator: " ").map { table.fold(String($0)) }
      .sorted { $0.count > $1.count }
    byFirst = UnitIndex(folded) { $0[0] }
    byLast = UnitIndex(folded) { $0[$0.count - 1] }
  }

  /// Whether a single unit is one of the words.
  func holds(_ unit: UInt16) -> Bool { byFirst[unit].contains { $0.count == 1 } }

  private static func stands(_ word: [UInt16], at place: Int, in text: FoldedText) -> Bool {
    for index in word.indices where text.units[place + index] != word[index] { return false }
    return true
  }

  /// The longest word that begins at `place`.
  func word(startingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place < text.count else { return nil }
    for word in byFirst[text.units[place]]
    where place + word.count <= text.count && Self.stands(word, at: place, in: text) {
      return place..<place + word.count
    }
    return nil
  }

  /// The longest word that ends before `place`.
  func word(endingAt place: Int, in text: FoldedText) -> Range<Int>? {
    guard place > 0 else { return nil }
    for word in byLast[text.units[place - 1]]
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
      guard byFirst.has(text.units[place]) else {
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
