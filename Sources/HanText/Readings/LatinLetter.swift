/// A Latin letter of a romanisation, with the tone that is written over it.
struct LatinLetter {
  /// `a` to `z`; `v` for ü.
  var base: UInt8
  var tones: Tones = []

  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x61...0x7A: base = UInt8(scalar.value)
    case 0x41...0x5A: base = UInt8(scalar.value) + 0x20
    case 0xFF41...0xFF5A: base = UInt8(scalar.value - 0xFF41) + 0x61
    case 0xFF21...0xFF3A: base = UInt8(scalar.value - 0xFF21) + 0x61
    default:
      guard let letter = Self.marked[scalar] else { return nil }
      self = letter
    }
  }

  private init(base: UInt8, tones: Tones) {
    self.base = base
    self.tones = tones
  }

  /// A letter, then itself with the four tones, small and capital; an empty place is a space.
  private static let rows = [
    "aāáǎà", "eēéěè", "iīíǐì", "oōóǒò", "uūúǔù", "vǖǘǚǜ", "n ńňǹ", "m ḿ  ",
    "aĀÁǍÀ", "eĒÉĚÈ", "iĪÍǏÌ", "oŌÓǑÒ", "uŪÚǓÙ", "vǕǗǙǛ", "e ế ề",
  ]

  private static let marked: [Unicode.Scalar: LatinLetter] = {
    var table: [Unicode.Scalar: LatinLetter] = [:]
    for row in rows {
      let scalars = Array(row.unicodeScalars)
      let base = UInt8(truncatingIfNeeded: scalars[0].value)
      for (tone, scalar) in scalars.enumerated().dropFirst() where scalar != " " {
        table[scalar] = LatinLetter(base: base, tones: Tones(tone))
      }
    }
    // ŭ is the vowel of tzŭ in Wade-Giles.
    for (scalar, base) in [
      ("ü", "v"), ("Ü", "v"), ("ê", "e"), ("Ê", "e"), ("ŭ", "u"), ("Ŭ", "u"),
    ] as [(Unicode.Scalar, Unicode.Scalar)] {
      table[scalar] = LatinLetter(base: UInt8(truncatingIfNeeded: base.value), tones: [])
    }
    return table
  }()
}
