/// Numbers the distinct token ids of a query from 1; 0 is every other id.
struct TokenMap {
  /// Open addressing: the id in the high half, its number in the low; 0 is free.
  private var slots: [UInt64]
  private let shift: UInt32
  /// How many numbers there are.
  private(set) var count = 0

  /// Adds the ids' numbers to `numbers`.
  init(_ ids: [UInt32], numbers: inout [UInt32]) {
    var bits: UInt32 = 4
    while 1 << bits < ids.count * 2 { bits += 1 }
    slots = [UInt64](repeating: 0, count: 1 << bits)
    shift = 32 - bits
    numbers.reserveCapacity(ids.count)
    for id in ids { numbers.append(insert(id)) }
  }

  private mutating func insert(_ id: UInt32) -> UInt32 {
    var slot = Int((id &* 0x9E37_79B1) >> shift)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == id {
        return UInt32(truncatingIfNeeded: slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    count += 1
    slots[slot] = UInt64(id) << 32 | UInt64(count)
    return UInt32(count)
  }

  @inline(__always)
  func number(of id: UInt32) -> UInt32 {
    var slot = Int((id &* 0x9E37_79B1) >> shift)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] >> 32) == id {
        return UInt32(truncatingIfNeeded: slots[slot])
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }
}
