public import MappedFile

/// What a UTF-16 unit is compared as: one unit for one unit, so that places survive.
///
/// Brought together: width and compatibility forms, case and accents of Latin letters, traditional,
/// simplified and variant Han characters, quotation marks and hyphens of one shape, and everything
/// that separates the parts of a name (`·` `‧` `・` `．` `•`, spaces, line breaks), which folds to a
/// space. Dropped: marks that combine and characters that do not show.
///
///     table.fold("臺") == table.fold("台")
///
/// A unit that folds to 0 is dropped. Surrogates stay as they are, so that a character beyond the
/// basic plane is two units that match only themselves.
public struct FoldTable: Sendable {
  public static let section: SectionName = "fold"
  /// What separators fold to.
  public static let separator: UInt16 = 0x20
  /// Stands between texts that do not flow on; no text folds to it.
  public static let paragraphBreak: UInt16 = 0x0A

  let units: MappedArray<UInt16>

  /// - Throws: ``MappedFileError`` where the file has no such table.
  public init(_ file: MappedFile) throws(MappedFileError) {
    units = try file.array(Self.section, of: UInt16.self)
    precondition(units.count == 65_536, "a fold table has an entry for every UTF-16 unit")
  }

  /// - Complexity: O(1).
  public func fold(_ unit: UInt16) -> UInt16 { units[Int(unit)] }

  /// The folded units of a whole text, without dropped ones and without separators at its ends; a
  /// run of separators counts as one.
  ///
  /// - Complexity: O(*n*).
  public func fold(_ text: String) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(text.utf16.count)
    for unit in text.utf16 {
      let folded = units[Int(unit)]
      if folded == 0 || (folded == Self.separator && (result.last ?? Self.separator) == folded) {
        continue
      }
      result.append(folded)
    }
    if result.last == Self.separator { result.removeLast() }
    return result
  }

  /// Whether a folded unit belongs to a word that is written between spaces: a letter other than Han
  /// and kana, or a digit. A term whose edge is such a unit needs a word boundary there.
  @inlinable public static func isWordUnit(_ unit: UInt16) -> Bool {
    if unit < 0x80 { return (unit >= 0x61 && unit <= 0x7A) || (unit >= 0x30 && unit <= 0x39) }
    return (unit >= 0xC0 && unit < 0x2000 && unit != 0xD7 && unit != 0xF7)
      || (unit >= 0xAC00 && unit < 0xD7A4)
  }
}
