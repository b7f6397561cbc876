/// Reads scalars from bytes that may be anything.
enum UTF8Scalar {
  /// The scalar at `at` and how many bytes it takes; U+FFFD and 1 for a byte that begins none.
  ///
  /// - Precondition: `at < end`, and `end` is within the bytes.
  @inline(__always)
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(unsafe bytes[at])
    if lead < 0x80 { return (lead, 1) }
    if lead & 0xF0 == 0xE0, at + 2 < end {
      let second = UInt32(unsafe bytes[at + 1])
      let third = UInt32(unsafe bytes[at + 2])
      let scalar = (lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F)
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, scalar >= 0x800, scalar & 0xF800 != 0xD800 {
        return (scalar, 3)
      }
    } else if lead & 0xE0 == 0xC0, at + 1 < end {
      let second = UInt32(unsafe bytes[at + 1])
      let scalar = (lead & 0x1F) << 6 | (second & 0x3F)
      if second & 0xC0 == 0x80, scalar >= 0x80 { return (scalar, 2) }
    } else if lead & 0xF8 == 0xF0, at + 3 < end {
      let second = UInt32(unsafe bytes[at + 1])
      let third = UInt32(unsafe bytes[at + 2])
      let fourth = UInt32(unsafe bytes[at + 3])
      let scalar = (lead & 7) << 18 | (second & 0x3F) << 12 | (third & 0x3F) << 6 | (fourth & 0x3F)
      if second & 0xC0 == 0x80, third & 0xC0 == 0x80, fourth & 0xC0 == 0x80,
        scalar >= 0x10000, scalar <= 0x10FFFF
      {
        return (scalar, 4)
      }
    }
    return (0xFFFD, 1)
  }
}
