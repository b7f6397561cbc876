import HanText
public import MappedFile

/// A set of patterns over folded UTF-16 units, compiled so that all that begin at every place of a
/// text are found in one pass.
///
///     let table = try PatternTable(file, named: "zh")
///     var matches: [PatternMatch] = []
///     table.appendMatches(in: folded, from: 0, to: folded.count, to: &matches)
///
/// Every match is reported, not only the longest at its start: the recogniser may reject the longest.
/// A pattern edge that is a letter or digit of a spaced script matches only at a word boundary.
///
/// How: bits of hashed pairs and triples filter the places where a pattern of two units, or of more,
/// can begin; the few that are left look up the bucket of all patterns that share their first two
/// units. Buckets of more than 16 are sorted and searched by halves, so that no set of patterns makes
/// a place cost more than 64 · log₂(patterns) steps and the matches found there.
///
/// - SeeAlso: `PatternTable+Building.swift` for the form of a bucket.
@safe public struct PatternTable: Sendable {
  /// The longest pattern, in units.
  public static let longestPattern = 64
  static let bucketSearchedByHalves: UInt16 = 0xFFFF
  static let largestListedBucket = 16

  /// Bits of hashed pairs: bit 0 of each couple says that a longer pattern begins so, bit 1 that a
  /// pattern of just this pair exists.
  let pairs: MappedArray<UInt64>
  /// Bits of hashed triples that begin a pattern of three units or more.
  let triples: MappedArray<UInt64>
  /// Open-addressed: a pair of units, and where its bucket begins.
  let slots: MappedArray<Slot>
  let buckets: MappedArray<UInt16>
  /// Patterns of one unit: a bit a unit, and their numbers in the order of their units.
  let singles: MappedArray<UInt64>
  let singleNumbers: MappedArray<UInt32>
  let singleUnits: MappedArray<UInt16>

  struct Slot: BitwiseCopyable {
    var pair: UInt32
    var bucket: UInt32
  }

  /// - Throws: ``MappedFileError`` where the file lacks a section.
  public init(_ file: MappedFile, named name: String) throws(MappedFileError) {
    pairs = try file.array(SectionName("\(name).2"), of: UInt64.self)
    triples = try file.array(SectionName("\(name).3"), of: UInt64.self)
    slots = try file.array(SectionName("\(name).slot"), of: Slot.self)
    buckets = try file.array(SectionName("\(name).buck"), of: UInt16.self)
    singles = try file.array(SectionName("\(name).one"), of: UInt64.self)
    singleNumbers = try file.array(SectionName("\(name).onen"), of: UInt32.self)
    singleUnits = try file.array(SectionName("\(name).oneu"), of: UInt16.self)
    precondition(
      singles.count == 1_024 && slots.count.nonzeroBitCount == 1
        && pairs.count.nonzeroBitCount == 1 && triples.count.nonzeroBitCount == 1,
      "sections have the lengths that the builder gives them")
  }

  /// Bytes of memory that the table takes.
  public var byteCount: Int {
    (pairs.count + triples.count + slots.count + singles.count) * 8 + buckets.count * 2
      + singleNumbers.count * 4 + singleUnits.count * 2
  }

  @inline(__always) static func hash(_ pair: UInt32) -> UInt32 { pair &* 0x9E37_79B1 }

  @inline(__always) static func hash(_ pair: UInt32, _ third: UInt16) -> UInt32 {
    (pair &* 0x9E37_79B1) ^ (UInt32(third) &* 0x85EB_CA6B &* 0x9E37_79B1)
  }
}
