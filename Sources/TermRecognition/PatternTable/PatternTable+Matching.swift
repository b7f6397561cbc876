public import HanText
import MappedFile

extension PatternTable {
  /// Units looked at in one block: their candidates fit the first-level cache.
  static let blockLength = 4_096

  /// Appends all matches that begin in `range` of the folded text, in the order of their start;
  /// the shorter first where two begin together. A match may end behind the range.
  ///
  /// - Complexity: O(*n* + *m*) for *n* units and *m* matches; a place costs at most 64 · log₂(patterns)
  ///   steps.
  public func appendMatches(
    in text: FoldedText, range: Range<Int>, to matches: inout [PatternMatch]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "a range of the text")
    unsafe text.units.withUnsafeBufferPointer { units in
      unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.blockLength * 2) { work in
        let candidates = unsafe UnsafeMutableBufferPointer(rebasing: work[..<Self.blockLength])
        let places = unsafe UnsafeMutableBufferPointer(rebasing: work[Self.blockLength...])
        var start = range.lowerBound
        while start < range.upperBound {
          let end = min(start + Self.blockLength, range.upperBound)
          var count = unsafe filter(units, start..<end, into: candidates)
          if singleNumbers.isEmpty {
            unsafe findBuckets(units, candidates, &count, into: places)
            unsafe compare(units, text.count, candidates, places, count, &matches)
          } else {
            // Patterns of one unit share the order of starts with the others.
            unsafe findBuckets(units, candidates, &count, into: places)
            unsafe compareWithSingles(
              units, text.count, start..<end, candidates, places, count, &matches)
          }
          start = end
        }
      }
    }
  }

  /// First pass: where a pair and then a triple of units can begin a pattern. Branch-free; a place
  /// that is inside a word of a spaced script falls out in the second half.
  private func filter(
    _ units: UnsafeBufferPointer<UInt16>, _ block: Range<Int>,
    into candidates: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    let unit = units.baseAddress!
    let found = candidates.baseAddress!
    let pairBits = unsafe pairs.unsafeElements.baseAddress!
    let pairShift = UInt32(32 - (pairs.count * 32).trailingZeroBitCount)
    var count = 0
    var first = unsafe UInt32(unit[block.lowerBound])
    for index in block {
      let second = unsafe UInt32(unit[index + 1])
      let couple = Self.hash(first << 16 | second) >> pairShift
      unsafe found[count] = UInt32(truncatingIfNeeded: index)
      let bits = unsafe pairBits[Int(couple >> 5)] >> (UInt64(couple & 31) * 2)
      count += (bits & 3) != 0 ? 1 : 0
      first = second
    }
    let tripleBits = unsafe triples.unsafeElements.baseAddress!
    let tripleShift = UInt32(32 - (triples.count * 64).trailingZeroBitCount)
    var kept = 0
    for candidate in 0..<count {
      let index = unsafe Int(found[candidate])
      let pair = unsafe UInt32(unit[index]) << 16 | UInt32(unit[index + 1])
      let couple = Self.hash(pair) >> pairShift
      let bits = unsafe pairBits[Int(couple >> 5)] >> (UInt64(couple & 31) * 2)
      let triple = unsafe Self.hash(pair, unit[index + 2]) >> tripleShift
      let three = unsafe tripleBits[Int(triple >> 6)] >> UInt64(triple & 63)
      unsafe found[kept] = UInt32(truncatingIfNeeded: index)
      kept += ((bits >> 1) | (bits & three)) & 1 != 0 ? 1 : 0
    }
    return kept
  }

  /// Second pass: the candidates' buckets; candidates without one fall out.
  private func findBuckets(
    _ units: UnsafeBufferPointer<UInt16>, _ candidates: UnsafeMutableBufferPointer<UInt32>,
    _ count: inout Int, into places: UnsafeMutableBufferPointer<UInt32>
  ) {
    let unit = units.baseAddress!
    let slot = unsafe slots.unsafeElements.baseAddress!
    let mask = slots.count - 1
    let shift = UInt32(32 - slots.count.trailingZeroBitCount)
    var kept = 0
    for candidate in 0..<count {
      let index = unsafe Int(candidates[candidate])
      let pair = unsafe UInt32(unit[index]) << 16 | UInt32(unit[index + 1])
      var at = Int(Self.hash(pair) >> shift)
      while unsafe slot[at].bucket != 0 && slot[at].pair != pair { at = (at + 1) & mask }
      let bucket = unsafe slot[at].bucket
      unsafe candidates[kept] = UInt32(truncatingIfNeeded: index)
      unsafe places[kept] = bucket
      kept += bucket != 0 ? 1 : 0
    }
    count = kept
  }

  private func compare(
    _ units: UnsafeBufferPointer<UInt16>, _ length: Int,
    _ candidates: UnsafeMutableBufferPointer<UInt32>,
    _ places: UnsafeMutableBufferPointer<UInt32>, _ count: Int, _ matches: inout [PatternMatch]
  ) {
    for candidate in 0..<count {
      unsafe compare(
        units, length, at: Int(candidates[candidate]), bucket: Int(places[candidate]), &matches)
    }
  }

  private func compareWithSingles(
    _ units: UnsafeBufferPointer<UInt16>, _ length: Int, _ block: Range<Int>,
    _ candidates: UnsafeMutableBufferPointer<UInt32>,
    _ places: UnsafeMutableBufferPointer<UInt32>, _ count: Int, _ matches: inout [PatternMatch]
  ) {
    let bits = unsafe singles.unsafeElements
    var candidate = 0
    for index in block {
      let unit = unsafe units[index]
      if unsafe bits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0,
        unsafe isAtWordEdges(units, length, index, index + 1)
      {
        matches.append(
          PatternMatch(start: UInt32(index), pattern: singleNumber(of: unit), length: 1))
      }
      if candidate < count, unsafe Int(candidates[candidate]) == index {
        unsafe compare(units, length, at: index, bucket: Int(places[candidate]), &matches)
        candidate += 1
      }
    }
  }

  private func singleNumber(of unit: UInt16) -> UInt32 {
    var low = 0
    var high = singleUnits.count
    while low < high {
      let middle = (low + high) / 2
      if singleUnits[middle] < unit { low = middle + 1 } else { high = middle }
    }
    return singleNumbers[low]
  }

  /// Third pass: which patterns of a bucket stand at `index`.
  @inline(__always)
  private func compare(
    _ units: UnsafeBufferPointer<UInt16>, _ length: Int, at index: Int, bucket: Int,
    _ matches: inout [PatternMatch]
  ) {
    let unit = unsafe units.baseAddress! + index + 2
    var entry = unsafe buckets.unsafeElements.baseAddress! + bucket
    let count = unsafe entry[0]
    if count == Self.bucketSearchedByHalves {
      unsafe searchByHalves(units, length, at: index, bucket: entry, &matches)
      return
    }
    unsafe entry += 1
    for _ in 0..<count {
      let rest = unsafe Int(entry[0])
      var equal = 0
      while unsafe equal < rest && entry[3 + equal] == unit[equal] { equal += 1 }
      if equal == rest, index + 2 + rest <= length,
        unsafe isAtWordEdges(units, length, index, index + 2 + rest)
      {
        let number = unsafe UInt32(entry[1]) | UInt32(entry[2]) << 16
        matches.append(
          PatternMatch(start: UInt32(index), pattern: number, length: UInt16(rest + 2)))
      }
      unsafe entry += 3 + rest
    }
  }

  /// Narrows the bucket's sorted patterns to those that share ever more units with the text.
  private func searchByHalves(
    _ units: UnsafeBufferPointer<UInt16>, _ length: Int, at index: Int,
    bucket: UnsafePointer<UInt16>, _ matches: inout [PatternMatch]
  ) {
    let unit = unsafe units.baseAddress! + index + 2
    func entry(_ number: Int) -> UnsafePointer<UInt16> {
      let low = unsafe Int(bucket[3 + number * 2])
      let high = unsafe Int(bucket[4 + number * 2])
      return unsafe bucket + (low | high << 16)
    }
    var low = 0
    var high = unsafe Int(bucket[1]) | Int(bucket[2]) << 16
    var depth = 0
    while low < high {
      let first = unsafe entry(low)
      if unsafe Int(first[0]) == depth {
        let end = index + 2 + depth
        if end <= length, unsafe isAtWordEdges(units, length, index, end) {
          let number = unsafe UInt32(first[1]) | UInt32(first[2]) << 16
          matches.append(
            PatternMatch(start: UInt32(index), pattern: number, length: UInt16(depth + 2)))
        }
        low += 1
      }
      let wanted = unsafe unit[depth]
      low = bound(low, high) { unsafe entry($0)[3 + depth] < wanted }
      high = bound(low, high) { unsafe entry($0)[3 + depth] <= wanted }
      depth += 1
    }
  }

  /// The first number in `low..<high` for which the test fails.
  @inline(__always)
  private func bound(_ low: Int, _ high: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = low
    var high = high
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  @inline(__always)
  private func isAtWordEdges(
    _ units: UnsafeBufferPointer<UInt16>, _ length: Int, _ start: Int, _ end: Int
  ) -> Bool {
    let first = unsafe units[start]
    let last = unsafe units[end - 1]
    if FoldTable.isWordUnit(first), start > 0, FoldTable.isWordUnit(unsafe units[start - 1]) {
      return false
    }
    if FoldTable.isWordUnit(last), end < length, FoldTable.isWordUnit(unsafe units[end]) {
      return false
    }
    return true
  }
}
