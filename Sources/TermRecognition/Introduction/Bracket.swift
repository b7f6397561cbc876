import HanText

/// A bracket right behind a name: 輝達（NVIDIA）, 「真實社群」（Truth Social）, Nvidia (輝達).
struct Bracket: Hashable {
  /// Indices of folded units: the bracket signs and what is between them.
  var range: Range<Int>
  /// What is between the bracket signs.
  var content: Range<Int>
  var hasLatin: Bool
  var hasHan: Bool

  /// The most units between the signs: an official English name with its abbreviation.
  static let longestContent = 120

  /// The bracket behind `place`, where only a closing quotation mark or a space stands between.
  ///
  /// - Complexity: O(1): at most ``longestContent`` units are looked at.
  init?(behind place: Int, in text: FoldedText, classes: CharacterClasses) {
    var open = place
    while open < text.count, open - place < 2, Self.isClosingQuote(text.units[open]) { open += 1 }
    if open < text.count, text.units[open] == FoldTable.separator { open += 1 }
    guard open < text.count, text.units[open] == Self.opening else { return nil }
    var close = open + 1
    var hasLatin = false
    var hasHan = false
    while close < text.count, text.units[close] != Self.closing {
      let unit = text.units[close]
      guard close - open <= Self.longestContent, unit != FoldTable.paragraphBreak,
        unit != Self.opening
      else { return nil }
      if classes.isHan(unit) { hasHan = true }
      if FoldTable.isWordUnit(unit), unit > 0x39 { hasLatin = true }
      close += 1
    }
    guard close < text.count, close > open + 1 else { return nil }
    range = open..<close + 1
    content = open + 1..<close
    self.hasLatin = hasLatin
    self.hasHan = hasHan
  }

  private static let opening: UInt16 = 0x28
  private static let closing: UInt16 = 0x29

  /// 」 』 》 〉 ” and its straight form.
  static func isClosingQuote(_ unit: UInt16) -> Bool {
    unit == 0x300D || unit == 0x300F || unit == 0x300B || unit == 0x3009 || unit == 0x22
  }

  /// 「 『 《 〈 “ and its straight form.
  static func isOpeningQuote(_ unit: UInt16) -> Bool {
    unit == 0x300C || unit == 0x300E || unit == 0x300A || unit == 0x3008 || unit == 0x22
  }

  /// The parts of the content between commas, semicolons and slashes, without outer spaces.
  func parts(in text: FoldedText) -> [Range<Int>] {
    let separators: Set<UInt16> = [0x2C, 0x3B, 0x2F, 0x3001, 0x3A]
    var parts: [Range<Int>] = []
    var start = content.lowerBound
    for place in content.lowerBound...content.upperBound {
      guard place == content.upperBound || separators.contains(text.units[place]) else { continue }
      var low = start
      var high = place
      while low < high, text.units[low] == FoldTable.separator { low += 1 }
      while low < high, text.units[high - 1] == FoldTable.separator { high -= 1 }
      if low < high { parts.append(low..<high) }
      start = place + 1
    }
    return parts
  }
}
