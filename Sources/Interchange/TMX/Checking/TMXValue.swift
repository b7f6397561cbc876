import XMLStream

/// Attribute values that TMX gives a form.
enum TMXValue {
  /// `YYYYMMDDThhmmssZ`, a day that there is. TMX 1.4b, "creationdate".
  static func isDate(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count == 16, bytes[8] == UInt8(ascii: "T"), bytes[15] == UInt8(ascii: "Z")
    else { return false }
    var digits = 0
    for index in 0..<15 where index != 8 {
      let digit = bytes[index] &- 48
      guard digit < 10 else { return false }
      digits = digits &* 10 &+ Int(digit)
    }
    let (second, minute, hour) = (digits % 100, digits / 100 % 100, digits / 10_000 % 100)
    let (day, month, year) = (
      digits / 1_000_000 % 100, digits / 100_000_000 % 100, digits / 10_000_000_000
    )
    guard second < 61, minute < 60, hour < 24, day > 0 else { return false }
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: return day <= 31
    case 4, 6, 9, 11: return day <= 30
    case 2:
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return day <= (isLeap ? 29 : 28)
    default: return false
    }
  }

  /// A count that a 64-bit number holds.
  static func isCount(_ bytes: Span<UInt8>) -> Bool {
    guard (1...18).contains(bytes.count) else { return false }
    for index in bytes.indices where !(48...57).contains(bytes[index]) { return false }
    return true
  }

  static func isSegmentation(_ node: XMLNode, _ tape: borrowing XMLTape) -> Bool {
    tape.value(node, is: "sentence") || isSegmentation(tape.string(node))
  }

  static func isSegmentation(_ text: String) -> Bool {
    ["block", "paragraph", "sentence", "phrase"].contains(text)
  }

  /// Whether a character stands in it that XML 1.0, 2.2 discourages: U+007F and the C1 controls.
  static func hasDiscouraged(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    // Eight bytes at once: nearly all texts have neither of the two that matter.
    bytes.withUnsafeBytes { raw in
      while index + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if hasByte(word, 0x7F) || hasByte(word, 0xC2) { return }
        index += 8
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x7F { return true }
      if byte == 0xC2, index < bytes.count, bytes[index] < 0xA0, bytes[index] != 0x85 {
        return true
      }
    }
    return false
  }

  private static func hasByte(_ word: UInt64, _ byte: UInt64) -> Bool {
    let other = word ^ (byte &* 0x0101_0101_0101_0101)
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
  }
}
