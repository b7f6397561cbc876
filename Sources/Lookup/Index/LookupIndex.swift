import MappedFile

/// The look-up's tables in a mapped file; made by ``build(_:table:readings:into:)``.
///
/// A *name* is a distinct key (see ``NameKey``) with a number by its place in order; its senses are
/// the concepts that have it.
public struct LookupIndex: Sendable {
  let names: KeyTable
  let senses: RowValues<NameSense>
  /// A bit a unit of all names: whether a word begins there.
  let wordStarts: MappedArray<UInt64>
  /// Per name, a bit for each unit that is in it, by ``signatureBit(_:)``.
  let signatures: MappedArray<UInt32>
  /// Words of Latin letters, and the names that they stand in.
  let words: KeyTable
  let wordNames: RowValues<UInt32>
  /// Rows of packed readings, in order of their syllables; tones take no part in the order.
  let readings: KeyTable
  let readingNames: MappedArray<UInt32>
  let initials: MappedArray<InitialsRow>
  /// Per concept, how high its layer is: 0 for the highest.
  let layers: MappedArray<UInt8>

  /// - Throws: ``MappedFileError`` where the file has no such tables.
  init(_ file: MappedFile) throws(MappedFileError) {
    names = try KeyTable(file, named: "lkn")
    senses = try RowValues(file, named: "lks")
    wordStarts = try file.array("lkn.w", of: UInt64.self)
    signatures = try file.array("lkn.sig", of: UInt32.self)
    words = try KeyTable(file, named: "lkw")
    wordNames = try RowValues(file, named: "lkwn")
    readings = try KeyTable(file, named: "lkr")
    readingNames = try file.array("lkr.n", of: UInt32.self)
    initials = try file.array("lki", of: InitialsRow.self)
    layers = try file.array("lkl", of: UInt8.self)
  }

  static func signatureBit(_ unit: UInt16) -> UInt32 {
    switch unit {
    case 0x61...0x7A: 1 << UInt32(unit - 0x61)
    case 0..<0x80: 1 << (26 + UInt32(unit) % 6)
    default: 1 << (UInt32(unit) &* 0x9E37_79B1 >> 27)
    }
  }

  /// Whether a word begins at a place in the units of all names.
  func startsWord(at place: Int) -> Bool { wordStarts[place >> 6] >> UInt64(place & 63) & 1 != 0 }

  /// The names that have these first letters.
  ///
  /// - Complexity: O(log *n*).
  func names(withInitials letters: UInt64) -> [Int] {
    var low = 0
    var high = initials.count
    while low < high {
      let middle = (low + high) / 2
      if initials[middle].letters < letters { low = middle + 1 } else { high = middle }
    }
    return initials[low...].prefix { $0.letters == letters }.map { Int($0.name) }
  }

  /// The rows among `rows`, which agree before place `depth`, that have the syllable there.
  ///
  /// - Complexity: O(log *n*).
  func readingRows(_ rows: Range<Int>, at depth: Int, syllable: UInt16) -> Range<Int> {
    func first(_ isThere: (Int) -> Bool) -> Int {
      var low = rows.lowerBound
      var high = rows.upperBound
      while low < high {
        let middle = (low + high) / 2
        let place = Int(readings.places[middle]) + depth
        // A row that ends here stands before all that go on.
        let found = place < Int(readings.places[middle + 1]) ? Int(readings.units[place] >> 5) : -1
        if isThere(found) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let start = first { $0 >= Int(syllable) }
    return start..<first { $0 > Int(syllable) }
  }
}
