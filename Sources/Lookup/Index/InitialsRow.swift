/// A key of up to ten first letters, and a name that has them.
struct InitialsRow: Hashable, BitwiseCopyable, Sendable {
  /// Six bits a letter or digit.
  var letters: UInt64
  var name: UInt32
  private var unused: UInt32 = 0

  init(letters: UInt64, name: Int) {
    self.letters = letters
    self.name = UInt32(name)
  }

  static let longest = 10

  /// - Returns: `nil` where there are none or too many, or others than a-z and 0-9.
  static func pack(_ units: some Collection<UInt16>) -> UInt64? {
    guard (1...longest).contains(units.count) else { return nil }
    var packed: UInt64 = 0
    for unit in units {
      switch unit {
      case 0x61...0x7A: packed = packed << 6 | UInt64(unit - 0x60)
      case 0x30...0x39: packed = packed << 6 | UInt64(unit - 0x30 + 27)
      default: return nil
      }
    }
    return packed
  }
}
