import HanText

/// How alike the beginning of a syllable and a consonant of an English word are.
///
/// Consonants have numbers: 0 to 25 for the letters, then sh, ch, th and j.
enum SoundLikeness {
  /// 1 where they are the same, 0.5 where one is often written for the other, else 0.
  static func of(_ initial: SoundTable.Initial, _ consonant: UInt8) -> Float {
    table[Int(initial.rawValue) << 5 | Int(consonant)]
  }

  /// What a consonant that no character writes costs: r, l, h and doubled ones are often silent.
  static func skip(_ consonant: UInt8) -> Float { skips[Int(consonant)] }

  static func isNasal(_ consonant: UInt8) -> Bool { consonant == 13 || consonant == 12 }

  static func beginsWithVowel(_ initial: SoundTable.Initial) -> Bool {
    switch initial {
    case .y, .w, .yu, .vowel: true
    default: false
    }
  }

  /// The number of a consonant by the sign for it: a small letter, or `S` for sh, `C` for ch, `T` for
  /// th, `J` for j.
  static func number(of sign: UInt8) -> UInt8 {
    switch sign {
    case UInt8(ascii: "S"): 26
    case UInt8(ascii: "C"): 27
    case UInt8(ascii: "T"): 28
    case UInt8(ascii: "J"): 29
    default: sign &- 0x61
    }
  }

  private static let table: [Float] = {
    var table = [Float](repeating: 0, count: 1_024)
    for initial in SoundTable.Initial.allCases {
      let (same, near) = letters(of: initial)
      for sign in near.utf8 { table[Int(initial.rawValue) << 5 | Int(number(of: sign))] = 0.5 }
      for sign in same.utf8 { table[Int(initial.rawValue) << 5 | Int(number(of: sign))] = 1 }
    }
    return table
  }()

  private static let skips: [Float] = {
    var skips = [Float](repeating: 0.8, count: 32)
    for sign in "rhwy".utf8 { skips[Int(number(of: sign))] = 0.3 }
    for sign in "lnmgtd".utf8 { skips[Int(number(of: sign))] = 0.5 }
    return skips
  }()

  private static func letters(of initial: SoundTable.Initial) -> (same: String, near: String) {
    switch initial {
    case .b: ("b", "pv")
    case .p: ("p", "bf")
    case .m: ("m", "n")
    case .f: ("fv", "phw")
    case .d: ("d", "tT")
    case .t: ("t", "dT")
    case .n: ("n", "lm")
    case .l: ("lr", "n")
    case .g: ("g", "kjJ")
    case .k: ("k", "gh")
    case .h: ("h", "gjkfwx")
    case .j: ("Jg", "kzCyj")
    case .q: ("C", "kJtg")
    case .x: ("Ssh", "CTz")
    case .zh: ("JC", "zdgtj")
    case .ch: ("C", "tsSJ")
    case .sh: ("Ss", "CT")
    case .r: ("rJ", "lyjz")
    case .z: ("z", "sJtd")
    case .c: ("zs", "tC")
    case .s: ("sT", "zS")
    case .y: ("yJj", "g")
    case .w: ("wv", "bhg")
    case .yu: ("yJ", "jw")
    case .vowel: ("", "h")
    case .er: ("rl", "")
    }
  }
}
