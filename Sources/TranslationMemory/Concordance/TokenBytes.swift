import MappedFile

/// The first two to four tokens of a text as they may lie in an index's tokens, to be looked for byte by byte:
/// what does not have them need not be decoded.
///
/// Only for texts with few spellings, and contents without codes, which may stand between the two.
struct TokenBytes {
  /// More spellings than this are not looked for one by one.
  private static let mostSpellings = 6
  /// Each spelling's first eight bytes, and which of them count.
  private var patterns: [(bytes: UInt64, mask: UInt64)] = []
  /// ``IndexRow`` bits of the codes of the part.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// `nil` where the text does not have few spellings.
  init?(_ choices: [[UInt32]], in part: IndexPart) {
    guard choices.count >= 2, choices.allSatisfy({ $0.count == 1 }) else { return nil }
    let wanted = choices.prefix(4).map { $0[0] }
    var spellings = [[UInt32]](repeating: [], count: wanted.count)
    for (id, plain) in part.plain.enumerated() {
      for place in wanted.indices where wanted[place] == plain {
        spellings[place].append(UInt32(id))
      }
    }
    var texts: [[UInt8]] = [[]]
    for place in wanted.indices {
      let longer = texts.flatMap { text in
        spellings[place].map { id in
          var longer = text
          Varint.append(id, to: &longer)
          return longer
        }
      }
      // Two tokens at least, and no more than a word of bytes.
      if longer.count > Self.mostSpellings || (place > 1 && longer.contains { $0.count > 8 }) {
        if place < 2 { return nil }
        break
      }
      texts = longer
    }
    for text in texts {
      var word: UInt64 = 0
      for (index, byte) in text.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * index) }
      patterns.append((word, text.count >= 8 ? ~0 : 1 << UInt64(8 * text.count) - 1))
    }
    for kind in UInt8(0)..<32 {
      let id = part.id(of: ReservedText.code(kind))
      guard part.list(of: id).count > 0 else { continue }
      if id & 64 == 0 { low |= 1 << UInt64(id & 63) } else { high |= 1 << UInt64(id & 63) }
    }
  }

  /// Whether a content may have the text; its bytes are followed by seven that can be read.
  @inline(__always)
  func mayStand(in row: IndexRow, _ bytes: UnsafePointer<UInt8>, _ end: Int) -> Bool {
    if row.low & low | row.high & high != 0 { return true }
    for pattern in patterns {
      var at = Int(row.offset)
      while at < end {
        let word = unsafe UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
        if UInt64(littleEndian: word) & pattern.mask == pattern.bytes { return true }
        at &+= 1
      }
    }
    return false
  }
}
