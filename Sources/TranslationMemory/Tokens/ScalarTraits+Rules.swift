extension ScalarTraits {
  /// The traits of a scalar, from Swift's own Unicode data and ``FoldRules``.
  ///
  /// - Complexity: about 1 µs; ``ScalarTable`` keeps the answers.
  init(of value: UInt32) {
    // U+FFFD for what no scalar is.
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    let kind = Self.kind(of: scalar)
    switch kind {
    case .space, .ignorable:
      self.init(kind, folded: 0, cased: 0)
    case .digit:
      let digit = 0x30 + UInt32(scalar.properties.numericValue ?? 0)
      self.init(kind, folded: digit, cased: digit)
    default:
      let cased = FoldRules.withoutVariants(scalar)
      let folded = cased.map(FoldRules.withoutCase)
      self.init(kind, folded: folded?.value ?? 0, cased: cased?.value ?? 0)
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> Class {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x27, 0x2019: return .apostrophe
    case 0x2C, 0x2E, 0xFF0E: return .numberMark
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: return .character
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return .ignorable
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return .combining
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return isWrittenWithoutSpaces(scalar.value) ? .character : .letter
    case .letterNumber: return (0x3007...0x3029).contains(scalar.value) ? .character : .mark
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .unassigned, .surrogate:
      return .space
    case .format: return .ignorable
    default: return .mark
    }
  }

  /// Scripts whose words are not parted by spaces, beside Han.
  private static func isWrittenWithoutSpaces(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005...0x3007, 0x3031...0x3035, 0x303B...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true
    case 0x3105...0x312F, 0x31A0...0x31BF: true  // Bopomofo
    case 0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F: true  // Thai, Lao, Tibetan, Burmese
    case 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF, 0xA980...0xA9DF: true
    case 0xAA60...0xAADF: true
    default: false
    }
  }
}
