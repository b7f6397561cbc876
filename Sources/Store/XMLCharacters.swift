/// What may stand in XML as it is: a check of bytes that are to be stored as XML.
///
/// It is no parser: that elements are closed is the promise of whoever made the bytes.
enum XMLCharacters {
  /// Where the first byte stands that is no UTF-8, or that begins a character outside of "Char" in
  /// XML 1.0 (section 2.2); `nil` where there is none.
  ///
  /// - Complexity: O(*n*); eight bytes at a time where they are ASCII.
  static func firstForbidden(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        if offset + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          let high: UInt64 = 0x8080_8080_8080_8080
          // ASCII, and nothing under 0x20: with the high bits set, taking 0x20 from each byte
          // clears the high bit of those that are less.
          if word & high == 0, ((word | high) &- 0x2020_2020_2020_2020) & high == high {
            offset += 8
            continue
          }
        }
        let length = length(at: offset, in: bytes)
        if length == 0 { return offset }
        offset += length
      }
      return nil
    }
  }

  /// The bytes of the character that begins at an offset; 0 where none does that XML allows.
  private static func length(at offset: Int, in bytes: UnsafeRawBufferPointer) -> Int {
    func trail(_ distance: Int) -> UInt8? {
      let index = offset + distance
      guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return nil }
      return bytes[index]
    }
    let first = bytes[offset]
    switch first {
    case 0x09, 0x0A, 0x0D, 0x20...0x7F: return 1
    case 0xC2...0xDF: return trail(1) == nil ? 0 : 2
    case 0xE0...0xEF:
      guard let second = trail(1), let third = trail(2) else { return 0 }
      if first == 0xE0, second < 0xA0 { return 0 }
      // Surrogates.
      if first == 0xED, second >= 0xA0 { return 0 }
      // U+FFFE and U+FFFF.
      if first == 0xEF, second == 0xBF, third >= 0xBE { return 0 }
      return 3
    case 0xF0...0xF4:
      guard let second = trail(1), trail(2) != nil, trail(3) != nil else { return 0 }
      if first == 0xF0, second < 0x90 { return 0 }
      if first == 0xF4, second >= 0x90 { return 0 }
      return 4
    default: return 0
    }
  }

  /// "U+0001", or the byte where it is no character.
  static func name(at offset: Int, in bytes: [UInt8]) -> String {
    var decoder = UTF8()
    var iterator = bytes[offset...].makeIterator()
    let value: UInt32
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): value = scalar.value
    default:
      return "the byte 0x" + String(bytes[offset], radix: 16, uppercase: true)
    }
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
