import HanText
import MappedFile

extension PatternTable {
  /// The slot of a pair that is neither the first nor the second of its hash.
  @inline(never)
  func slotBehind<Meter: StepMeter>(
    _ place: Int, of pair: UInt32, _ meter: inout Meter
  ) -> Int? {
    let hash = Self.hash(pair)
    let shift = UInt32(32 - (heads.count - 1).trailingZeroBitCount)
    let head = Int(hash >> shift)
    var low = place + 1
    var high = Int(heads[head + 1])
    while low < high {
      meter.add(1)
      let middle = (low + high) / 2
      if Self.hash(slots[middle].pair) < hash { low = middle + 1 } else { high = middle }
    }
    return low < Int(heads[head + 1]) && slots[low].pair == pair ? low : nil
  }

  /// Which patterns of a bucket stand at `index`.
  ///
  /// They are in order and tell what they share with the one before, so that no unit of the text is
  /// compared twice.
  @inline(__always)
  func compare<Meter: StepMeter>(
    _ block: PatternBlock, _ index: Int, bucket: Int, _ out: inout MatchBuffer,
    _ meter: inout Meter
  ) {
    let unit = unsafe block.units + index + 2
    var entry = unsafe buckets.unsafeElements.baseAddress! + bucket
    let count = unsafe entry[0]
    if count == Self.bucketSearchedByHalves {
      unsafe searchByHalves(block, index, bucket: entry, &out, &meter)
      return
    }
    unsafe entry += 1
    var equal = 0
    for _ in 0..<count {
      let head = unsafe Int(entry[0])
      let length = head & 0xFF
      let shared = head >> 8
      meter.add(1)
      if shared < equal { return }
      if shared == equal {
        let rest = unsafe entry + 3 - shared
        while unsafe equal < length && rest[equal] == unit[equal] { equal += 1 }
        meter.add(equal - shared)
        if equal == length, unsafe isAtEdge(block, index + 2 + length) {
          let number = unsafe UInt32(entry[1]) | UInt32(entry[2]) << 16
          unsafe out.add(start: index, pattern: number, length: length + 2)
          unsafe out.count &+= 1
        }
      }
      unsafe entry += 3 + length - shared
    }
  }

  /// Finds the last pattern of a bucket that is not behind the text in order; all that stand here
  /// are it or begin it.
  @inline(never)
  func searchByHalves<Meter: StepMeter>(
    _ block: PatternBlock, _ index: Int, bucket: UnsafePointer<UInt16>,
    _ out: inout MatchBuffer, _ meter: inout Meter
  ) {
    let unit = unsafe block.units + index + 2
    func entry(_ number: Int) -> UnsafePointer<UInt16> {
      let low = unsafe Int(bucket[3 + number * 2])
      let high = unsafe Int(bucket[4 + number * 2])
      return unsafe bucket + (low | high << 16)
    }
    // How many units a pattern shares with the text, `known` of them known; whether it is behind it.
    func compare(_ number: Int, known: Int) -> (shared: Int, isBehind: Bool) {
      let pattern = unsafe entry(number)
      let length = unsafe Int(pattern[0])
      var equal = known
      while unsafe equal < length && pattern[5 + equal] == unit[equal] { equal += 1 }
      meter.add(equal - known + 1)
      return unsafe (equal, equal < length && pattern[5 + equal] > unit[equal])
    }
    // `low` is not behind the text, `high` is. What both share with it, all between them share.
    var low = 0
    var high = unsafe (Int(bucket[1]) | Int(bucket[2]) << 16) - 1
    let first = compare(low, known: 0)
    guard !first.isBehind else { return }
    var sharedLow = first.shared
    let last = compare(high, known: 0)
    if last.isBehind {
      var sharedHigh = last.shared
      while low + 1 < high {
        let middle = (low + high) / 2
        let found = compare(middle, known: min(sharedLow, sharedHigh))
        if found.isBehind {
          (high, sharedHigh) = (middle, found.shared)
        } else {
          (low, sharedLow) = (middle, found.shared)
        }
      }
    } else {
      (low, sharedLow) = (high, last.shared)
    }
    // The line of patterns, each of which begins the next; the longest first.
    let start = unsafe out.count
    while low >= 0 {
      let pattern = unsafe entry(low)
      let length = unsafe Int(pattern[0])
      if length <= sharedLow, unsafe isAtEdge(block, index + 2 + length) {
        let number = unsafe UInt32(pattern[1]) | UInt32(pattern[2]) << 16
        unsafe out.add(start: index, pattern: number, length: length + 2)
        unsafe out.count &+= 1
      }
      meter.add(1)
      low = unsafe (Int(pattern[3]) | Int(pattern[4]) << 16) - 1
    }
    unsafe out.reverse(from: start)
  }
}
