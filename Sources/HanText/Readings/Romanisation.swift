/// A way to write Mandarin with Latin letters.
///
///     Romanisation.wadeGiles.spelling(of: Syllable(zhuyin: "ㄔㄨㄢ")!)   // "ch'uan"
public enum Romanisation: String, CaseIterable, Sendable {
  case hanyu
  case wadeGiles
  case tongyong

  /// The usual spelling, without a tone.
  public func spelling(of syllable: Syllable) -> String {
    switch self {
    case .hanyu: Self.hanyuSpelling(syllable)
    case .wadeGiles: Self.wadeGilesSpelling(syllable)
    case .tongyong: Self.tongyongSpelling(syllable)
    }
  }

  /// A syllable that a spelling can mean.
  struct Meaning: Hashable, Sendable {
    var syllable: Syllable
    /// Whether a sign was left out, an apostrophe or two dots: the spelling says less than it
    /// should.
    var isLoose: Bool
  }

  /// What a spelling means. `v` stands for ü, and ê is e.
  ///
  /// - Parameter spelling: packed with ``pack(_:)``.
  func meanings(of spelling: UInt64) -> [Meaning] {
    switch self {
    case .hanyu: Self.hanyuTable[spelling] ?? []
    case .wadeGiles: Self.wadeGilesTable[spelling] ?? []
    case .tongyong: Self.tongyongTable[spelling] ?? []
    }
  }

  /// The longest spelling, in letters and apostrophes: `ch'uang`.
  static let longestSpelling = 7

  /// Up to eight ASCII characters as a number.
  static func pack(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static let hanyuTable = table { syllable in
    let usual = letters(hanyuSpelling(syllable))
    var spellings: [(letters: [UInt8], isLoose: Bool)] = [(usual, false)]
    if let place = usual.firstIndex(of: v) {
      // Passports write LYU; many leave the dots out where nothing else is meant.
      spellings.append((usual[..<place] + [y, u] + usual[(place + 1)...], false))
      if place + 1 < usual.count { spellings.append((usual.map { $0 == v ? u : $0 }, true)) }
    }
    return spellings
  }

  private static let wadeGilesTable = table { syllable in
    var spellings: [(letters: [UInt8], isLoose: Bool)] = []
    for spelling in [wadeGilesSpelling(syllable)] + wadeGilesVariants(syllable) {
      let full = letters(spelling)
      let joined = full.filter { $0 != apostrophe }
      spellings.append((full, false))
      spellings.append((joined, true))
      spellings.append((full.map { $0 == v ? u : $0 }, true))
      spellings.append((joined.map { $0 == v ? u : $0 }, true))
    }
    return spellings
  }

  private static let tongyongTable = table { syllable in
    let usual = letters(tongyongSpelling(syllable))
    var spellings: [(letters: [UInt8], isLoose: Bool)] = [(usual, false)]
    // The short forms of Hanyu are met as well: gui for guei, liu for liou.
    if syllable.initial > 0, syllable.medial == 2, syllable.rime == Syllable.ei {
      spellings.append((usual.filter { $0 != e }, false))
    } else if syllable.initial > 0, syllable.medial == 1, syllable.rime == Syllable.ou {
      spellings.append((usual.filter { $0 != o }, false))
    }
    return spellings
  }

  private static let v = UInt8(ascii: "v")
  private static let y = UInt8(ascii: "y")
  private static let u = UInt8(ascii: "u")
  private static let e = UInt8(ascii: "e")
  private static let o = UInt8(ascii: "o")
  private static let apostrophe = UInt8(ascii: "'")

  /// A spelling as it is looked up: `v` for ü, `e` for ê.
  private static func letters(_ spelling: String) -> [UInt8] {
    spelling.unicodeScalars.map { letter in
      switch letter {
      case "ü": v
      case "ê": e
      default: UInt8(truncatingIfNeeded: letter.value)
      }
    }
  }

  /// - Parameter spellings: of a syllable, the full ones first.
  private static func table(
    _ spellings: (Syllable) -> [(letters: [UInt8], isLoose: Bool)]
  ) -> [UInt64: [Meaning]] {
    var table: [UInt64: [Meaning]] = [:]
    table.reserveCapacity(2_048)
    for syllable in Syllable.all {
      for (letters, isLoose) in spellings(syllable) {
        let key = pack(letters)
        if table[key]?.contains(where: { $0.syllable == syllable }) != true {
          table[key, default: []].append(Meaning(syllable: syllable, isLoose: isLoose))
        }
      }
    }
    return table
  }
}
