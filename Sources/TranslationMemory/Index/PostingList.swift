/// The contents in which a text stands, in rising order, as they lie in a file.
///
/// Each is the difference from the one before, as a varint; a skip leads to every block of
/// ``blockLength``.
struct PostingList {
  static let blockLength: UInt32 = 128

  static func skipCount(of count: Int) -> UInt32 {
    UInt32(max(0, count - 1)) / blockLength
  }

  /// Where the list begins in the section.
  let start: Int
  let end: Int
  let count: Int
  /// Index of its first skip.
  let firstSkip: Int

  /// Where to begin reading to meet every content from `content` on.
  @inline(__always)
  func place(
    of content: UInt32, _ skips: UnsafeBufferPointer<UInt32>
  ) -> (previous: UInt32, at: Int, rest: Int) {
    var low = 0
    var high = Int(Self.skipCount(of: count))
    // The first skip whose block has all contents from `content` on, or later ones.
    while low < high {
      let middle = (low + high) / 2
      if unsafe skips[(firstSkip + middle) * 2] < content {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low == 0 { return (0, start, count) }
    let skip = (firstSkip + low - 1) * 2
    return unsafe (
      skips[skip], start + Int(skips[skip + 1]), count - low * Int(Self.blockLength)
    )
  }

  /// The bytes to read for the contents below `content`.
  @inline(__always)
  func end(of content: UInt32, _ skips: UnsafeBufferPointer<UInt32>) -> Int {
    var low = 0
    var high = Int(Self.skipCount(of: count))
    while low < high {
      let middle = (low + high) / 2
      if unsafe skips[(firstSkip + middle) * 2] < content {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low == Int(Self.skipCount(of: count))
      ? end : unsafe start + Int(skips[(firstSkip + low) * 2 + 1])
  }
}
