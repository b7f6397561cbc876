import MappedFile

/// Text as it is compared, with the way back to where it stands in a document.
///
///     var text = FoldedText()
///     text.append(Array("臺灣  Acer".utf8), range: 0..<12, table: table)
///     text.count        // 7: 台湾␠acer, for a run of separators counts as one
///     text.start(of: 3) // 8: where "A" stands
///
/// Units are folded UTF-16 (see ``FoldTable``). Memory: six bytes a UTF-8 byte of the text taken in.
/// One value is used again and again for the parts of a long document: ``removeAll()`` keeps its
/// memory.
public struct FoldedText: Sendable {
  /// How many zeros are readable behind the last unit.
  public static let padding = 68

  /// The folded units, then ``padding`` zeros; longer than ``count``.
  public private(set) var units: [UInt16] = []
  /// UTF-8 offset into the document of each unit's first byte.
  public private(set) var starts: [UInt32] = []
  public private(set) var count = 0
  /// For units that the document spells in another way: the unit's index and where its spelling ends.
  private var decodedEnds: [(unit: Int, end: Int)] = []

  public init() {}

  public mutating func removeAll() {
    count = 0
    decodedEnds.removeAll(keepingCapacity: true)
  }

  /// Adds a break, over which nothing matches.
  public mutating func appendBreak(at offset: Int) {
    guard count > 0, units[count - 1] != FoldTable.paragraphBreak else { return }
    reserve(1)
    units[count] = FoldTable.paragraphBreak
    starts[count] = UInt32(offset)
    count += 1
  }

  /// Adds what stands at `range` of a document.
  ///
  /// - Complexity: O(*n*) in the bytes of the range, about 0.7 ns a byte of Chinese text (2-core AMD
  ///   EPYC, 2026-11-22).
  /// - Precondition: the bytes are valid UTF-8 and the range is within 4 GiB.
  public mutating func append(_ source: [UInt8], range: Range<Int>, table: FoldTable) {
    precondition(range.upperBound <= Int(UInt32.max), "a document is below 4 GiB")
    reserve(range.count)
    let from = count
    count = unsafe source.withUnsafeBufferPointer { source in
      unsafe units.withUnsafeMutableBufferPointer { units in
        unsafe starts.withUnsafeMutableBufferPointer { starts in
          unsafe table.units.withUnsafeElements { table in
            unsafe Self.fold(source, range, into: units, starts, from: from, by: table)
          }
        }
      }
    }
    pad()
  }

  /// Adds text that stands for `range` of the document: an entity's character.
  ///
  /// All its units have the place of the whole range.
  public mutating func append(decoded text: String, range: Range<Int>, table: FoldTable) {
    reserve(text.utf16.count)
    for unit in text.utf16 {
      let folded = table.fold(unit)
      if folded == 0 || (folded == FoldTable.separator && count > 0 && units[count - 1] == folded) {
        continue
      }
      units[count] = folded
      starts[count] = UInt32(range.lowerBound)
      decodedEnds.append((count, range.upperBound))
      count += 1
    }
    pad()
  }

  /// Takes units out; those behind move up and keep their places in the document.
  ///
  /// - Parameter ranges: in order, without overlap.
  /// - Complexity: O(*n*).
  public mutating func remove(_ ranges: [Range<Int>]) {
    guard let first = ranges.first else { return }
    var kept = first.lowerBound
    unsafe units.withUnsafeMutableBufferPointer { units in
      unsafe starts.withUnsafeMutableBufferPointer { starts in
        for (index, range) in ranges.enumerated() {
          let next = index + 1 < ranges.count ? ranges[index + 1].lowerBound : count
          precondition(kept <= range.upperBound && range.upperBound <= next && next <= count)
          let moved = next - range.upperBound
          unsafe (units.baseAddress! + kept).update(
            from: units.baseAddress! + range.upperBound, count: moved)
          unsafe (starts.baseAddress! + kept).update(
            from: starts.baseAddress! + range.upperBound, count: moved)
          kept += moved
        }
      }
    }
    decodedEnds = decodedEnds.compactMap { decoded in
      var gone = 0
      for range in ranges where range.lowerBound <= decoded.unit {
        if range.contains(decoded.unit) { return nil }
        gone += range.count
      }
      return (decoded.unit - gone, decoded.end)
    }
    count = kept
    pad()
  }

  /// The first place of a unit, from a place on.
  ///
  /// - Complexity: O(*n*) to that place.
  public func firstUnit(_ unit: UInt16, from place: Int) -> Int? {
    let start = unsafe units.withUnsafeBufferPointer { units in
      var place = place
      let wanted = SIMD16<UInt16>(repeating: unit)
      // Sixteen at once, without a branch for each.
      while place + 16 <= count {
        let some = unsafe UnsafeRawPointer(units.baseAddress! + place).loadUnaligned(as: SIMD16<UInt16>.self)
        if any(some .== wanted) { break }
        place += 16
      }
      return place
    }
    return start < count ? units[start..<count].firstIndex(of: unit) : nil
  }

  /// UTF-8 offset of the first byte of a unit's character.
  public func start(of unit: Int) -> Int { Int(starts[unit]) }

  /// UTF-8 offset behind the last byte of a unit's character, marks that follow it not included.
  public func end(of unit: Int, in source: [UInt8]) -> Int {
    if !decodedEnds.isEmpty {
      var low = 0
      var high = decodedEnds.count
      while low < high {
        let middle = (low + high) / 2
        if decodedEnds[middle].unit < unit { low = middle + 1 } else { high = middle }
      }
      if low < decodedEnds.count, decodedEnds[low].unit == unit { return decodedEnds[low].end }
    }
    let start = Int(starts[unit])
    switch source[start] {
    case 0..<0x80: return start + 1
    case 0x80..<0xE0: return start + 2
    case 0xE0..<0xF0: return start + 3
    default: return start + 4
    }
  }

  private mutating func reserve(_ more: Int) {
    let needed = count + more + Self.padding
    if units.count < needed {
      let grown = max(needed, units.count * 2)
      units.append(contentsOf: repeatElement(0, count: grown - units.count))
      starts.append(contentsOf: repeatElement(0, count: grown - starts.count))
    }
  }

  private mutating func pad() {
    unsafe units.withUnsafeMutableBufferPointer {
      unsafe ($0.baseAddress! + count).update(repeating: 0, count: Self.padding)
    }
  }

  /// The loop over every byte of a document; returns the new count.
  private static func fold(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    into units: UnsafeMutableBufferPointer<UInt16>, _ starts: UnsafeMutableBufferPointer<UInt32>,
    from: Int, by table: UnsafeBufferPointer<UInt16>
  ) -> Int {
    guard let bytes = source.baseAddress, let table = table.baseAddress,
      let units = units.baseAddress, let starts = starts.baseAddress
    else { return from }
    var at = range.lowerBound
    var count = from
    let end = range.upperBound
    while at < end {
      let lead = UInt32(unsafe bytes[at])
      unsafe starts[count] = UInt32(truncatingIfNeeded: at)
      let folded: UInt16
      if lead & 0xF0 == 0xE0 {
        var scalar = (lead & 0x0F) << 12 | (UInt32(unsafe bytes[at &+ 1]) & 0x3F) << 6
        scalar |= UInt32(unsafe bytes[at &+ 2]) & 0x3F
        folded = unsafe table[Int(scalar)]
        at &+= 3
      } else if lead < 0x80 {
        folded = unsafe table[Int(lead)]
        at &+= 1
      } else if lead < 0xE0 {
        folded = unsafe table[Int((lead & 0x1F) << 6 | (UInt32(unsafe bytes[at &+ 1]) & 0x3F))]
        at &+= 2
      } else {
        var scalar = (lead & 0x07) << 18 | (UInt32(unsafe bytes[at &+ 1]) & 0x3F) << 12
        scalar |= (UInt32(unsafe bytes[at &+ 2]) & 0x3F) << 6
        scalar |= UInt32(unsafe bytes[at &+ 3]) & 0x3F
        unsafe units[count] = UInt16(truncatingIfNeeded: 0xD7C0 + (scalar >> 10))
        count &+= 1
        unsafe starts[count] = UInt32(truncatingIfNeeded: at)
        folded = unsafe table[Int(0xDC00 | (scalar & 0x3FF))]
        at &+= 4
      }
      unsafe units[count] = folded
      // Dropped: what folds to nothing, and a separator after a separator.
      if folded > FoldTable.separator {
        count &+= 1
      } else if folded != 0 {
        let isRun = unsafe folded == FoldTable.separator && count > 0 && units[count &- 1] == folded
        count &+= isRun ? 0 : 1
      }
    }
    return count
  }
}
