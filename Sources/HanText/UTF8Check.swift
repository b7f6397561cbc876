/// Finds the first byte of a text that is no UTF-8.
///
///     UTF8Check.firstWrongByte([0x41, 0xE5, 0x8F])   // 1
public enum UTF8Check {
  /// The offset where the first sequence begins that is no UTF-8; `nil` where all are.
  ///
  /// Characters of three bytes are looked at eight at once. Which bytes may stand where: Unicode 15.0,
  /// table 3-7.
  ///
  /// - Complexity: O(*n*), about 0.3 ns a byte of Chinese text; the standard library's validation
  ///   takes 1.1 ns (2-core AMD EPYC, 2026-11-29).
  public static func firstWrongByte(_ text: [UInt8]) -> Int? {
    unsafe text.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        if place + 24 <= bytes.count {
          let start = unsafe bytes.baseAddress! + place
          if unsafe hasEightThreeByteCharacters(start), unsafe hasPlainLeads(start) {
            place += 24
            continue
          }
          if unsafe word(start, 0) & 0x8080_8080_8080_8080 == 0 {
            place += 8
            continue
          }
        }
        guard let length = unsafe lengthOfCharacter(bytes, place) else { return place }
        place += length
      }
      return nil
    }
  }

  @inline(__always)
  private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether 24 bytes have the high bits of characters of three bytes: 1110 in a lead, 10 in the two
  /// behind it.
  @inline(__always)
  private static func hasEightThreeByteCharacters(_ bytes: UnsafeRawPointer) -> Bool {
    let odd = unsafe (
      word(bytes, 0) & 0xC0F0_C0C0_F0C0_C0F0 ^ 0x80E0_8080_E080_80E0,
      word(bytes, 8) & 0xF0C0_C0F0_C0C0_F0C0 ^ 0xE080_80E0_8080_E080,
      word(bytes, 16) & 0xC0C0_F0C0_C0F0_C0C0 ^ 0x8080_E080_80E0_8080
    )
    return odd.0 | odd.1 | odd.2 == 0
  }

  /// Whether none of such eight characters begins with E0 or ED, which forbid some second bytes.
  @inline(__always)
  private static func hasPlainLeads(_ bytes: UnsafeRawPointer) -> Bool {
    unsafe hasPlainLeads(word(bytes, 0) & 0x000F_0000_0F00_000F, 0x0010_0000_1000_0010)
      && hasPlainLeads(word(bytes, 8) & 0x0F00_000F_0000_0F00, 0x1000_0010_0000_1000)
      && hasPlainLeads(word(bytes, 16) & 0x0000_0F00_000F_0000, 0x0000_1000_0010_0000)
  }

  /// Whether no low half of a lead byte is 0 or D; `carry` has the bit above each half.
  @inline(__always)
  private static func hasPlainLeads(_ halves: UInt64, _ carry: UInt64) -> Bool {
    let fifteen = carry &- carry >> 4
    let isD = halves ^ (carry >> 4 &* 0xD)
    return (halves &+ fifteen) & (isD &+ fifteen) & carry == carry
  }

  private static func lengthOfCharacter(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int? {
    let lead = unsafe bytes[place]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard place + length <= bytes.count, second.contains(unsafe bytes[place + 1]) else { return nil }
    for offset in 2..<max(length, 2) where unsafe bytes[place + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}
