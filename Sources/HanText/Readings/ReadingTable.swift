public import MappedFile

/// How Han characters are read: every reading, Taiwan's first, then the mainland's.
///
///     table.readings(of: 0x884C).map(\.syllable.hanyu)   // 行: ["hang", "xing"]
///
/// It is for finding, not for showing: it does not say which reading a name has. Mapped; made by
/// ``build(bpmf:table:into:)``.
public struct ReadingTable: Sendable {
  static let placesSection: SectionName = "read.at"
  static let readingsSection: SectionName = "read"

  /// Where each UTF-16 unit's readings begin, and one more.
  private let places: MappedArray<UInt32>
  private let packed: MappedArray<UInt16>

  /// - Throws: ``MappedFileError`` where the file has no such table.
  public init(_ file: MappedFile) throws(MappedFileError) {
    places = try file.array(Self.placesSection, of: UInt32.self)
    packed = try file.array(Self.readingsSection, of: UInt16.self)
    precondition(places.count == 65_537, "a reading table has an entry for every UTF-16 unit")
  }

  /// The readings of a character, each syllable once, the usual ones first; none for what is no Han
  /// character of the basic plane.
  ///
  /// - Complexity: O(1).
  public func readings(of unit: UInt16) -> [Reading] {
    (places[Int(unit)]..<places[Int(unit) + 1]).map { Reading(packed: packed[Int($0)]) }
  }
}
