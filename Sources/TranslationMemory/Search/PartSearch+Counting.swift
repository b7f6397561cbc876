import MappedFile

extension PartSearch {
  /// Adds a list's postings in the block to the counters.
  func count(
    _ list: PostingList, _ weight: UInt8, _ block: Range<Int>, notesTouched: Bool,
    _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    let run = try part.postings(of: list, in: block)
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    let shift = UInt32(SearchScratch.margin) &- UInt32(block.lowerBound)
    var touched = scratch.touchedCount
    unsafe scratch.counters.withUnsafeMutableBufferPointer { counters in
      let counters = counters.baseAddress!
      if !notesTouched {
        unsafe run.forEach(bytes) { content, isPosting in
          unsafe counters[Int(content &+ shift)] &+= isPosting ? weight : 0
        }
        return
      }
      unsafe scratch.touched.withUnsafeMutableBufferPointer { places in
        let places = places.baseAddress!
        unsafe run.forEach(bytes) { content, isPosting in
          let place = content &+ shift
          let before = unsafe counters[Int(place)]
          unsafe places[touched] = place
          touched &+= before == 0 && isPosting ? 1 : 0
          unsafe counters[Int(place)] = before &+ (isPosting ? weight : 0)
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
    let run = try part.postings(of: list, in: block)
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    let shift = UInt32(SearchScratch.margin) &- UInt32(block.lowerBound)
    unsafe scratch.wide.withUnsafeMutableBufferPointer { wide in
      unsafe run.forEach(bytes) { content, isPosting in
        unsafe wide[Int(content &+ shift)] &+= isPosting ? UInt32(weight) : 0
      }
    }
  }

  /// Takes the contents with enough hits out of the counters, which are zero then.
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
        scratch.take(places, least: least)
      }
      from = to
      index += 1
    }
    scratch.clearCounters(block.count, isWide: isWide)
  }
}
