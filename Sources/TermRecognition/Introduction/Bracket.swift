import HanText

/// A bracket right behind a name: 輝達（NVIDIA）, 「真實社群」（Truth Social）, Nvidia (輝達).
struct Bracket {
  /// UTF-8 offsets into the document, from the opening sign to behind the closing one.
  var source: Range<Int>
  /// The same for what is between the signs.
  var content: Range<Int>
  /// What stands between commas, semicolons and slashes, without outer spaces.
  var parts: [Part]
  var hasLatin: Bool
  var hasHan: Bool

  struct Part {
    /// Folded.
    var units: [UInt16]
    var source: Range<Int>
  }

  /// The most units between the signs: an official English name with its abbreviation.
  static let longestContent = 120
  static let opening: UInt16 = 0x28
  static let closing: UInt16 = 0x29

  /// The bracket that opens at a unit, and the units that it takes.
  ///
  /// - Complexity: O(1): at most ``longestContent`` units are looked at.
  static func at(
    _ open: Int, in text: FoldedText, of source: [UInt8], classes: CharacterClasses
  ) -> (Bracket, units: Range<Int>)? {
    guard open < text.count, text.units[open] == opening else { return nil }
    var close = open + 1
    var hasLatin = false
    var hasHan = false
    // One bracket more may stand inside: （Central Bank of the Republic of China (Taiwan)）.
    var isInner = false
    while close < text.count, isInner || text.units[close] != closing {
      let unit = text.units[close]
      guard close - open <= longestContent, unit != FoldTable.paragraphBreak, unit != opening || !isInner
      else { return nil }
      if unit == opening { isInner = true }
      if unit == closing { isInner = false }
      if classes.isHan(unit) { hasHan = true }
      if FoldTable.isWordUnit(unit), unit > 0x39 { hasLatin = true }
      close += 1
    }
    guard close < text.count, close > open + 1 else { return nil }
    func range(_ units: Range<Int>) -> Range<Int> {
      text.start(of: units.lowerBound)..<text.end(of: units.upperBound - 1, in: source)
    }
    let parts = text.units[open + 1..<close].split { separators.contains($0) }.compactMap { part in
      var part = part
      if part.first == FoldTable.separator { part.removeFirst() }
      if part.last == FoldTable.separator { part.removeLast() }
      return part.isEmpty ? nil : Part(units: Array(part), source: range(part.indices))
    }
    let bracket = Bracket(
      source: range(open..<close + 1), content: range(open + 1..<close), parts: parts,
      hasLatin: hasLatin, hasHan: hasHan)
    return (bracket, open..<close + 1)
  }

  /// , ; / 、 :
  private static let separators: Set<UInt16> = [0x2C, 0x3B, 0x2F, 0x3001, 0x3A]

  /// 」 』 》 〉 ” and its straight form.
  static func isClosingQuote(_ unit: UInt16) -> Bool {
    unit == 0x300D || unit == 0x300F || unit == 0x300B || unit == 0x3009 || unit == 0x22
  }

  /// 「 『 《 〈 “ and its straight form.
  static func isOpeningQuote(_ unit: UInt16) -> Bool {
    unit == 0x300C || unit == 0x300E || unit == 0x300A || unit == 0x3008 || unit == 0x22
  }
}
