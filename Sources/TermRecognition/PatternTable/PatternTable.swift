import HanText
public import MappedFile

/// A set of patterns over folded UTF-16 units, compiled so that all that begin at every place of a
/// text are found in one pass.
///
///     let table = try PatternTable(file, named: "zh")
///     var matches: [PatternMatch] = []
///     table.appendMatches(in: folded, range: 0..<folded.count, to: &matches)
///
/// Every match is reported, not only the longest at its start: the recogniser may reject the longest.
/// A pattern edge that is a letter or digit of a spaced script matches only at a word boundary.
///
/// How: bits of hashed pairs and triples filter the places where a pattern can begin. The few that
/// are left look up their first two units: there stands the pattern of just these two, and where the
/// bucket of the longer ones is.
///
/// No set of patterns and no text makes a place cost more than ``mostSteps``: a step is a bit asked, or
/// a slot, a pattern or a unit of a pattern looked at.
///
/// - SeeAlso: `PatternTable+Building.swift` for the form of a bucket.
@safe public struct PatternTable: Sendable {
  /// The longest pattern, in units.
  public static let longestPattern = 64
  static let bucketSearchedByHalves: UInt16 = 0xFFFF
  static let largestListedBucket = 16

  /// Bits of hashed pairs that begin a pattern of two units or more.
  let pairs: MappedArray<UInt64>
  /// Bits of hashed pairs that are a pattern of two units; as many as ``pairs``.
  let couples: MappedArray<UInt64>
  /// Bits of hashed triples that begin a pattern of three units or more.
  let triples: MappedArray<UInt64>
  /// For each value of a pair's hash the index of its first slot, and one more.
  let heads: MappedArray<UInt32>
  /// Sorted by the pairs' hash, then by pair; two behind the last that no text asks for.
  let slots: MappedArray<Slot>
  let buckets: MappedArray<UInt16>
  /// Patterns of one unit: a bit a unit, how many there are before each 64 units, and their numbers
  /// in the order of their units.
  let singles: MappedArray<UInt64>
  let singleRanks: MappedArray<UInt32>
  let singleNumbers: MappedArray<UInt32>

  /// Two units, and the patterns that begin with them.
  struct Slot: BitwiseCopyable {
    static let none = UInt32.max
    /// Set in `more` where the pattern of just these units has an edge in a spaced script.
    static let hasWordEdge: UInt32 = 1 << 31

    /// The first unit in the low half: as a little-endian machine reads both at once.
    var pair: UInt32
    /// The number of the pattern of just these units, or ``none``.
    var two: UInt32
    /// Where the bucket of the longer patterns begins; 0 where there are none.
    var more: UInt32
  }

  /// - Throws: ``MappedFileError`` where the file lacks a section.
  public init(_ file: MappedFile, named name: String) throws(MappedFileError) {
    pairs = try file.array(SectionName("\(name).2"), of: UInt64.self)
    couples = try file.array(SectionName("\(name).2x"), of: UInt64.self)
    triples = try file.array(SectionName("\(name).3"), of: UInt64.self)
    heads = try file.array(SectionName("\(name).head"), of: UInt32.self)
    slots = try file.array(SectionName("\(name).slot"), of: Slot.self)
    buckets = try file.array(SectionName("\(name).buck"), of: UInt16.self)
    singles = try file.array(SectionName("\(name).one"), of: UInt64.self)
    singleRanks = try file.array(SectionName("\(name).oner"), of: UInt32.self)
    singleNumbers = try file.array(SectionName("\(name).onen"), of: UInt32.self)
    precondition(
      singles.count == 1_024 && singleRanks.count == 1_024 && slots.count >= 2
        && (heads.count - 1).nonzeroBitCount == 1 && triples.count.nonzeroBitCount == 1
        && pairs.count.nonzeroBitCount == 1 && couples.count == pairs.count,
      "sections have the lengths that the builder gives them")
  }

  /// Bytes of memory that the table takes.
  public var byteCount: Int {
    (pairs.count + couples.count + triples.count + singles.count) * 8 + heads.count * 4
      + slots.count * MemoryLayout<Slot>.stride + buckets.count * 2
      + (singleRanks.count + singleNumbers.count) * 4
  }

  /// The most steps that any place of any text takes, whatever the patterns: five bits and slots; the
  /// halvings to one slot among all of its hash, and to one pattern among all of its pair, each of
  /// which compares at most 62 units; and 62 patterns of which each begins the next.
  ///
  /// For the 40,000 shipped names about 1,200, for a million 1,500; shipped names in real text take
  /// less than 2 at the mean.
  public var mostSteps: Int {
    func halvings(_ count: Int) -> Int { Int.bitWidth - count.leadingZeroBitCount }
    let rest = Self.longestPattern - 2
    // A pattern of a bucket that is searched takes eight units of it or more.
    return 5 + halvings(slots.count) + (rest + 1) * (2 + halvings(buckets.count / 8)) + rest
  }

  @inline(__always) static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }

  @inline(__always) static func hash(_ pair: UInt32, _ third: UInt16) -> UInt32 {
    (pair &* 0x9E37_79B1) ^ (UInt32(third) &* 0x85EB_CA6B &* 0x9E37_79B1)
  }
}
