import MappedFile

/// Scores of spellings that were worked out, so that of many contents that differ only in what the
/// query does not have, as in a number, one is compared and stands for all.
struct SpellingMemo {
  private struct Entry {
    /// Tokens first, then gaps.
    var spelling: [TextTraits] = []
    var tokenCount: UInt32 = 0
    var scores = SpellingScores(exact: 0)
  }

  private let part: IndexPart
  private let exact: TokenMap
  private let numbered: TokenMap
  private let cased: TokenMap
  private let everything: TokenMap
  private var entries = [Entry](repeating: Entry(), count: 1 << 8)
  /// The content that was looked for last.
  private var spelling: [TextTraits] = []
  private var count = 0
  private var tokenCount: UInt32 = 0
  /// Traits that were worked out, by the lowest bits of the text's id; the id and 1, 0 is free.
  private var ids = [UInt32](repeating: 0, count: SpellingMemo.traitsCount)
  private var traits = [TextTraits](
    repeating: SpellingMemo.nothing, count: SpellingMemo.traitsCount)
  private static let traitsCount = 1 << 9
  private static let nothing = TextTraits(exact: 0, numbered: 0, cased: 0, spacing: 0)

  init(_ query: inout PartQuery, in part: IndexPart) {
    self.part = part
    exact = query.exact.map
    numbered = query.numbered.map
    cased = query.cased.map
    everything = query.everything.map
  }

  /// Where a content's spelling is kept, and its scores where they are known.
  ///
  /// - Complexity: O(tokens), about 2 ns each.
  mutating func find(_ content: Int) -> (slot: Int, scores: SpellingScores?) {
    let hash = read(content)
    let slot = Int(hash &>> 56)
    guard entries[slot].tokenCount == tokenCount, isSpelled(as: entries[slot].spelling) else {
      return (slot, nil)
    }
    return (slot, entries[slot].scores)
  }

  @inline(__always)
  private func isSpelled(as other: [TextTraits]) -> Bool {
    guard other.count == count else { return false }
    var index = 0
    while index < count {
      if other[index] != spelling[index] { return false }
      index &+= 1
    }
    return true
  }

  /// Keeps the scores of the content that was looked for last, in the stead of another's.
  mutating func keep(_ scores: SpellingScores, at slot: Int) {
    entries[slot] = Entry(
      spelling: Array(spelling[..<count]), tokenCount: tokenCount, scores: scores)
  }

  /// Reads the traits of the tokens, then of what is unexpected between them.
  ///
  /// - Returns: a hash of them.
  private mutating func read(_ content: Int) -> UInt64 {
    let rows = unsafe part.rows.unsafeElements
    let bytes = unsafe part.tokens.unsafeElements.baseAddress!
    let row = unsafe rows[content]
    let end = unsafe Int(rows[content + 1].offset)
    // A gap takes two bytes at least.
    let most = Int(row.count) + (end - Int(row.offset)) / 2
    if spelling.count < most { spelling = Array(repeating: Self.nothing, count: most * 2) }
    tokenCount = row.count
    var hash = UInt64(tokenCount)
    var at = Int(row.offset)
    count = 0
    while count < row.count {
      let traits = traits(of: unsafe Varint.read(bytes, &at))
      spelling[count] = traits
      count &+= 1
      hash = ((hash &<< 5) | (hash &>> 59)) &+ traits.hash
    }
    while at < end {
      let place = unsafe Varint.read(bytes, &at)
      let gap = unsafe Varint.read(bytes, &at)
      let traits = TextTraits(
        gap: everything.number(of: gap), isMissing: gap == part.noGap, before: place)
      spelling[count] = traits
      count &+= 1
      hash = ((hash &<< 5) | (hash &>> 59)) &+ traits.hash
    }
    return hash &* 0x9FB2_1C65_1E98_DF25
  }

  @inline(__always)
  private mutating func traits(of id: UInt32) -> TextTraits {
    let slot = Int(id) & (Self.traitsCount - 1)
    if ids[slot] == id &+ 1 { return traits[slot] }
    let found = TextTraits(
      exact: exact.number(of: id), numbered: numbered.number(of: part.plain[Int(id)]),
      cased: cased.number(of: part.cased[Int(id)]), spacing: part.spacing[Int(id)])
    ids[slot] = id &+ 1
    traits[slot] = found
    return found
  }
}
