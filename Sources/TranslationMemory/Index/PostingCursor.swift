/// Where the next posting of a text goes while lists are written.
struct PostingCursor {
  /// The next byte.
  private var place: UInt32
  /// The next skip.
  private var skip: UInt32
  /// The content that was added last, and 1; 0 before the first.
  private var next: UInt32 = 0
  /// Bytes until the next chunk.
  private var room = UInt8(PostingList.chunkLength)
  private let isShort: Bool

  init(_ list: PostingList) {
    place = UInt32(list.start)
    skip = UInt32(list.firstSkip)
    isShort = list.isShort
  }

  /// Adds a content that is none of those before, or the last again.
  @inline(__always)
  mutating func append(
    _ content: UInt32, to postings: UnsafeMutablePointer<UInt8>,
    _ skips: UnsafeMutablePointer<UInt32>
  ) {
    if next == content &+ 1 { return }
    var reached = next == 0 ? 0 : next &- 1
    next = content &+ 1
    if isShort {
      unsafe postings[Int(place)] = UInt8(truncatingIfNeeded: content)
      unsafe postings[Int(place) + 1] = UInt8(truncatingIfNeeded: content &>> 8)
      unsafe postings[Int(place) + 2] = UInt8(truncatingIfNeeded: content &>> 16)
      place &+= 3
      return
    }
    while content &- reached >= PostingList.stride {
      reached &+= PostingList.stride
      unsafe append(byte: UInt8(PostingList.stride), reaching: reached, to: postings, skips)
    }
    let step = UInt8(truncatingIfNeeded: content &- reached)
    unsafe append(byte: step, reaching: content, to: postings, skips)
  }

  @inline(__always)
  private mutating func append(
    byte: UInt8, reaching content: UInt32, to postings: UnsafeMutablePointer<UInt8>,
    _ skips: UnsafeMutablePointer<UInt32>
  ) {
    unsafe postings[Int(place)] = byte
    place &+= 1
    room &-= 1
    if room == 0 {
      unsafe skips[Int(skip)] = content
      skip &+= 1
      room = UInt8(PostingList.chunkLength)
    }
  }

  /// Ends the last chunk of the list.
  func finish(_ skips: UnsafeMutablePointer<UInt32>) {
    guard !isShort, room < PostingList.chunkLength else { return }
    unsafe skips[Int(skip)] = next - 1
  }
}
