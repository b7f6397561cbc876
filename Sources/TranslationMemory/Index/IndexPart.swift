public import MappedFile

/// One compiled part of an index, read where it lies in a mapped file.
///
/// Immutable, and may be shared between threads. Only the vocabulary is read when a part is opened;
/// postings, rows and tokens are checked block by block as they are used.
public final class IndexPart: Sendable {
  let head: IndexHead
  /// What it was built from, as its builder was told.
  public let key: UInt64
  let file: MappedFile
  let texts: MappedArray<UInt8>
  let textEnds: MappedArray<UInt32>
  let textSlots: MappedArray<UInt32>
  let spacing: MappedArray<UInt8>
  let compared: MappedArray<UInt32>
  let plain: MappedArray<UInt32>
  let cased: MappedArray<UInt32>
  let lists: MappedArray<UInt32>
  let skips: MappedArray<UInt32>
  let lengths: MappedArray<UInt32>
  let postings: CheckedBlocks<UInt8>
  let rows: CheckedBlocks<IndexRow>
  let tokens: CheckedBlocks<UInt8>
  let pairs: CheckedBlocks<UInt64>
  let pairStarts: MappedArray<UInt32>
  let occurrenceStarts: CheckedBlocks<UInt32>
  let occurrences: CheckedBlocks<Occurrence>

  /// - Complexity: O(vocabulary).
  /// - Throws: ``MappedFileError`` where the file is no part of an index, or a damaged one.
  public init(_ file: MappedFile) throws(MappedFileError) {
    guard let head = IndexHead(fields: try file.array(IndexSections.head, of: UInt64.self)) else {
      throw file.damaged(IndexSections.head)
    }
    self.head = head
    self.file = file
    key = file.key
    texts = try file.array(IndexSections.texts, of: UInt8.self)
    textEnds = try file.array(IndexSections.textEnds, of: UInt32.self)
    textSlots = try file.array(IndexSections.textSlots, of: UInt32.self)
    spacing = try file.array(IndexSections.spacing, of: UInt8.self)
    compared = try file.array(IndexSections.compared, of: UInt32.self)
    plain = try file.array(IndexSections.plain, of: UInt32.self)
    cased = try file.array(IndexSections.cased, of: UInt32.self)
    lists = try file.array(IndexSections.lists, of: UInt32.self)
    skips = try file.array(IndexSections.skips, of: UInt32.self)
    lengths = try file.array(IndexSections.lengths, of: UInt32.self)
    postings = try file.blocks(IndexSections.postings, of: UInt8.self)
    rows = try file.blocks(IndexSections.rows, of: IndexRow.self)
    tokens = try file.blocks(IndexSections.tokens, of: UInt8.self)
    pairs = try file.blocks(IndexSections.pairs, of: UInt64.self)
    pairStarts = try file.array(IndexSections.pairStarts, of: UInt32.self)
    occurrenceStarts = try file.blocks(IndexSections.occurrenceStarts, of: UInt32.self)
    occurrences = try file.blocks(IndexSections.occurrences, of: Occurrence.self)
    let count = head.texts
    guard
      textEnds.count == count, spacing.count == count, compared.count == count,
      plain.count == count, cased.count == count, lists.count == (count + 1) * 3,
      rows.count == head.contents + 1, occurrenceStarts.count == head.contents + 1,
      occurrences.count == head.occurrences, lengths.count >= 2,
      textSlots.count.nonzeroBitCount == 1,
      (pairStarts.count - 1) * PairFilter.blockLength >= head.contents,
      Int(pairStarts[pairStarts.count - 1]) < pairs.count
    else { throw file.damaged(IndexSections.head) }
    space = Self.id(of: [0x20], texts, textEnds, textSlots)
    noGap = Self.id(of: ReservedText.noGap, texts, textEnds, textSlots)
  }

  /// The ids of one space, and of no white space where some is expected.
  let space: UInt32
  let noGap: UInt32

  /// How many segments are in it.
  public var count: Int { head.occurrences }

  /// The numbers of the units that were looked at for it.
  public var units: Range<Int64> { head.units }
  /// The state of the source before they were read.
  public var state: SegmentSourceState { head.state }

  /// The id of a text, or ``unknown``.
  func id(of text: [UInt8]) -> UInt32 { Self.id(of: text, texts, textEnds, textSlots) }

  /// What no text of a segment has for an id.
  static let unknown = UInt32.max

  private static func id(
    of text: [UInt8], _ texts: MappedArray<UInt8>, _ ends: MappedArray<UInt32>,
    _ slots: MappedArray<UInt32>
  ) -> UInt32 {
    guard !text.isEmpty else { return unknown }
    let hash = unsafe text.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: TextHash.hash($0.baseAddress!, $0.count))
    }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot] - 1)
      let start = id == 0 ? 0 : Int(ends[id - 1])
      if Int(ends[id]) - start == text.count, texts[start..<Int(ends[id])].elementsEqual(text) {
        return UInt32(id)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return unknown
  }

  func range(of id: UInt32) -> Range<Int> {
    (id == 0 ? 0 : Int(textEnds[Int(id) - 1]))..<Int(textEnds[Int(id)])
  }

  func kind(of id: UInt32) -> TokenKind { TokenKind(rawValue: spacing[Int(id)] >> 4) ?? .mark }

  func list(of id: UInt32) -> PostingList {
    guard id != Self.unknown else { return PostingList(start: 0, end: 0, count: 0, firstSkip: 0) }
    let at = Int(id) * 3
    return PostingList(
      start: Int(lists[at]), end: Int(lists[at + 3]), count: Int(lists[at + 1]),
      firstSkip: Int(lists[at + 2]))
  }

  /// The first content of at least this many tokens.
  func firstContent(ofLength length: Int) -> Int {
    var low = 0
    var high = lengths.count / 2 - 1
    while low < high {
      let middle = (low + high) / 2
      if Int(lengths[middle * 2]) < length { low = middle + 1 } else { high = middle }
    }
    return Int(lengths[low * 2 + 1])
  }

  /// Index into the table of lengths of a content's length.
  func lengthIndex(of content: Int) -> Int {
    var low = 0
    var high = lengths.count / 2 - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(lengths[middle * 2 + 1]) <= content { low = middle } else { high = middle }
    }
    return low
  }

  func occurrences(of content: Int) throws(MappedFileError) -> Range<Int> {
    try occurrenceStarts.check(content..<content + 2)
    let starts = unsafe occurrenceStarts.unsafeElements
    let range = unsafe Int(starts[content])..<Int(starts[content + 1])
    try occurrences.check(range)
    return range
  }
}
