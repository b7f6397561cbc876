/// Counts Unicode scalars and lines on the way through a text.
struct LineCounter {
  private(set) var offset = 0
  private(set) var scalars = 0
  /// From 1.
  private(set) var line = 1

  /// Goes on to a later UTF-8 offset.
  ///
  /// - Complexity: O(*n*) for *n* bytes since the last one.
  mutating func advance(to target: Int, in bytes: [UInt8]) {
    let bytes = bytes.span
    while offset < target {
      let byte = bytes[offset]
      offset += 1
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A || (byte == 0x0D && !(offset < bytes.count && bytes[offset] == 0x0A)) {
        line += 1
      }
    }
  }

  /// Line ends: a line feed, a carriage return, or both together.
  static func lines(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}
