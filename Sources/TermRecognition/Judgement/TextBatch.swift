import HanText

/// A folded part of a document, with the brackets that hold names in Latin letters taken out of it.
///
/// 輝達（Nvidia）股價 is read as 輝達股價 with an aside: so a text and the same text annotated are judged
/// alike, and annotating twice changes nothing.
struct TextBatch {
  var text = FoldedText()
  /// Units before this batch.
  var base = 0
  /// The pieces that the text comes from.
  var pieces: Range<Int> = 0..<0
  /// Brackets taken out, by the unit that they stood before.
  private(set) var asides: [(place: Int, bracket: Bracket)] = []

  /// Takes the asides out of the text.
  ///
  /// - Complexity: O(*n*) in the units.
  mutating func takeAsides(of source: [UInt8], classes: CharacterClasses) {
    asides.removeAll(keepingCapacity: true)
    var removed: [Range<Int>] = []
    var gone = 0
    var place = 0
    while let open = text.firstUnit(Bracket.opening, from: place) {
      place = open + 1
      guard open > 0, let (bracket, units) = Bracket.at(open, in: text, of: source, classes: classes),
        bracket.hasLatin, !bracket.hasHan
      else { continue }
      let isSpaced = text.units[open - 1] == FoldTable.separator
      let before = isSpaced ? open - 2 : open - 1
      guard before >= 0,
        classes.isHan(text.units[before]) || Bracket.isClosingQuote(text.units[before])
      else { continue }
      let start = isSpaced ? open - 1 : open
      removed.append(start..<units.upperBound)
      asides.append((start - gone, bracket))
      gone += units.upperBound - start
      place = units.upperBound
    }
    text.remove(removed)
  }

  /// The bracket behind `place`, where only closing quotation marks or a space stand between.
  ///
  /// - Complexity: O(log *n*) in the asides.
  func bracket(behind place: Int, of source: [UInt8], classes: CharacterClasses) -> Bracket? {
    var end = place
    while end <= place + 2 {
      if let aside = aside(at: end) { return aside }
      guard end < text.count, Bracket.isClosingQuote(text.units[end]) else { break }
      end += 1
    }
    if end < text.count, text.units[end] == FoldTable.separator { end += 1 }
    return Bracket.at(end, in: text, of: source, classes: classes)?.0
  }

  /// Whether a bracket was taken out between the units of a range.
  func hasAside(inside range: Range<Int>) -> Bool {
    let index = firstAside(from: range.lowerBound + 1)
    return index < asides.count && asides[index].place < range.upperBound
  }

  private func aside(at place: Int) -> Bracket? {
    let index = firstAside(from: place)
    return index < asides.count && asides[index].place == place ? asides[index].bracket : nil
  }

  private func firstAside(from place: Int) -> Int {
    var low = 0
    var high = asides.count
    while low < high {
      let middle = (low + high) / 2
      if asides[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
