/// The contents in which a text stands, in rising order, as they lie in a file.
///
/// A short list has three bytes for each. A long one has a byte for the difference from the one
/// before; the byte ``stride`` goes on by so many and arrives at none, so that a loop over the bytes
/// needs no branch, which is what made differences of several bytes slow. A list is long where that
/// takes fewer bytes. Skips tell how far each ``chunkLength`` bytes of a long list go.
struct PostingList {
  static let stride: UInt32 = 255
  static let chunkLength = 64
  /// So far a chunk of a long list may go beyond the contents that it was asked for, on either side.
  static let mostOvershoot = 16_384
  /// Bytes that may be read behind the last list.
  static let padding = 8
  /// Contents must be below this.
  static let mostContents = 1 << 24

  /// Where the list begins in the section.
  let start: Int
  let end: Int
  let count: Int
  /// Index of its first skip.
  let firstSkip: Int

  var isShort: Bool { Self.isShort(bytes: end - start, count: count) }

  /// A list that is as long in the long form is kept short.
  static func isShort(bytes: Int, count: Int) -> Bool { bytes >= count * 3 }

  static func skipCount(bytes: Int, count: Int) -> Int {
    isShort(bytes: bytes, count: count) ? 0 : (bytes + chunkLength - 1) / chunkLength
  }

  /// The chunks of a long list that have its contents of the range, and the content before them.
  @inline(__always)
  func chunks(
    of contents: Range<Int>, _ skips: UnsafeBufferPointer<UInt32>
  ) -> (previous: UInt32, bytes: Range<Int>) {
    let first = unsafe firstChunk(endingAt: contents.lowerBound, skips)
    let last = unsafe firstChunk(endingAt: contents.upperBound, skips)
    let previous = first == 0 ? 0 : unsafe skips[firstSkip + first - 1]
    return (
      previous,
      min(end, start + first * Self.chunkLength)..<min(end, start + (last + 1) * Self.chunkLength)
    )
  }

  /// The first chunk that goes as far as `content` or farther.
  @inline(__always)
  private func firstChunk(endingAt content: Int, _ skips: UnsafeBufferPointer<UInt32>) -> Int {
    var low = 0
    var high = Self.skipCount(bytes: end - start, count: count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe skips[firstSkip + middle] < content { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of a short list that have its contents of the range.
  @inline(__always)
  func entries(of contents: Range<Int>, _ bytes: UnsafePointer<UInt8>) -> Range<Int> {
    func entriesBelow(_ content: Int) -> Int {
      var low = 0
      var high = count
      while low < high {
        let middle = (low + high) / 2
        if unsafe Self.entry(bytes, start + middle * 3) < content {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return start + low * 3
    }
    return entriesBelow(contents.lowerBound)..<entriesBelow(contents.upperBound)
  }

  /// One entry of a short list.
  @inline(__always)
  static func entry(_ bytes: UnsafePointer<UInt8>, _ at: Int) -> UInt32 {
    let word = unsafe UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt32.self)
    return UInt32(littleEndian: word) & 0xFF_FFFF
  }
}
