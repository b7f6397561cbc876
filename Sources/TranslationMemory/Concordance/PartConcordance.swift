import MappedFile

/// Looks for a text in one part of an index.
struct PartConcordance {
  let part: IndexPart
  let memory: Int
  let removed: RemovedUnits
  private let query: ConcordanceQuery
  /// For each token of the query the ids that can stand there: one, or those whose text fits.
  let choices: [[UInt32]]
  /// The one id of each place that has but one.
  let singles: [UInt32]
  /// Neighbours that have but one id each, the first few of the text.
  let pairs: [(left: UInt32, right: UInt32)]
  /// ``IndexRow`` bits that a content with the text has.
  private let low: UInt64
  private let high: UInt64
  /// Bit *i* of a text's flags: it can stand at the first (0) or last (1) place.
  private var flags: [UInt8] = []
  private let tokenBytes: TokenBytes?
  /// Places of the query by how many postings they have, the fewest first.
  let order: [Int]
  private(set) var nextContent = 0
  /// More pairs keep hardly anything more from being compared.
  private static let mostPairs = 4

  init(_ query: ConcordanceQuery, in part: IndexPart, memory: Int, removed: RemovedUnits) {
    self.part = part
    self.memory = memory
    self.removed = removed
    self.query = query
    let last = query.texts.count - 1
    let choices = query.texts.indices.map { place in
      let isOpen = (place == 0 && query.isOpenAtStart) || (place == last && query.isOpenAtEnd)
      guard isOpen else {
        let id = part.id(of: query.texts[place])
        return id == IndexPart.unknown || part.list(of: id).count == 0 ? [] : [id]
      }
      return part.words(fitting: query, at: place)
    }
    self.choices = choices
    singles = choices.map { $0.count == 1 ? $0[0] : IndexPart.unknown }
    pairs = singles.indices.dropFirst().lazy
      .filter { [singles] in singles[$0 - 1] != .max && singles[$0] != .max }
      .prefix(Self.mostPairs).map { [singles] in (singles[$0 - 1], singles[$0]) }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for id in singles where id != IndexPart.unknown {
      let id = part.compared[Int(id)]
      if id & 64 == 0 { low |= 1 << UInt64(id & 63) } else { high |= 1 << UInt64(id & 63) }
    }
    self.low = low
    self.high = high
    tokenBytes = choices.contains(where: \.isEmpty) ? nil : TokenBytes(choices, in: part)
    let sizes = choices.map { $0.reduce(0) { $0 + part.list(of: $1).count } }
    order = choices.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    if choices.contains(where: \.isEmpty) { nextContent = part.head.contents }
    if choices[0].count > 1 || choices[last].count > 1 {
      flags = [UInt8](repeating: 0, count: part.head.texts)
      for id in choices[0] { flags[Int(id)] |= 1 }
      for id in choices[last] { flags[Int(id)] |= 2 }
    }
  }

  /// The first content that is longer than so many tokens.
  func end(ofLength length: Int) -> Int { part.firstContent(ofLength: length + 1) }

  /// Adds the hits among the contents up to `end` that were not looked at yet.
  mutating func appendHits(upTo end: Int, to hits: inout [ConcordancePage.Hit])
    throws(MappedFileError)
  {
    let range = nextContent..<max(nextContent, end)
    nextContent = range.upperBound
    guard !range.isEmpty else { return }
    let candidates = try candidates(in: range)
    var ids: [UInt32] = []
    for (index, word) in candidates.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        let content = range.lowerBound & ~63 + index * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        if let first = try firstToken(in: content, &ids) { try append(content, first, to: &hits) }
      }
    }
  }

  private func append(
    _ content: Int, _ first: Int, to hits: inout [ConcordancePage.Hit]
  ) throws(MappedFileError) {
    let count = unsafe Int(part.rows.unsafeElements[content].count)
    for index in try part.occurrences(of: content) {
      let occurrence = unsafe part.occurrences.unsafeElements[index]
      if removed.contains(occurrence.unit) { continue }
      hits.append(
        ConcordancePage.Hit(
          memory: memory, unit: occurrence.unit, variant: occurrence.variant, tokenCount: count,
          firstToken: first))
    }
  }

  /// Where the text stands in a content, if it does.
  ///
  /// - Parameter ids: memory for its tokens, used again.
  private func firstToken(in content: Int, _ ids: inout [UInt32]) throws(MappedFileError) -> Int? {
    try part.rows.check(content..<content + 2)
    let rows = unsafe part.rows.unsafeElements
    let row = unsafe rows[content]
    guard low & ~row.low | high & ~row.high == 0 else { return nil }
    let end = unsafe Int(rows[content + 1].offset)
    try part.tokens.check(Int(row.offset)..<end)
    let bytes = unsafe part.tokens.unsafeElements.baseAddress!
    // The last contents of the section are decoded: eight bytes at a time might be past its end.
    if let tokenBytes, end + 8 <= part.tokens.count,
      unsafe !tokenBytes.mayStand(in: row, bytes, end)
    {
      return nil
    }
    let plain = unsafe part.plain.unsafeElements
    let count = choices.count
    guard row.count >= count else { return nil }
    if ids.count < row.count { ids = [UInt32](repeating: 0, count: Int(row.count) * 2) }
    return unsafe ids.withUnsafeMutableBufferPointer { ids in
      let spacing = unsafe part.spacing.unsafeElements
      var at = Int(row.offset)
      var length = 0
      for _ in 0..<row.count {
        let id = unsafe Int(Varint.read(bytes, &at))
        unsafe ids[length] = plain[id]
        length &+= unsafe spacing[id] &>> 4 == TokenKind.code.rawValue ? 0 : 1
        // The last of the text has come: the others must be before it.
        let first = length - count
        guard first >= 0, unsafe isChoice(ids[length &- 1], at: count &- 1) else { continue }
        var place = 0
        while place < count &- 1, unsafe isChoice(ids[first &+ place], at: place) { place &+= 1 }
        if place == count - 1 { return first }
      }
      return nil
    }
  }

  @inline(__always)
  private func isChoice(_ id: UInt32, at place: Int) -> Bool {
    let single = singles[place]
    if single != IndexPart.unknown { return single == id }
    return flags[Int(id)] & (place == 0 ? 1 : 2) != 0
  }
}
