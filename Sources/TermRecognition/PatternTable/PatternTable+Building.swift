import HanText
public import MappedFile

extension PatternTable {
  /// Compiles patterns and adds the table's sections to a file.
  ///
  /// A bucket holds all patterns that share their first two units, without these units:
  ///
  ///     up to 16:  count, then per pattern: length, number (low, high), units
  ///     more:      0xFFFF, count (low, high), then per pattern in order of its units: place (low,
  ///                high) in the bucket; there: length, number (low, high), units
  ///
  /// - Parameters:
  ///   - patterns: distinct, folded, of 1 to ``longestPattern`` units; a pattern's number is its
  ///     index.
  ///   - name: at most three letters, the sections' prefix.
  /// - Complexity: O(*n* log *n*).
  /// - Throws: ``PatternTableError``.
  public static func build(
    _ patterns: [[UInt16]], named name: String, into writer: inout MappedFileWriter
  ) throws(PatternTableError) {
    precondition(
      patterns.allSatisfy { (1...longestPattern).contains($0.count) }, "patterns are cut before")
    let order = patterns.indices.filter { patterns[$0].count > 1 }
      .sorted { patterns[$0].lexicographicallyPrecedes(patterns[$1]) }
    let pairBits = bitCount(for: order.count, per: 8, least: 15, most: 20)
    var pairs = [UInt64](repeating: 0, count: (1 << pairBits) / 32)
    let tripleBits = bitCount(for: order.count, per: 16, least: 15, most: 22)
    var triples = [UInt64](repeating: 0, count: (1 << tripleBits) / 64)
    var buckets: [UInt16] = [0]
    var starts: [(pair: UInt32, bucket: UInt32)] = []

    var index = 0
    while index < order.count {
      let pair = Self.pair(patterns[order[index]])
      var next = index
      while next < order.count, Self.pair(patterns[order[next]]) == pair { next += 1 }
      guard buckets.count < Int(UInt32.max) - 16_777_216 else {
        throw PatternTableError(code: .tooManyPatterns, values: ["count": "\(patterns.count)"])
      }
      starts.append((pair, UInt32(buckets.count)))
      appendBucket(order[index..<next].map { ($0, patterns[$0]) }, to: &buckets)

      let couple = Int(hash(pair) >> (32 - UInt32(pairBits)))
      for number in order[index..<next] {
        let pattern = patterns[number]
        if pattern.count == 2 {
          pairs[couple >> 5] |= 2 << (UInt64(couple & 31) * 2)
        } else {
          pairs[couple >> 5] |= 1 << (UInt64(couple & 31) * 2)
          let bit = Int(hash(pair, pattern[2]) >> (32 - UInt32(tripleBits)))
          triples[bit >> 6] |= 1 << UInt64(bit & 63)
        }
      }
      index = next
    }

    writer.add(SectionName("\(name).2"), pairs)
    writer.add(SectionName("\(name).3"), triples)
    writer.add(SectionName("\(name).slot"), slots(starts))
    writer.add(SectionName("\(name).buck"), buckets)
    addSingles(patterns, named: name, to: &writer)
  }

  private static func pair(_ pattern: [UInt16]) -> UInt32 {
    UInt32(pattern[0]) << 16 | UInt32(pattern[1])
  }

  /// The power of two that gives about `per` bits a pattern.
  private static func bitCount(for count: Int, per: Int, least: Int, most: Int) -> Int {
    var bits = least
    while bits < most, 1 << bits < count * per { bits += 1 }
    return bits
  }

  private static func appendBucket(
    _ entries: [(number: Int, pattern: [UInt16])], to buckets: inout [UInt16]
  ) {
    func append(_ value: Int) {
      buckets.append(UInt16(truncatingIfNeeded: value))
      buckets.append(UInt16(truncatingIfNeeded: value >> 16))
    }
    func append(_ entry: (number: Int, pattern: [UInt16])) {
      buckets.append(UInt16(entry.pattern.count - 2))
      append(entry.number)
      buckets += entry.pattern[2...]
    }
    if entries.count <= largestListedBucket {
      buckets.append(UInt16(entries.count))
      for entry in entries { append(entry) }
      return
    }
    buckets.append(bucketSearchedByHalves)
    append(entries.count)
    var place = 3 + entries.count * 2
    for entry in entries {
      append(place)
      place += entry.pattern.count + 1
    }
    for entry in entries { append(entry) }
  }

  private static func slots(_ starts: [(pair: UInt32, bucket: UInt32)]) -> [Slot] {
    var capacity = 16
    while capacity < starts.count * 3 / 2 { capacity *= 2 }
    let shift = UInt32(32 - capacity.trailingZeroBitCount)
    var slots = [Slot](repeating: Slot(pair: 0, bucket: 0), count: capacity)
    for start in starts {
      var slot = Int(hash(start.pair) >> shift)
      while slots[slot].bucket != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = Slot(pair: start.pair, bucket: start.bucket)
    }
    return slots
  }

  private static func addSingles(
    _ patterns: [[UInt16]], named name: String, to writer: inout MappedFileWriter
  ) {
    let singles = patterns.indices.filter { patterns[$0].count == 1 }
      .sorted { patterns[$0][0] < patterns[$1][0] }
    var bits = [UInt64](repeating: 0, count: 1_024)
    for number in singles {
      let unit = Int(patterns[number][0])
      bits[unit >> 6] |= 1 << UInt64(unit & 63)
    }
    writer.add(SectionName("\(name).one"), bits)
    writer.add(SectionName("\(name).onen"), singles.map { UInt32($0) })
    writer.add(SectionName("\(name).oneu"), singles.map { patterns[$0][0] })
  }
}
