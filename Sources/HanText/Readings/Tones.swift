/// A set of Mandarin tones: 1 to 4, and 5 for the light tone.
public struct Tones: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// - Parameter tone: 1 to 5; a set of none for any other number.
  public init(_ tone: Int) { rawValue = (1...5).contains(tone) ? 1 << (tone - 1) : 0 }

  /// What the sign of a tone in zhuyin says; acute and grave accents are met for ˊ and ˋ.
  init?(zhuyin scalar: Unicode.Scalar) {
    switch scalar {
    case "ˉ": self.init(1)
    case "ˊ", "´": self.init(2)
    case "ˇ": self.init(3)
    case "ˋ", "`": self.init(4)
    case "˙": self.init(5)
    default: return nil
    }
  }
}
