import HanText

/// The key that names are compared by in look-up: folded, and without all that is no letter or
/// digit, so that 唐納·川普 is 唐納川普, "U.S." is "US" and "São Paulo" is "saopaulo".
struct NameKey {
  /// Folded units that count.
  var units: [UInt16] = []
  /// Per unit, whether a word begins with it; each Han character is a word here.
  var wordStarts: [Bool] = []

  /// - Complexity: O(*n*).
  init(_ folded: [UInt16]) {
    units.reserveCapacity(folded.count)
    wordStarts.reserveCapacity(folded.count)
    var isInWord = false
    for unit in folded {
      let isWordUnit = FoldTable.isWordUnit(unit)
      if Self.keeps(unit) {
        units.append(unit)
        wordStarts.append(!(isWordUnit && isInWord))
      }
      isInWord = isWordUnit
    }
  }

  /// The words of Latin letters and digits.
  var words: [[UInt16]] {
    var words: [[UInt16]] = []
    for (unit, isStart) in zip(units, wordStarts) where FoldTable.isWordUnit(unit) {
      if isStart { words.append([unit]) } else { words[words.count - 1].append(unit) }
    }
    return words
  }

  /// Whether a folded unit is kept: letters and digits, Han, kana, zhuyin, what is beyond the basic
  /// plane, and the signs that tell names apart (C++, C#).
  static func keeps(_ unit: UInt16) -> Bool {
    if FoldTable.isWordUnit(unit) { return true }
    return switch unit {
    case 0x2B, 0x23: true
    case 0x3005, 0x3007: true
    case 0x3000...0x303F, 0x30FB, 0x30A0, 0xE000...0xF8FF, 0xFE00...0xFFFF: false
    default: unit >= 0x2E80
    }
  }
}

/// Whether the unit is written without spaces between words: Han, kana, zhuyin.
func isHanUnit(_ unit: UInt16) -> Bool {
  (0x2E80...0xABFF).contains(unit) || (0xD800...0xDFFF).contains(unit)
    || (0xF900...0xFAFF).contains(unit)
}
