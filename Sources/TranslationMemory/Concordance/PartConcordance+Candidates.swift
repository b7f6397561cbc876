import MappedFile

/// Which contents are looked at.
extension PartConcordance {
  /// A bit for each content from the last multiple of 64 before the range on: whether it may have the
  /// text, for it has the rarest token and, as far as ``PairFilter`` can tell, the pairs.
  func candidates(in range: Range<Int>) throws(MappedFileError) -> [UInt64] {
    var candidates = try contents(of: order[0], in: range)
    if pairs.isEmpty {
      // More lists than a few cost more than they keep from being compared.
      for place in order.dropFirst().prefix(3) {
        let others = try contents(of: place, in: range)
        for index in candidates.indices { candidates[index] &= others[index] }
      }
    } else {
      try keepPairs(&candidates, in: range)
    }
    // What lists and rows have beside the range.
    candidates[0] &= UInt64.max << UInt64(range.lowerBound % 64)
    if range.upperBound % 64 != 0 {
      candidates[candidates.count - 1] &= 1 << UInt64(range.upperBound % 64) - 1
    }
    return candidates
  }

  /// The contents in which one of a place's choices stands, and others beside the range.
  private func contents(of place: Int, in range: Range<Int>) throws(MappedFileError) -> [UInt64] {
    let margin = PostingList.mostOvershoot
    let start = range.lowerBound & ~63
    let count = (range.upperBound - start + 63) / 64
    var bits = [UInt64](repeating: 0, count: count + margin / 32)
    let shift = UInt32(margin) &- UInt32(start)
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    for id in choices[place] {
      let run = try part.postings(of: part.list(of: id), in: range)
      unsafe bits.withUnsafeMutableBufferPointer { bits in
        unsafe run.forEach(bytes) { content, isPosting in
          let bit = content &+ shift
          unsafe bits[Int(bit &>> 6)] |= (isPosting ? 1 : 0) &<< UInt64(bit & 63)
        }
      }
    }
    return Array(bits[margin / 64..<margin / 64 + count])
  }

  /// Takes out what does not have all pairs.
  private func keepPairs(
    _ candidates: inout [UInt64], in range: Range<Int>
  ) throws(MappedFileError) {
    let length = PairFilter.blockLength
    let start = range.lowerBound / 64
    for block in range.lowerBound / length...(range.upperBound - 1) / length {
      let first = Int(part.pairStarts[block])
      let rowLength = PairFilter.rowLength(from: block * length, of: part.head.contents)
      let rowCount = (Int(part.pairStarts[block + 1]) - first) / rowLength
      // Words of all contents.
      let words = block * length / 64..<block * length / 64 + rowLength
      let places = words.clamped(to: start..<start + candidates.count)
      for pair in pairs {
        let rows = PairFilter.rows(of: pair.left, pair.right, count: rowCount)
        for row in [rows.first, rows.second] {
          let shift = first + row * rowLength - words.lowerBound
          try part.pairs.check(places.lowerBound + shift..<places.upperBound + shift)
          let bits = unsafe part.pairs.unsafeElements
          for place in places { unsafe candidates[place - start] &= bits[place + shift] }
        }
      }
    }
  }
}
