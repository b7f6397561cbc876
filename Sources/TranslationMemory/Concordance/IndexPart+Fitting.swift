import MappedFile

extension IndexPart {
  /// The words and numbers of the vocabulary that can stand at an open place of a query, by rising id.
  ///
  /// - Complexity: O(bytes of the vocabulary), about 0.3 ms a megabyte.
  func words(fitting query: ConcordanceQuery, at place: Int) -> [UInt32] {
    let kind = query.kinds[place]
    let wanted = query.texts[place]
    let texts = unsafe self.texts.unsafeElements
    let ends = unsafe textEnds.unsafeElements
    var fitting: [UInt32] = []
    var at = 0
    var id = 0
    while let found = unsafe Self.first(of: wanted, in: texts, from: at) {
      id = unsafe firstText(endingBehind: found, from: id, ends)
      let range = range(of: UInt32(id))
      // Where its beginning goes on into the next text it is not in this one.
      at = range.upperBound
      guard self.kind(of: UInt32(id)) == kind, plain[id] == UInt32(id),
        list(of: UInt32(id)).count > 0,
        unsafe query.accepts(UnsafeBufferPointer(rebasing: texts[range]), at: place)
      else { continue }
      fitting.append(UInt32(id))
    }
    return fitting
  }

  private func firstText(
    endingBehind place: Int, from id: Int, _ ends: UnsafeBufferPointer<UInt32>
  ) -> Int {
    var low = id
    var step = 1
    // Mostly it is one of the next.
    while low + step < ends.count, unsafe ends[low + step - 1] <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, ends.count) - 1
    while low < high {
      let middle = (low + high) / 2
      if unsafe ends[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place from `start` on where the first two bytes of a text stand, or its one.
  private static func first(
    of wanted: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let first = UInt64(wanted[0]) &* ones
    let isOne = wanted.count == 1
    let second = isOne ? 0 : UInt64(wanted[1]) &* ones
    var at = start
    // Eight places at a time: a byte that is zero is a place.
    while at &+ 9 <= bytes.count {
      let base = unsafe UnsafeRawPointer(bytes.baseAddress! + at)
      let left = unsafe UInt64(littleEndian: base.loadUnaligned(as: UInt64.self)) ^ first
      let next = unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
      let different = left | (isOne ? 0 : next ^ second)
      // The lowest mark is a zero for certain.
      let marks = (different &- ones) & ~different & (ones &<< 7)
      if marks != 0 { return at &+ marks.trailingZeroBitCount &>> 3 }
      at &+= 8
    }
    while at &+ (isOne ? 0 : 1) < bytes.count {
      if unsafe bytes[at] == wanted[0] && (isOne || bytes[at &+ 1] == wanted[1]) { return at }
      at &+= 1
    }
    return nil
  }
}
