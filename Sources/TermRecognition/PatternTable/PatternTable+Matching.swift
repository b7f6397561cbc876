public import HanText
import MappedFile

extension PatternTable {
  /// Units looked at in one block: their candidates fit the first-level cache.
  static let blockLength = 4_096

  /// Appends all matches that begin in `range` of the folded text, in the order of their start;
  /// the shorter first where two begin together. A match may end behind the range.
  ///
  /// - Complexity: O(*n* + *m*) for *n* units and *m* matches; a place costs at most ``mostSteps``
  ///   steps.
  public func appendMatches(
    in text: FoldedText, range: Range<Int>, to matches: inout [PatternMatch]
  ) {
    var meter = NoMeter()
    appendMatches(in: text, range: range, to: &matches, meter: &meter)
  }

  /// The same with its steps counted: see ``mostSteps``.
  func countSteps(
    in text: FoldedText, range: Range<Int>, to matches: inout [PatternMatch]
  ) -> Int {
    var meter = StepCounter()
    appendMatches(in: text, range: range, to: &matches, meter: &meter)
    return meter.steps
  }

  @inline(__always)
  private func appendMatches<Meter: StepMeter>(
    in text: FoldedText, range: Range<Int>, to matches: inout [PatternMatch], meter: inout Meter
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a range of the text")
    guard !range.isEmpty else { return }
    let length = min(range.count, Self.blockLength)
    unsafe text.units.withUnsafeBufferPointer { units in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: length * 2 + 1) { work in
        let candidates = work.baseAddress!
        let places = unsafe candidates + length + 1
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + length, range.upperBound)
          let block = unsafe PatternBlock(
            units: units.baseAddress!, length: text.count, start: start, count: end - start,
            candidates: candidates, places: places)
          // Each branch is compiled for its constant.
          if singleNumbers.isEmpty {
            unsafe search(block, hasSingles: false, &matches, &meter)
          } else {
            unsafe search(block, hasSingles: true, &matches, &meter)
          }
          start = end
        }
      }
    }
  }

  @inline(__always)
  private func search<Meter: StepMeter>(
    _ block: PatternBlock, hasSingles: Bool, _ matches: inout [PatternMatch], _ meter: inout Meter
  ) {
    let count = unsafe filter(block, hasSingles: hasSingles, &meter)
    unsafe findSlots(block, count)
    unsafe compare(block, count, hasSingles: hasSingles, &matches, &meter)
  }

  /// First pass: where pairs and then triples of units, or one unit, can be a pattern. Branch-free.
  @inline(__always)
  private func filter<Meter: StepMeter>(
    _ block: PatternBlock, hasSingles: Bool, _ meter: inout Meter
  ) -> Int {
    let unit = unsafe block.units + block.start
    let found = unsafe block.candidates
    let pairBits = unsafe pairs.unsafeElements.baseAddress!
    let pairShift = UInt32(32 - (pairs.count * 64).trailingZeroBitCount)
    let singleBits = unsafe singles.unsafeElements.baseAddress!
    var count = 0
    for index in unsafe 0..<block.count {
      let pair = unsafe Self.pair(unit + index)
      let bit = Self.hash(pair) &>> pairShift
      unsafe found[count] = UInt32(truncatingIfNeeded: index)
      var passes = unsafe Self.bit(bit, of: pairBits)
      if hasSingles { passes |= unsafe Self.bit(pair & 0xFFFF, of: singleBits) }
      count &+= Int(passes)
    }
    meter.add(unsafe block.count)
    let coupleBits = unsafe couples.unsafeElements.baseAddress!
    let tripleBits = unsafe triples.unsafeElements.baseAddress!
    let tripleShift = UInt32(32 - (triples.count * 64).trailingZeroBitCount)
    var kept = 0
    for candidate in 0..<count {
      let index = unsafe found[candidate]
      let pair = unsafe Self.pair(unit + Int(index))
      let two = unsafe Self.bit(Self.hash(pair) &>> pairShift, of: coupleBits)
      let hash = unsafe Self.hash(pair, unit[Int(index) + 2])
      let three = unsafe Self.bit(hash &>> tripleShift, of: tripleBits)
      var passes = two | three
      let flags = UInt32(truncatingIfNeeded: three << 31 | passes << 30)
      unsafe found[kept] = index | flags
      if hasSingles { passes |= unsafe Self.bit(pair & 0xFFFF, of: singleBits) }
      kept &+= Int(passes)
    }
    meter.add(count * 2)
    return kept
  }

  /// Second pass: the slots of the candidates' pairs, mostly the first or second of their hash.
  /// Branch-free, so that many wait for memory at once.
  @inline(__always)
  private func findSlots(_ block: PatternBlock, _ count: Int) {
    let unit = unsafe block.units + block.start
    let head = unsafe heads.unsafeElements.baseAddress!
    let slot = unsafe slots.unsafeElements.baseAddress!
    let shift = UInt32(32 - (heads.count - 1).trailingZeroBitCount)
    let bucket = unsafe buckets.unsafeElements.baseAddress!
    var touched: UInt16 = 0
    for candidate in 0..<count {
      let entry = unsafe block.candidates[candidate]
      let pair = unsafe Self.pair(unit + Int(entry & PatternBlock.indexMask))
      let first = unsafe head[Int(Self.hash(pair) &>> shift)]
      let place = unsafe slot[Int(first)].pair == pair ? first : first &+ 1
      unsafe block.places[candidate] = place
      let more = unsafe slot[Int(place)].more & ~Slot.hasWordEdge
      touched |= unsafe bucket[Int(entry & PatternBlock.hasTriple != 0 ? more : 0)]
    }
    // Read, so that the loop above fetches the buckets for the third pass.
    unsafe block.candidates[count] = UInt32(touched)
  }

  /// Third pass: the patterns that stand at the candidates.
  @inline(__always)
  private func compare<Meter: StepMeter>(
    _ block: PatternBlock, _ count: Int, hasSingles: Bool, _ matches: inout [PatternMatch],
    _ meter: inout Meter
  ) {
    let slot = unsafe slots.unsafeElements.baseAddress!
    unsafe withUnsafeTemporaryAllocation(of: PatternMatch.self, capacity: MatchBuffer.capacity) {
      var out = unsafe MatchBuffer($0.baseAddress!)
      for candidate in 0..<count {
        let entry = unsafe block.candidates[candidate]
        let index = unsafe block.start + Int(entry & PatternBlock.indexMask)
        let unit = unsafe block.units + index
        let pair = unsafe Self.pair(unit)
        // Inside a word of a spaced script nothing begins.
        if unsafe index > 0 && Self.mayBeWordUnit(unit[0]) && FoldTable.isWordUnit(unit[0])
          && FoldTable.isWordUnit(unit[-1])
        {
          continue
        }
        unsafe out.makeRoom(in: &matches)
        if hasSingles {
          unsafe addSingle(block, index, &out)
          if unsafe entry & PatternBlock.hasPair == 0 { continue }
        }
        var place = unsafe Int(block.places[candidate])
        meter.add(2)
        if unsafe slot[place].pair != pair {
          guard let found = slotBehind(place, of: pair, &meter) else { continue }
          place = found
        }
        let more = unsafe slot[place].more
        unsafe out.add(start: index, pattern: slot[place].two, length: 2)
        let isTwo = unsafe slot[place].two != Slot.none
        if more & Slot.hasWordEdge == 0 {
          unsafe out.count &+= isTwo ? 1 : 0
        } else if unsafe isAtEdge(block, index + 2) {
          unsafe out.count &+= isTwo ? 1 : 0
        }
        let bucket = more & ~Slot.hasWordEdge
        if unsafe entry & PatternBlock.hasTriple != 0, bucket != 0 {
          unsafe compare(block, index, bucket: Int(bucket), &out, &meter)
        }
      }
      unsafe out.empty(into: &matches)
    }
  }

  /// The pattern of one unit, where there is one.
  @inline(__always)
  private func addSingle(_ block: PatternBlock, _ index: Int, _ out: inout MatchBuffer) {
    let unit = unsafe block.units[index]
    let word = unsafe singles.unsafeElements[Int(unit >> 6)]
    let bit: UInt64 = 1 &<< UInt64(unit & 63)
    guard word & bit != 0, unsafe isAtEdge(block, index + 1) else { return }
    let rank = unsafe Int(singleRanks.unsafeElements[Int(unit >> 6)])
    let number = unsafe singleNumbers.unsafeElements[rank + (word & (bit - 1)).nonzeroBitCount]
    unsafe out.add(start: index, pattern: number, length: 1)
    unsafe out.count &+= 1
  }

  /// Two units at once.
  @inline(__always) static func pair(_ unit: UnsafePointer<UInt16>) -> UInt32 {
    unsafe UInt32(
      littleEndian: UnsafeRawPointer(unit).loadUnaligned(as: UInt32.self))
  }

  @inline(__always)
  private static func bit(_ bit: UInt32, of words: UnsafePointer<UInt64>) -> UInt64 {
    unsafe words[Int(bit >> 6)] &>> UInt64(bit) & 1
  }

  /// `false` for Han, kana and their marks.
  @inline(__always) private static func mayBeWordUnit(_ unit: UInt16) -> Bool {
    unit < 0x2000 || unit >= 0xAC00
  }

  /// Whether a pattern can end before `end`. That one can begin at its start is known before.
  @inline(__always)
  func isAtEdge(_ block: PatternBlock, _ end: Int) -> Bool {
    let last = unsafe block.units[end - 1]
    guard Self.mayBeWordUnit(last), FoldTable.isWordUnit(last) else { return true }
    return unsafe end >= block.length || !FoldTable.isWordUnit(block.units[end])
  }
}
