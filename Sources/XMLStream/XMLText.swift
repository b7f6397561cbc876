/// What may stand in XML 1.0, for those who take text from a person and those who write it.
public enum XMLText {
  /// The first character of a text that XML forbids (XML 1.0, production 2); `nil` where all may
  /// stand there.
  public static func firstForbidden(in text: String) -> Unicode.Scalar? {
    text.unicodeScalars.first { isForbidden($0.value) }
  }

  /// The offset of the first byte that XML forbids, or that is no UTF-8.
  /// - Complexity: O(*n*).
  public static func firstForbidden(_ bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20, isForbidden(UInt32(byte)) { return index }
        index += 1
        continue
      }
      guard let length = lengthOfScalar(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }

  /// `0xE9 0x46`.
  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return "0x" + (digits.count < 2 ? "0" : "") + digits
    }.joined(separator: " ")
  }

  /// How a forbidden place is named in a message: `U+0001`, or `byte 0xFF`.
  static func character(at place: Int, in bytes: Span<UInt8>) -> String {
    func hex(_ value: UInt32, _ width: Int) -> String {
      let digits = String(value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let byte = bytes[place]
    if byte < 0x80 { return "U+" + hex(UInt32(byte), 4) }
    // U+FFFE and U+FFFF are the only forbidden ones that are well-formed UTF-8.
    if byte == 0xEF, place + 2 < bytes.count, bytes[place + 1] == 0xBF, bytes[place + 2] >= 0xBE {
      return "U+FFF" + (bytes[place + 2] == 0xBE ? "E" : "F")
    }
    return "byte 0x" + hex(UInt32(byte), 2)
  }

  private static func isForbidden(_ value: UInt32) -> Bool {
    (value < 0x20 && value != 0x09 && value != 0x0A && value != 0x0D) || value == 0xFFFE
      || value == 0xFFFF
  }

  /// Bytes of a well-formed, allowed character beyond ASCII (Unicode 15, table 3-7).
  private static func lengthOfScalar(at index: Int, in bytes: Span<UInt8>) -> Int? {
    let first = bytes[index]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return nil }
    let second = bytes[index + 1]
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return nil }
    for place in 2..<max(2, length) where bytes[index + place] & 0xC0 != 0x80 { return nil }
    if first == 0xEF, second == 0xBF, bytes[index + 2] >= 0xBE { return nil }
    return length
  }

  /// Whether a text is a name as elements and attributes have it, with at most one colon inside
  /// (XML 1.0, production 5; Namespaces in XML 1.0, production 7).
  public static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        guard let first = part.unicodeScalars.first, startsName(first.value) else { return false }
        return part.unicodeScalars.dropFirst().allSatisfy { continuesName($0.value) }
      }
  }

  private static func startsName(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func continuesName(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(value)
    }
  }
}
