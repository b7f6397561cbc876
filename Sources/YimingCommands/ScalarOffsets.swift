/// Turns UTF-8 offsets of a text into offsets of Unicode scalars.
struct ScalarOffsets {
  private let counts: [Int32]

  /// - Complexity: O(*n*).
  init(_ utf8: [UInt8]) {
    var counts: [Int32] = []
    counts.reserveCapacity(utf8.count + 1)
    var count: Int32 = 0
    for byte in utf8 {
      counts.append(count)
      // All but the bytes that continue a scalar.
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    counts.append(count)
    self.counts = counts
  }

  /// The offset of the scalar that begins at a UTF-8 offset.
  subscript(offset: Int) -> Int { Int(counts[min(offset, counts.count - 1)]) }

  func json(_ range: Range<Int>) -> JSONValue {
    .array([.number(self[range.lowerBound]), .number(self[range.upperBound])])
  }
}
