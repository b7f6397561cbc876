/// Which name stands behind three strings of a parser's dictionary, by their addresses alone: an
/// open hash table.
@safe struct PointerNames: ~Copyable {
  struct Key: Equatable {
    var local: UInt
    var prefix: UInt
    var uri: UInt
  }

  private struct Slot {
    var key: Key
    var name: XMLName
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private(set) var count = 0

  init() {
    mask = 255
    unsafe slots = Self.empty(256)
  }

  deinit { unsafe slots.deallocate() }

  func find(_ key: Key) -> XMLName? {
    var place = Self.place(key, mask)
    while unsafe slots[place].key.local != 0 {
      if unsafe slots[place].key == key { return unsafe slots[place].name }
      place = (place + 1) & mask
    }
    return nil
  }

  mutating func insert(_ key: Key, _ name: XMLName) {
    if 2 * (count + 1) > mask { grow() }
    unsafe Self.put(Slot(key: key, name: name), slots, mask)
    count += 1
  }

  private mutating func grow() {
    let size = 2 * (mask + 1)
    let new = unsafe Self.empty(size)
    for index in 0...mask where unsafe slots[index].key.local != 0 {
      unsafe Self.put(slots[index], new, size - 1)
    }
    unsafe slots.deallocate()
    unsafe slots = new
    mask = size - 1
  }

  private static func put(_ slot: Slot, _ slots: UnsafeMutablePointer<Slot>, _ mask: Int) {
    var place = place(slot.key, mask)
    while unsafe slots[place].key.local != 0 { place = (place + 1) & mask }
    unsafe slots[place] = slot
  }

  private static func empty(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    unsafe slots.initialize(
      repeating: Slot(key: Key(local: 0, prefix: 0, uri: 0), name: .xmlns), count: size)
    return unsafe slots
  }

  private static func place(_ key: Key, _ mask: Int) -> Int {
    // Addresses of strings that lie one after another: their low bits differ by themselves.
    let mixed = key.local ^ key.local >> 9 &+ key.prefix >> 1 &+ key.uri >> 3
    return Int(truncatingIfNeeded: mixed) & mask
  }
}
