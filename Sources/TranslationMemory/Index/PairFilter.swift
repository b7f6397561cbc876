/// Which contents may have two texts one behind the other: a Bloom filter for each content, turned so
/// that one row of bits is read for all contents of a block.
///
/// Contents lie in order of length, so those of a block need about as many bits each, and have as many
/// rows as that. A pair sets two bits of its content; with ``rowsForPair`` rows for each pair one content
/// of twelve seems to have a pair that it has not.
///
/// Pairs are of texts compared as in a concordance: folded, numbers apart, codes left out.
enum PairFilter {
  /// Contents of a block; whole words of bits.
  static let blockLength = 1 << 12
  static let rowsForPair = 6
  static let fewestRows = 8

  /// The rows of a pair in a block that has so many.
  @inline(__always)
  static func rows(of left: UInt32, _ right: UInt32, count: Int) -> (first: Int, second: Int) {
    var hash = UInt64(left) &* 0x9FB2_1C65_1E98_DF25 &+ UInt64(right) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash &>> 32
    hash &*= 0xC2B2_AE3D_27D4_EB4F
    hash ^= hash &>> 29
    let first = ((hash & 0xFFFF_FFFF) &* UInt64(count)) &>> 32
    let second = ((hash &>> 32) &* UInt64(count)) &>> 32
    return (Int(first), Int(second))
  }

  /// Words of one row of the block that begins with `content`.
  static func rowLength(from content: Int, of contents: Int) -> Int {
    (min(blockLength, contents - content) + 63) / 64
  }
}
