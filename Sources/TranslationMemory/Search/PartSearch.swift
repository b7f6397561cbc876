import MappedFile

/// One search in one part.
///
/// Contents lie in order of length, so that those whose length allows the wanted score are one range.
/// It is gone through in blocks, outwards from the query's own length, and in each block
/// 1. the rarest tokens of the query are probed: so many that an answer must have at least *C* of
///    them, since it shares at least *T* tokens with the query; postings are counted;
/// 2. a content with too few hits, for all others of the query's tokens, falls out;
/// 3. then one whose 128-bit signature shows too many tokens that the other does not have;
/// 4. the rest are compared by ``DistancePattern``.
///
/// Where the lists are longer than the block, as for very short queries, every signature is looked at
/// instead. Each match raises the score that the next must have. All four are bounds of the distance,
/// so nothing that belongs to the answer is lost.
struct PartSearch {
  let part: IndexPart
  let memory: Int
  let penalties: MatchPenalties
  let removed: RemovedUnits
  let tuning: SearchTuning
  var query: PartQuery
  /// Tokens of the query.
  let length: Int
  /// Made for the first content that is accepted.
  var spellings: SpellingMemo?

  init(
    _ query: FuzzyQuery, in part: IndexPart, memory: Int, penalties: MatchPenalties,
    removed: RemovedUnits, tuning: SearchTuning
  ) {
    self.part = part
    self.memory = memory
    self.penalties = penalties
    self.removed = removed
    self.tuning = tuning
    self.query = PartQuery(query, in: part)
    length = query.tokens.count
  }

  mutating func run(_ collector: inout MatchCollector, _ scratch: inout SearchScratch)
    throws(MappedFileError)
  {
    guard length > 0, query.known > 0, collector.limit > 0 else { return }
    scratch.reserveTexts(part.head.texts)
    scratch.comparedCount = 0
    for (number, id) in zip(query.pattern.numbers, query.compared) where id != IndexPart.unknown {
      scratch.numbers[Int(id)] = number
    }
    defer {
      for id in query.compared where id != IndexPart.unknown { scratch.numbers[Int(id)] = 0 }
    }
    // Outwards from the query's own length, by turns.
    let middle = part.firstContent(ofLength: length)
    var up = middle
    var down = middle
    var goesUp = true
    while true {
      let window = window(collector)
      let canGoUp = up < window.upperBound
      let canGoDown = down > window.lowerBound
      if !canGoUp && !canGoDown { return }
      if canGoUp && (goesUp || !canGoDown) {
        let end = min(up + tuning.blockLength, window.upperBound)
        try search(up..<end, &collector, &scratch)
        up = end
      } else {
        let start = max(down - tuning.blockLength, window.lowerBound)
        try search(start..<down, &collector, &scratch)
        down = start
      }
      goesUp.toggle()
    }
  }

  /// The contents whose length allows the wanted score.
  private func window(_ collector: MatchCollector) -> Range<Int> {
    let most = mostDistance(of: length, collector)
    guard most >= 0 else { return 0..<0 }
    let first = part.firstContent(ofLength: max(1, length - most))
    // The longest n with n − length ≤ d(n): d grows slower than n.
    var low = length
    var high = max(length, Int(part.lengths[max(0, part.lengths.count - 4)]))
    while low < high {
      let middle = (low + high + 1) / 2
      if middle - length <= mostDistance(of: middle, collector) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return first..<max(first, part.firstContent(ofLength: low + 1))
  }

  /// The greatest distance at which a segment of this length can still be among the best.
  @inline(__always)
  func mostDistance(of length: Int, _ collector: MatchCollector) -> Int {
    collector.cut.greatestDistance(of: length, penalty: penalties.memory)
  }

  /// Searches contents of one block.
  private mutating func search(
    _ block: Range<Int>, _ collector: inout MatchCollector, _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    let shortest = max(length, Int(part.lengths[part.lengthIndex(of: block.lowerBound) * 2]))
    let needed = shortest - mostDistance(of: shortest, collector)
    guard needed > 0 else { return try scan(block, &collector, &scratch) }
    guard query.known >= needed else { return }

    let plan = plan(needed: needed, block)
    guard let probed = plan.lists else { return try scan(block, &collector, &scratch) }
    let isSparse = plan.postings * tuning.sparseness < Double(block.count)
    scratch.touchedCount = 0
    let hits = needed - plan.rest
    if query.known - plan.rest > 127 {
      for list in query.lists[..<probed] { try countWide(list.list, list.weight, block, &scratch) }
      collect(block, hits: hits, rest: plan.rest, isWide: true, collector, &scratch)
    } else {
      for list in query.lists[..<probed] {
        try count(list.list, UInt8(list.weight), block, notesTouched: isSparse, &scratch)
      }
      if isSparse {
        scratch.takeTouched(block, least: hits)
      } else {
        collect(block, hits: hits, rest: plan.rest, isWide: false, collector, &scratch)
      }
    }
    scratch.sortCandidates()
    for index in 0..<scratch.candidateCount {
      let candidate = scratch.sorted[index]
      try verify(
        block.lowerBound + Int(candidate & 0xFF_FFFF),
        // 255 stands for as many or more.
        hits: candidate >> 24 == 255 ? query.known : Int(candidate >> 24) + plan.rest,
        &collector, &scratch)
    }
  }

  /// How many lists to probe, how many of the query's tokens then stay unprobed, and about how many
  /// postings will be read; no lists where looking at every row is cheaper.
  ///
  /// What stays unprobed must be less than what an answer shares.
  private func plan(needed: Int, _ block: Range<Int>) -> (lists: Int?, rest: Int, postings: Double)
  {
    var rest = query.known
    var probed = 0
    var postings = 0.0
    let share = Double(block.count) / Double(max(1, part.head.contents))
    let most = tuning.rowCost * Double(block.count)
    while probed < query.lists.count {
      let next = query.lists[probed]
      let cost = Double(next.list.count) * share
      if rest < needed {
        let wanted = max(tuning.wantedHits, Int(Double(needed) * tuning.wantedShare))
        if needed - rest >= wanted || cost > tuning.growth * postings || postings + cost > most {
          break
        }
      }
      rest -= next.weight
      postings += cost
      probed += 1
    }
    return (postings > most ? nil : probed, rest, postings)
  }

  /// Looks at every signature.
  private mutating func scan(
    _ block: Range<Int>, _ collector: inout MatchCollector, _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    try part.rows.check(block.lowerBound..<block.upperBound + 1)
    for content in block {
      try verify(content, hits: query.known, &collector, &scratch)
    }
  }

  /// Compares one content.
  ///
  /// - Parameter hits: at most so many tokens are shared.
  @inline(__always)
  private mutating func verify(
    _ content: Int, hits: Int, _ collector: inout MatchCollector, _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    try part.rows.check(content..<content + 2)
    let row = unsafe part.rows.unsafeElements[content]
    let count = Int(row.count)
    let longer = max(length, count)
    let most = mostDistance(of: longer, collector)
    if longer - min(hits, query.known) > most { return }
    let missing = (query.low & ~row.low).nonzeroBitCount + (query.high & ~row.high).nonzeroBitCount
    if missing + query.unknown > most { return }
    let strange = (row.low & ~query.low).nonzeroBitCount + (row.high & ~query.high).nonzeroBitCount
    if strange > most { return }
    try compare(content, row, most, &collector, &scratch)
  }

  private mutating func compare(
    _ content: Int, _ row: IndexRow, _ most: Int, _ collector: inout MatchCollector,
    _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    let end = unsafe Int(part.rows.unsafeElements[content + 1].offset)
    try part.tokens.check(Int(row.offset)..<end)
    let count = Int(row.count)
    scratch.reserveText(count)
    let isKnown = readText(row, &scratch)
    if !isKnown {
      scratch.distance = unsafe scratch.text.withUnsafeBufferPointer {
        unsafe query.pattern.distance(
          to: UnsafeBufferPointer(rebasing: $0[..<count]), atMost: most)
      }
      swap(&scratch.text, &scratch.comparedText)
      scratch.comparedCount = count
    }
    let distance = scratch.distance
    guard distance <= most else { return }
    try accept(content, row, distance, &collector, &scratch)
  }

  /// Reads a content's tokens as numbers of the pattern.
  ///
  /// - Returns: whether they are those of the content that was compared last, as where many differ only
  ///   in what the query does not have.
  private func readText(_ row: IndexRow, _ scratch: inout SearchScratch) -> Bool {
    let count = Int(row.count)
    return unsafe scratch.text.withUnsafeMutableBufferPointer { text in
      unsafe scratch.comparedText.withUnsafeBufferPointer { other in
        unsafe scratch.numbers.withUnsafeBufferPointer { numbers in
          let bytes = unsafe part.tokens.unsafeElements.baseAddress!
          let compared = unsafe part.compared.unsafeElements
          var at = Int(row.offset)
          var difference: UInt32 = 0
          for index in 0..<count {
            let id = unsafe Varint.read(bytes, &at)
            let number = unsafe numbers[Int(compared[Int(id)])]
            unsafe text[index] = number
            unsafe difference |= number ^ other[index]
          }
          return difference == 0 && count == scratch.comparedCount
        }
      }
    }
  }
}
