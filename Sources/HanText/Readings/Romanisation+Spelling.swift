extension Romanisation {
  private static let rimes = [
    "", "a", "o", "e", "ê", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er",
  ]

  // MARK: Hanyu Pinyin

  private static let hanyuInitials = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh",
    "r", "z", "c", "s",
  ]

  /// - SeeAlso: ISO 7098.
  static func hanyuSpelling(_ syllable: Syllable) -> String {
    let initial = hanyuInitials[syllable.initial]
    let rime = rimes[syllable.rime]
    let isAlone = initial.isEmpty
    switch syllable.medial {
    case 1:
      let final =
        switch rime {
        case "": isAlone ? "yi" : "i"
        case "ê": isAlone ? "ye" : "ie"
        case "ou": isAlone ? "you" : "iu"
        case "en": isAlone ? "yin" : "in"
        case "eng": isAlone ? "ying" : "ing"
        default: (isAlone ? "y" : "i") + rime
        }
      return initial + final
    case 2:
      let final =
        switch rime {
        case "": isAlone ? "wu" : "u"
        case "ei": isAlone ? "wei" : "ui"
        case "en": isAlone ? "wen" : "un"
        case "eng": isAlone ? "weng" : "ong"
        default: (isAlone ? "w" : "u") + rime
        }
      return initial + final
    case 3:
      let u = initial == "n" || initial == "l" ? "ü" : "u"
      let final =
        switch rime {
        case "": u
        case "ê": u + "e"
        case "en": u + "n"
        case "eng": "iong"
        default: u + rime
        }
      return isAlone ? "y" + (rime == "eng" ? "ong" : final) : initial + final
    default:
      return initial + (rime.isEmpty ? "i" : rime)
    }
  }

  // MARK: Wade-Giles

  private static let wadeGilesInitials = [
    "", "p", "p'", "m", "f", "t", "t'", "n", "l", "k", "k'", "h", "ch", "ch'", "hs", "ch", "ch'",
    "sh", "j", "ts", "ts'", "s",
  ]

  /// - SeeAlso: Giles, A Chinese-English Dictionary, 1912, "Table of sounds".
  static func wadeGilesSpelling(_ syllable: Syllable) -> String {
    let initial = wadeGilesInitials[syllable.initial]
    let rime = rimes[syllable.rime]
    let isAlone = initial.isEmpty
    let isBack = ["k", "k'", "h"].contains(initial)
    switch syllable.medial {
    case 1:
      let final =
        switch rime {
        case "": "i"
        case "ê": isAlone ? "yeh" : "ieh"
        case "ou": isAlone ? "yu" : "iu"
        case "an": isAlone ? "yen" : "ien"
        case "en": isAlone ? "yin" : "in"
        case "eng": isAlone ? "ying" : "ing"
        default: (isAlone ? "y" : "i") + rime
        }
      return initial + final
    case 2:
      let final =
        switch rime {
        case "": isAlone ? "wu" : "u"
        case "o": isAlone ? "wo" : isBack || initial == "sh" ? "uo" : "o"
        case "ei": isAlone ? "wei" : isBack && initial != "h" ? "uei" : "ui"
        case "en": isAlone ? "wên" : "un"
        case "eng": isAlone ? "wêng" : "ung"
        default: (isAlone ? "w" : "u") + rime
        }
      return initial + final
    case 3:
      let final =
        switch rime {
        case "": "ü"
        case "ê": "üeh"
        case "en": "ün"
        case "eng": isAlone ? "ung" : "iung"
        default: "ü" + rime
        }
      return (isAlone ? "y" : initial) + final
    default:
      let final =
        switch rime {
        case "": ""
        case "e": isBack ? "o" : "ê"
        case "ê": "eh"
        case "en": "ên"
        case "eng": "êng"
        case "er": "êrh"
        default: rime
        }
      guard rime.isEmpty else { return initial + final }
      switch initial {
      case "ts": return "tzu"
      case "ts'": return "tz'u"
      case "s": return "ssu"
      default: return initial + "ih"
      }
    }
  }

  /// Other spellings that are met.
  static func wadeGilesVariants(_ syllable: Syllable) -> [String] { variants[syllable] ?? [] }

  private static let variants: [Syllable: [String]] = {
    let list: [(String, [String])] = [
      ("ㄙ", ["szu", "sze"]), ("ㄗ", ["tsu", "tze"]), ("ㄘ", ["ts'u", "tz'e"]), ("ㄧ", ["yi"]),
      ("ㄜ", ["o"]), ("ㄦ", ["erh"]), ("ㄍㄜ", ["ke"]), ("ㄎㄜ", ["k'e"]), ("ㄏㄜ", ["he"]),
      ("ㄌㄩㄝ", ["lio", "lüo"]), ("ㄩㄝ", ["yo"]),
    ]
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { pair in
        Syllable(zhuyin: pair.0).map { ($0, pair.1) }
      })
  }()

  // MARK: Tongyong Pinyin

  private static let tongyongInitials = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "c", "s", "jh", "ch", "sh",
    "r", "z", "c", "s",
  ]

  /// Taiwan's official spelling from 2002 to 2008.
  static func tongyongSpelling(_ syllable: Syllable) -> String {
    let initial = tongyongInitials[syllable.initial]
    let rime = rimes[syllable.rime]
    let isAlone = initial.isEmpty
    switch syllable.medial {
    case 1:
      let final =
        switch rime {
        case "": isAlone ? "yi" : "i"
        case "ê": isAlone ? "ye" : "ie"
        case "ou": isAlone ? "you" : "iou"
        case "en": isAlone ? "yin" : "in"
        case "eng": isAlone ? "ying" : "ing"
        default: (isAlone ? "y" : "i") + rime
        }
      return initial + final
    case 2:
      let final =
        switch rime {
        case "": isAlone ? "wu" : "u"
        case "en": isAlone ? "wun" : "un"
        case "eng": isAlone ? "wong" : "ong"
        default: (isAlone ? "w" : "u") + rime
        }
      return initial + final
    case 3:
      let final =
        switch rime {
        case "": "yu"
        case "ê": "yue"
        case "en": "yun"
        case "eng": "yong"
        default: "yu" + rime
        }
      return initial + final
    default:
      if rime.isEmpty { return initial + "ih" }
      return initial + (initial == "f" && rime == "eng" ? "ong" : rime)
    }
  }
}
