import TermModel

/// Numbers the distinct texts of tokens, in the order in which they are first met.
struct VocabularyBuilder {
  private(set) var arena: [UInt8] = []
  /// Where each text ends in the arena.
  private(set) var ends: [UInt32] = []
  private(set) var kinds: [TokenKind] = []
  /// The text as it is compared, numbers kept apart.
  private(set) var plain: [UInt32] = []
  /// The same with its case kept.
  private(set) var cased: [UInt32] = []
  /// How often it stands in a content.
  var counts: [UInt32] = []
  private var hashes: [UInt32] = []
  /// The text's hash in the high half, its id and 1 in the low; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  /// The ids and 1 of texts that are one scalar.
  private var singles = [UInt32](repeating: 0, count: 0x1_0000)
  var tokenizer = SegmentTokenizer()
  let noGap: UInt32
  let space: UInt32

  init() {
    noGap = 0
    space = 1
    _ = insertReserved(ReservedText.noGap, .gap)
    _ = insertReserved([0x20], .gap)
    _ = insertReserved(ReservedText.number, .number)
    for kind in InlineCodeKind.allCases {
      _ = insertReserved(ReservedText.code(kind.rawValue), .code)
    }
  }

  static let number: UInt32 = 2
  static let firstCode: UInt32 = 3

  var count: Int { ends.count }

  private mutating func insertReserved(_ text: [UInt8], _ kind: TokenKind) -> UInt32 {
    unsafe text.withUnsafeBufferPointer { unsafe id(of: $0, kind, folds: false) }
  }

  /// The id of a token's text.
  @inline(__always)
  mutating func id(of token: SegmentToken, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    if token.kind == .code { return Self.firstCode + UInt32(token.code) }
    let scalar = token.scalar
    if scalar != 0, scalar < 0x1_0000 {
      let known = singles[Int(scalar)]
      if known != 0 { return known &- 1 }
    }
    let bytes = unsafe UnsafeBufferPointer(rebasing: text[token.range])
    let id = unsafe id(of: bytes, token.kind, folds: true)
    if scalar != 0, scalar < 0x1_0000 { singles[Int(scalar)] = id + 1 }
    return id
  }

  /// The id of a text, which is added where it is new.
  ///
  /// - Complexity: O(length).
  mutating func id(
    of text: UnsafeBufferPointer<UInt8>, _ kind: TokenKind, folds: Bool
  ) -> UInt32 {
    let hash = unsafe UInt32(truncatingIfNeeded: TextHash.hash(text.baseAddress!, text.count))
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    let known: UInt32? = unsafe slots.withUnsafeBufferPointer { slots in
      while unsafe slots[slot] != 0 {
        let found = unsafe slots[slot]
        let id = UInt32(truncatingIfNeeded: found) &- 1
        if UInt32(truncatingIfNeeded: found &>> 32) == hash, unsafe isEqual(id, text) { return id }
        slot = (slot &+ 1) & mask
      }
      return nil
    }
    if let known { return known }
    return unsafe add(text, kind, hash: hash, slot: slot, folds: folds)
  }

  @inline(__always)
  private func isEqual(_ id: UInt32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: id)
    guard range.count == text.count else { return false }
    return unsafe arena.withUnsafeBufferPointer { arena in
      var index = 0
      while index < text.count {
        if unsafe arena[range.lowerBound &+ index] != text[index] { return false }
        index &+= 1
      }
      return true
    }
  }

  func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(ends[Int(id) - 1]))..<Int(ends[Int(id)])
  }

  @inline(never)
  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: TokenKind, hash: UInt32, slot: Int, folds: Bool
  ) -> UInt32 {
    let id = UInt32(count)
    unsafe arena.append(contentsOf: text)
    ends.append(UInt32(arena.count))
    kinds.append(kind)
    hashes.append(hash)
    counts.append(0)
    plain.append(id)
    cased.append(id)
    slots[slot] = UInt64(hash) << 32 | UInt64(id + 1)
    if count * 2 > slots.count { grow() }
    guard folds, kind != .gap else { return id }
    let folded = unsafe tokenizer.folded(text, keepingCase: false)
    // What folds to nothing is compared as it is.
    guard !folded.isEmpty else { return id }
    if unsafe !folded.elementsEqual(text) {
      plain[Int(id)] = unsafe folded.withUnsafeBufferPointer {
        unsafe self.id(of: $0, kind, folds: false)
      }
    }
    let cased = unsafe tokenizer.folded(text, keepingCase: true)
    if unsafe !cased.elementsEqual(text) {
      let casedID = unsafe cased.withUnsafeBufferPointer {
        unsafe self.id(of: $0, kind, folds: false)
      }
      self.cased[Int(id)] = casedID
      plain[Int(casedID)] = plain[Int(id)]
    }
    return id
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = [UInt64](repeating: 0, count: mask + 1)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(hash) << 32 | UInt64(id + 1)
    }
  }

  /// A table by hash of ids and 1, in another order: `order[new]` is the old id.
  func slots(order: [UInt32]) -> [UInt32] {
    var size = 16
    while size < count * 3 / 2 { size *= 2 }
    var slots = [UInt32](repeating: 0, count: size)
    for (id, old) in order.enumerated() {
      var slot = Int(hashes[Int(old)]) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(id) + 1
    }
    return slots
  }
}
