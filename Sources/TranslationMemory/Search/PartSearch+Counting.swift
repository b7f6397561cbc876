import MappedFile

extension PartSearch {
  /// Adds a list's postings in the block to the counters.
  func count(
    _ list: PostingList, _ weight: UInt8, _ block: Range<Int>, notesTouched: Bool,
    _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    let lower = UInt32(block.lowerBound)
    let upper = UInt32(block.upperBound)
    let skips = unsafe part.skips.unsafeElements
    var (content, at, rest) = unsafe list.place(of: lower, skips)
    try part.postings.check(at..<(unsafe list.end(of: upper, skips)))
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    while rest > 0 {
      content &+= unsafe Varint.read(bytes, &at)
      if content >= lower { break }
      rest &-= 1
    }
    if rest == 0 || content >= upper { return }
    var touched = scratch.touchedCount
    unsafe scratch.counters.withUnsafeMutableBufferPointer { counters in
      let counters = counters.baseAddress!
      if !notesTouched {
        while true {
          unsafe counters[Int(content &- lower)] &+= weight
          rest &-= 1
          // Eight differences of one byte at a time, as long as there are.
          while rest >= 8 {
            let word = unsafe UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 { break }
            let total = (word &* 0x0101_0101_0101_0101) &>> 56
            // The sum is taken modulo 256: with seven bits each, eight may be more.
            let isSmall = word & 0x6060_6060_6060_6060 == 0
            if !isSmall || content &+ UInt32(truncatingIfNeeded: total) >= upper { break }
            var rising = word
            for _ in 0..<8 {
              content &+= UInt32(truncatingIfNeeded: rising & 0x7F)
              rising &>>= 8
              unsafe counters[Int(content &- lower)] &+= weight
            }
            at &+= 8
            rest &-= 8
          }
          if rest == 0 { return }
          content &+= unsafe Varint.read(bytes, &at)
          if content >= upper { return }
        }
      }
      unsafe scratch.touched.withUnsafeMutableBufferPointer { places in
        while true {
          let place = content &- lower
          let before = unsafe counters[Int(place)]
          unsafe places[touched] = place
          touched &+= before == 0 ? 1 : 0
          unsafe counters[Int(place)] = before &+ weight
          rest &-= 1
          if rest == 0 { return }
          content &+= unsafe Varint.read(bytes, &at)
          if content >= upper { return }
        }
      }
    }
    scratch.touchedCount = touched
  }

  /// The same for a query of so many tokens that eight bits do not hold the hits.
  func countWide(
    _ list: PostingList, _ weight: Int, _ block: Range<Int>, _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    scratch.reserveWide()
    let lower = UInt32(block.lowerBound)
    let upper = UInt32(block.upperBound)
    let skips = unsafe part.skips.unsafeElements
    var (content, at, rest) = unsafe list.place(of: lower, skips)
    try part.postings.check(at..<(unsafe list.end(of: upper, skips)))
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    while rest > 0 {
      content &+= unsafe Varint.read(bytes, &at)
      if content >= upper { return }
      if content >= lower { scratch.wide[Int(content &- lower)] += UInt32(weight) }
      rest &-= 1
    }
  }

  /// Takes the contents with enough hits out of the counters.
  func collect(
    _ block: Range<Int>, hits: Int, rest: Int, isWide: Bool, _ collector: MatchCollector,
    _ scratch: inout SearchScratch
  ) {
    scratch.candidateCount = 0
    // The table of lengths gives each stretch of contents its own bound.
    var index = part.lengthIndex(of: block.lowerBound)
    var from = block.lowerBound
    while from < block.upperBound {
      let to = min(block.upperBound, Int(part.lengths[index * 2 + 3]))
      let longer = max(length, Int(part.lengths[index * 2]))
      let least = max(hits, longer - mostDistance(of: longer, collector) - rest)
      let places = from - block.lowerBound..<to - block.lowerBound
      if isWide {
        scratch.takeWide(places, least: least)
      } else {
        take(places, least: min(least, 128), &scratch)
      }
      from = to
      index += 1
    }
  }

  /// Adds the contents of `range` with at least so many hits to the candidates and sets their counters
  /// to zero. Eight counters are looked at in one word; each is below 128.
  func take(_ range: Range<Int>, least: Int, _ scratch: inout SearchScratch) {
    let limit = least < 128 ? UInt64(128 - least) &* 0x0101_0101_0101_0101 : 0
    var count = scratch.candidateCount
    unsafe scratch.candidates.withUnsafeMutableBufferPointer { candidates in
      unsafe scratch.counters.withUnsafeMutableBytes { counters in
        var at = range.lowerBound
        while at < range.upperBound {
          if at & 7 != 0 || at &+ 8 > range.upperBound {
            let hits = unsafe counters[at]
            if hits >= least {
              unsafe candidates[count] = UInt32(hits) << 24 | UInt32(truncatingIfNeeded: at)
              count &+= 1
            }
            unsafe counters[at] = 0
            at &+= 1
            continue
          }
          let word = unsafe counters.load(fromByteOffset: at, as: UInt64.self)
          if word != 0 {
            var marks = (word &+ limit) & 0x8080_8080_8080_8080
            while marks != 0 {
              let shift = UInt64(marks.trailingZeroBitCount) & ~7
              marks &= marks &- 1
              let place = UInt32(truncatingIfNeeded: at) &+ UInt32(truncatingIfNeeded: shift &>> 3)
              unsafe candidates[count] = UInt32(truncatingIfNeeded: word &>> shift) &<< 24 | place
              count &+= 1
            }
            unsafe counters.storeBytes(of: 0, toByteOffset: at, as: UInt64.self)
          }
          at &+= 8
        }
      }
    }
    scratch.candidateCount = count
  }
}
