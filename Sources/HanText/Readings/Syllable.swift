/// A syllable of Mandarin without its tone, as zhuyin divides it.
///
///     Syllable(zhuyin: "ㄏㄨㄟ")?.hanyu   // "hui"
///
/// Not every number that can be made is a syllable that is spoken: see ``isSpoken``.
public struct Syllable: Hashable, Sendable, Comparable {
  /// Below 2,048: sixty-four an initial, sixteen a medial.
  public let number: UInt16

  static let initials = Array("ㄅㄆㄇㄈㄉㄊㄋㄌㄍㄎㄏㄐㄑㄒㄓㄔㄕㄖㄗㄘㄙ".unicodeScalars)
  static let medials = Array("ㄧㄨㄩ".unicodeScalars)
  static let rimes = Array("ㄚㄛㄜㄝㄞㄟㄠㄡㄢㄣㄤㄥㄦ".unicodeScalars)
  static let ei = 6
  static let ou = 8
  /// How many numbers there are.
  static let numberCount = (initials.count + 1) * 64

  public init(number: UInt16) { self.number = number }

  /// - Parameters: places in the lists above from 1; 0 for what the syllable lacks.
  init(initial: Int, medial: Int, rime: Int) {
    number = UInt16(initial * 64 + medial * 16 + rime)
  }

  /// One whole syllable without a tone; `nil` for anything else, and for what is not spoken.
  public init?(zhuyin: String) {
    var initial = 0
    var medial = 0
    var rime = 0
    for scalar in zhuyin.unicodeScalars {
      switch Self.part(scalar) {
      case .initial(let found) where initial + medial + rime == 0: initial = found
      case .medial(let found) where medial + rime == 0: medial = found
      case .rime(let found) where rime == 0: rime = found
      default: return nil
      }
    }
    self.init(initial: initial, medial: medial, rime: rime)
    guard isSpoken else { return nil }
  }

  var initial: Int { Int(number >> 6) }
  var medial: Int { Int(number >> 4 & 3) }
  var rime: Int { Int(number & 15) }

  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// In zhuyin, without a tone: `ㄏㄨㄟ`.
  public var zhuyin: String {
    var text = ""
    if initial > 0 { text.unicodeScalars.append(Self.initials[initial - 1]) }
    if medial > 0 { text.unicodeScalars.append(Self.medials[medial - 1]) }
    if rime > 0 { text.unicodeScalars.append(Self.rimes[rime - 1]) }
    return text
  }

  /// In Hanyu Pinyin, without a tone: `hui`, `nü`.
  public var hanyu: String { Romanisation.hanyu.spelling(of: self) }

  enum Part {
    case initial(Int)
    case medial(Int)
    case rime(Int)
  }

  /// What a zhuyin letter is in a syllable; `nil` for what is no such letter.
  static func part(_ scalar: Unicode.Scalar) -> Part? {
    switch scalar.value {
    case 0x3105...0x3119: .initial(Int(scalar.value) - 0x3104)
    case 0x311A...0x3126: .rime(Int(scalar.value) - 0x3119)
    case 0x3127...0x3129: .medial(Int(scalar.value) - 0x3126)
    default: nil
    }
  }
}
