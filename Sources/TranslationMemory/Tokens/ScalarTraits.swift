/// What a Unicode scalar is to a tokenizer, and what it is compared as.
struct ScalarTraits {
  enum Class: UInt8 {
    /// White space, control characters, unassigned.
    case space
    /// Does not show and does not part a word: soft hyphen, joiners.
    case ignorable
    case character, letter, digit, combining, mark
    /// An apostrophe: part of a word between letters, else a mark.
    case apostrophe
    /// `.` and `,`: part of a number between digits, else a mark.
    case numberMark
  }

  /// Bits 0-7 the class, 8-31 the folded scalar, 32-55 the same with its case kept; 0 is dropped.
  let packed: UInt64

  init(packed: UInt64) { self.packed = packed }

  init(_ kind: Class, folded: UInt32, cased: UInt32) {
    packed = UInt64(kind.rawValue) | UInt64(folded) << 8 | UInt64(cased) << 32
  }

  var kind: Class { Class(rawValue: UInt8(truncatingIfNeeded: packed))! }
  var folded: UInt32 { UInt32(truncatingIfNeeded: packed >> 8) & 0xFF_FFFF }
  var cased: UInt32 { UInt32(truncatingIfNeeded: packed >> 32) & 0xFF_FFFF }
}
