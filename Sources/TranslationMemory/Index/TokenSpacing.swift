/// Where white space is expected between two tokens, so that an index keeps only what differs.
struct TokenSpacing: BitwiseCopyable {
  /// Bit 0: a space may follow. Bit 1: a space may come before. Bits 4-7: the token's kind.
  let packed: UInt8

  init(_ kind: TokenKind, text: some Collection<UInt8>) {
    var bits = kind.rawValue << 4
    switch kind {
    case .word, .number: bits |= 3
    case .mark where text.count == 1:
      switch text.first {
      case 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F, 0x29: bits |= 1  // , . ; : ! ? )
      case 0x28: bits |= 2  // (
      default: break
      }
    default: break
    }
    packed = bits
  }

  /// What is outside a segment.
  static let edge = TokenSpacing(.gap, text: [])

  var kind: TokenKind { TokenKind(rawValue: packed >> 4)! }

  /// Whether one space is expected between the two.
  @inline(__always)
  static func isSpaceExpected(_ left: Self, _ right: Self) -> Bool {
    left.packed & (right.packed &>> 1) & 1 != 0
  }
}
