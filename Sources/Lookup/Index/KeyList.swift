import MappedFile

/// Keys that are gathered, put in order and written as a ``KeyTable``.
struct KeyList {
  struct Key {
    /// The first four units, so that most comparisons need no look at the units.
    var start: UInt64
    var place: UInt32
    var count: UInt32
    /// What the key belongs to: its maker's business.
    var owner: UInt32
  }

  private(set) var units: [UInt16] = []
  private(set) var keys: [Key] = []
  /// What of a unit takes part in the order.
  private let shift: UInt16

  /// - Parameter shift: how many low bits of a unit take no part in the order.
  init(ignoringLowBits shift: UInt16 = 0) { self.shift = shift }

  mutating func append(_ key: some Collection<UInt16>, owner: Int) {
    var start: UInt64 = 0
    var taken = 0
    let place = units.count
    for unit in key {
      units.append(unit)
      // One more than the unit, so that the end stands before every unit.
      if taken < 4 { start = start << 16 | UInt64(unit >> shift &+ (shift > 0 ? 1 : 0)) }
      taken += 1
    }
    if taken < 4 { start <<= UInt64(16 * (4 - taken)) }
    keys.append(
      Key(start: start, place: UInt32(place), count: UInt32(taken), owner: UInt32(owner)))
  }

  /// - Complexity: O(*n* log *n*).
  mutating func sort() {
    let shift = shift
    units.withUnsafeBufferPointer { units in
      keys.sort { left, right in
        if left.start != right.start { return left.start < right.start }
        let common = min(left.count, right.count)
        for offset in min(4, common)..<common {
          let one = units[Int(left.place + offset)] >> shift
          let other = units[Int(right.place + offset)] >> shift
          if one != other { return one < other }
        }
        return (left.count, left.owner) < (right.count, right.owner)
      }
    }
  }

  func units(of key: Key) -> ArraySlice<UInt16> {
    units[Int(key.place)..<Int(key.place + key.count)]
  }

  /// Runs of equal keys, once they are sorted.
  func groups() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    for index in keys.indices.dropFirst() + [keys.count] where index > start {
      if index < keys.count, keys[index].start == keys[start].start,
        keys[index].count == keys[start].count, units(of: keys[index]) == units(of: keys[start])
      {
        continue
      }
      groups.append(start..<index)
      start = index
    }
    return groups
  }

  /// Adds the keys at these places, in this order, to a file.
  func write(_ chosen: some Sequence<Int>, named name: String, into writer: inout MappedFileWriter)
  {
    var places: [UInt32] = [0]
    var written: [UInt16] = []
    for index in chosen {
      written += units(of: keys[index])
      places.append(UInt32(written.count))
    }
    writer.add(SectionName("\(name).at"), places)
    writer.add(SectionName("\(name).u"), written)
  }
}
