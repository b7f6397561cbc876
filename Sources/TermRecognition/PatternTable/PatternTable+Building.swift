import HanText
public import MappedFile

extension PatternTable {
  /// Compiles patterns and adds the table's sections to a file.
  ///
  /// A bucket holds the patterns of three units or more that share their first two, without these
  /// two, in the order of their units:
  ///
  ///     up to 16:  count, then per pattern: length + 256 · units shared with the one before, number
  ///                (low, high), the units that are not shared
  ///     more:      0xFFFF, count (low, high), then per pattern: place (low, high) in the bucket;
  ///                there: length, number (low, high), parent (low, high), units. The parent is the
  ///                longest other pattern with which this one begins: its index and one, or 0.
  ///
  /// - Parameters:
  ///   - patterns: distinct, folded (no unit is 0), of 1 to ``longestPattern`` units; a pattern's
  ///     number is its index.
  ///   - name: at most three letters, the sections' prefix.
  /// - Complexity: O(*n* log *n*); 0.9 s for a million patterns.
  /// - Throws: ``PatternTableError``.
  public static func build(
    _ patterns: [[UInt16]], named name: String, into writer: inout MappedFileWriter
  ) throws(PatternTableError) {
    precondition(
      patterns.allSatisfy { (1...longestPattern).contains($0.count) && !$0.contains(0) },
      "patterns are cut before")
    guard patterns.count < Int(Int32.max) else { throw tooMany(patterns) }
    var order = patterns.indices.filter { patterns[$0].count > 1 }
      .map { (key: key(patterns[$0]), number: $0) }
    order.sort {
      $0.key != $1.key
        ? $0.key < $1.key : patterns[$0.number].lexicographicallyPrecedes(patterns[$1.number])
    }
    let pairBits = bitCount(for: order.count, per: 8, least: 15, most: 22)
    var pairs = [UInt64](repeating: 0, count: (1 << pairBits) / 64)
    var couples = pairs
    let tripleBits = bitCount(for: order.count, per: 16, least: 15, most: 23)
    var triples = [UInt64](repeating: 0, count: (1 << tripleBits) / 64)
    var buckets: [UInt16] = [0]
    var slots: [Slot] = []

    var index = 0
    while index < order.count {
      let pair = Self.pair(patterns[order[index].number])
      var next = index
      while next < order.count, Self.pair(patterns[order[next].number]) == pair { next += 1 }
      guard buckets.count < Int(Int32.max) else { throw tooMany(patterns) }
      set(hash(pair) >> (32 - UInt32(pairBits)), in: &pairs)
      var slot = Slot(pair: pair, two: Slot.none, more: 0)
      let first = patterns[order[index].number]
      if first.count == 2 {
        set(hash(pair) >> (32 - UInt32(pairBits)), in: &couples)
        slot.two = UInt32(order[index].number)
        index += 1
      }
      if index < next {
        slot.more = UInt32(buckets.count)
        for entry in order[index..<next] {
          set(hash(pair, patterns[entry.number][2]) >> (32 - UInt32(tripleBits)), in: &triples)
        }
        appendBucket(order[index..<next].map { ($0.number, patterns[$0.number]) }, to: &buckets)
      }
      if first.count == 2, FoldTable.isWordUnit(first[0]) || FoldTable.isWordUnit(first[1]) {
        slot.more |= Slot.hasWordEdge
      }
      slots.append(slot)
      index = next
    }

    writer.add(SectionName("\(name).2"), pairs)
    writer.add(SectionName("\(name).2x"), couples)
    writer.add(SectionName("\(name).3"), triples)
    writer.add(SectionName("\(name).head"), heads(of: slots))
    // No text has a pair of zeros.
    let end = Slot(pair: 0, two: Slot.none, more: 0)
    writer.add(SectionName("\(name).slot"), slots + [end, end])
    writer.add(SectionName("\(name).buck"), buckets)
    addSingles(patterns, named: name, to: &writer)
  }

  private static func tooMany(_ patterns: [[UInt16]]) -> PatternTableError {
    PatternTableError(code: .tooManyPatterns, values: ["count": "\(patterns.count)"])
  }

  private static func pair(_ pattern: [UInt16]) -> UInt32 {
    UInt32(pattern[0]) | UInt32(pattern[1]) << 16
  }

  /// What slots are sorted by, the hash of the pair, then the next two units; 0 where there is none.
  private static func key(_ pattern: [UInt16]) -> UInt64 {
    let third = pattern.count > 2 ? UInt64(pattern[2]) << 16 : 0
    let fourth = pattern.count > 3 ? UInt64(pattern[3]) : 0
    return UInt64(hash(pair(pattern))) << 32 | third | fourth
  }

  private static func set(_ bit: UInt32, in bits: inout [UInt64]) {
    bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
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
    var before: ArraySlice<UInt16> = []
    if entries.count <= largestListedBucket {
      buckets.append(UInt16(entries.count))
      for entry in entries {
        let rest = entry.pattern[2...]
        let shared = zip(before, rest).prefix { $0 == $1 }.count
        buckets.append(UInt16(rest.count | shared << 8))
        append(entry.number)
        buckets += rest.dropFirst(shared)
        before = rest
      }
      return
    }
    buckets.append(bucketSearchedByHalves)
    append(entries.count)
    var place = 3 + entries.count * 2
    for entry in entries {
      append(place)
      place += entry.pattern.count + 3
    }
    // Patterns with which the one at hand begins, the longest last.
    var line: [Int] = []
    for (index, entry) in entries.enumerated() {
      while let last = line.last, !entry.pattern.starts(with: entries[last].pattern) {
        line.removeLast()
      }
      buckets.append(UInt16(entry.pattern.count - 2))
      append(entry.number)
      append(line.last.map { $0 + 1 } ?? 0)
      buckets += entry.pattern[2...]
      line.append(index)
    }
  }

  /// As many hashes as slots, or up to twice as many.
  private static func heads(of slots: [Slot]) -> [UInt32] {
    var bits = 4
    while 1 << bits < slots.count { bits += 1 }
    var heads = [UInt32](repeating: 0, count: 1 << bits + 1)
    for slot in slots { heads[Int(hash(slot.pair) >> (32 - UInt32(bits))) + 1] += 1 }
    for index in 1..<heads.count { heads[index] += heads[index - 1] }
    return heads
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
    var ranks: [UInt32] = []
    var rank = 0
    for word in bits {
      ranks.append(UInt32(rank))
      rank += word.nonzeroBitCount
    }
    writer.add(SectionName("\(name).one"), bits)
    writer.add(SectionName("\(name).oner"), ranks)
    writer.add(SectionName("\(name).onen"), singles.map { UInt32($0) })
  }
}
