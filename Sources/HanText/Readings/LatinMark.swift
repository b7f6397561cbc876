/// A mark that is written behind its letter: a combining accent, or the colon of `u:`.
struct LatinMark {
  private let scalar: Unicode.Scalar

  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{0300}", "\u{0301}", "\u{0302}", "\u{0304}", "\u{0306}", "\u{0308}", "\u{030C}", ":",
      "：":
      self.scalar = scalar
    default: return nil
    }
  }

  /// Puts the mark on a letter.
  ///
  /// - Returns: whether the letter can bear it.
  func apply(to cell: inout ReadingCell) -> Bool {
    guard case .letter(let base) = cell.kind, !cell.endsSyllable else { return false }
    switch scalar {
    case "\u{0304}": cell.tones = Tones(1)
    case "\u{0301}": cell.tones = Tones(2)
    case "\u{030C}": cell.tones = Tones(3)
    case "\u{0300}": cell.tones = Tones(4)
    case "\u{0308}", ":", "：":
      guard base == UInt8(ascii: "u") || base == UInt8(ascii: "v") else { return false }
      cell.kind = .letter(UInt8(ascii: "v"))
    default: break
    }
    return true
  }
}
