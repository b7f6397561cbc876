import TermModel

/// The language tags of a file, each spelling once, found again without making a `String`.
///
/// What is kept has a bound: spellings beyond ``most`` share the last place.
struct LanguageCensus {
  static let most = 20_000

  /// One spelling.
  struct Entry {
    let spelling: String
    let tag: LanguageTag
    fileprivate let bytes: [UInt8]
  }

  private(set) var entries: [Entry] = []
  private(set) var isFull = false
  /// Place in `entries` plus one, by hash; a power of two of places, at most half full.
  private var table = [UInt32](repeating: 0, count: 64)
  private let map: LanguageMap
  /// Whether one may be the source where the other is named, by both places.
  private var matches: [UInt64: Bool] = [:]

  init(map: LanguageMap) { self.map = map }

  /// The place of a spelling; `isNew` where it was not there.
  mutating func intern(_ bytes: Span<UInt8>) -> (index: Int, isNew: Bool) {
    var place = Int(truncatingIfNeeded: bytes.quickHash) & (table.count - 1)
    while table[place] != 0 {
      let index = Int(table[place]) - 1
      if entries[index].bytes.equals(bytes) { return (index, false) }
      place = (place + 1) & (table.count - 1)
    }
    if entries.count == Self.most {
      isFull = true
      return (Self.most - 1, false)
    }
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    let spelling = String(decoding: copy, as: UTF8.self)
    entries.append(Entry(spelling: spelling, tag: map.tag(spelling), bytes: copy))
    table[place] = UInt32(entries.count)
    if entries.count * 2 > table.count { grow() }
    return (entries.count - 1, true)
  }

  private mutating func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    for (index, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.bytes.span.quickHash) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = UInt32(index + 1)
    }
  }

  /// Whether a variant of the one language may be the source that the other names.
  mutating func mayBe(_ index: Int, source: Int) -> Bool {
    if index == source { return true }
    let key = UInt64(index) << 32 | UInt64(source)
    if let known = matches[key] { return known }
    let (tag, wanted) = (entries[index].tag, entries[source].tag)
    let answer = TMXLanguage.includes(wanted, tag) || TMXLanguage.includes(tag, wanted)
    if matches.count > 100_000 { matches.removeAll() }
    matches[key] = answer
    return answer
  }
}

extension [UInt8] {
  fileprivate func equals(_ bytes: Span<UInt8>) -> Bool {
    guard count == bytes.count else { return false }
    for index in 0..<bytes.count where self[index] != bytes[index] { return false }
    return true
  }
}

extension Span<UInt8> {
  /// FNV-1a with a last stir, so that all bits may be used. For short texts.
  var quickHash: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in indices { hash = (hash ^ UInt64(self[index])) &* 0x100_0000_01b3 }
    hash = (hash ^ hash >> 32) &* 0xd6e8_feb8_6659_fd93
    return hash ^ hash >> 32
  }
}
