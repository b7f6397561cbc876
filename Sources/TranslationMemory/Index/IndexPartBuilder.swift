public import MappedFile
import TermModel

/// Collects segments and compiles them into one part of an index.
///
/// Segments with the same tokens and the same white space are kept once, as one *content* with many
/// occurrences. Memory: about the size of the part that it makes, three times that while it is
/// written; a part is closed when ``isFull``, at some 260,000 segments or 64 MiB of tokens, so that
/// the memory of a build does not grow with the translation memory.
///
/// - Complexity: about 3 µs a segment of 50 tokens.
public struct IndexPartBuilder {
  var vocabulary = VocabularyBuilder()
  /// Tokens of the contents in the order in which they came, by the vocabulary's ids.
  var stream: [UInt8] = []
  /// Where each content begins in the stream, and its number of tokens.
  var starts: [UInt32] = []
  var counts: [UInt32] = []
  private var hashes: [UInt32] = []
  /// The content and 1; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  var occurrences: [Occurrence] = []
  var occurrenceContents: [UInt32] = []
  private var tokens: [SegmentToken] = []
  private var spacings: [TokenSpacing] = []
  /// How many unexpected gaps were written to the stream.
  private(set) var gapCount = 0
  private var gaps: [(place: UInt32, gap: UInt32)] = []

  public init() {}

  static let mostOccurrences = 262_144
  static let mostBytes = 64 << 20

  /// Whether the part should be written, and the next segment of another unit go into a new one.
  public var isFull: Bool {
    occurrences.count >= Self.mostOccurrences || stream.count >= Self.mostBytes
      || vocabulary.arena.count >= Self.mostBytes
  }

  /// How many segments with tokens were added.
  public var count: Int { occurrences.count }

  /// Takes in a segment; one without tokens is never found and not kept.
  ///
  /// - Complexity: O(*n*).
  public mutating func add(_ segment: MemorySegment) {
    tokens.removeAll(keepingCapacity: true)
    vocabulary.tokenizer.appendTokens(of: segment.segment, to: &tokens)
    guard !tokens.isEmpty else { return }
    let content = addContent(segment.segment.utf8)
    occurrences.append(Occurrence(segment))
    occurrenceContents.append(content)
  }

  /// Encodes the tokens at the stream's end, and takes them back where the content is known.
  private mutating func addContent(_ utf8: [UInt8]) -> UInt32 {
    let start = stream.count
    precondition(start + utf8.count * 5 < Int(UInt32.max), "a segment is far below 1 GiB")
    gaps.removeAll(keepingCapacity: true)
    unsafe utf8.withUnsafeBufferPointer { text in
      var previous = TokenSpacing.edge
      var at: UInt32 = 0
      for (place, token) in tokens.enumerated() {
        let id = unsafe vocabulary.id(of: token, in: text)
        Varint.append(id, to: &stream)
        while spacings.count < vocabulary.count { addSpacing() }
        let spacing = spacings[Int(id)]
        unsafe noteGap(
          text, at..<token.start, place, isExpected: TokenSpacing.isSpaceExpected(previous, spacing)
        )
        previous = spacing
        at = token.end
      }
      unsafe noteGap(text, at..<UInt32(text.count), tokens.count, isExpected: false)
    }
    gapCount += gaps.count
    for gap in gaps {
      Varint.append(gap.place, to: &stream)
      Varint.append(gap.gap, to: &stream)
    }
    return known(start) ?? addNew(start)
  }

  private mutating func addSpacing() {
    let id = UInt32(spacings.count)
    spacings.append(
      TokenSpacing(vocabulary.kinds[Int(id)], text: vocabulary.arena[vocabulary.range(of: id)]))
    while spacings.count < vocabulary.count { addSpacing() }
  }

  @inline(__always)
  private mutating func noteGap(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<UInt32>, _ place: Int, isExpected: Bool
  ) {
    if range.isEmpty {
      if isExpected { gaps.append((UInt32(place), vocabulary.noGap)) }
      return
    }
    let isSpace = unsafe range.count == 1 && text[Int(range.lowerBound)] == 0x20
    if isSpace && isExpected { return }
    let bytes = unsafe UnsafeBufferPointer(
      rebasing: text[Int(range.lowerBound)..<Int(range.upperBound)])
    let gap = isSpace ? vocabulary.space : unsafe vocabulary.id(of: bytes, .gap, folds: false)
    gaps.append((UInt32(place), gap))
  }

  private var hash: UInt32 = 0
  private var slot = 0

  private mutating func known(_ start: Int) -> UInt32? {
    let length = stream.count - start
    let count = UInt32(tokens.count)
    hash = unsafe stream.withUnsafeBufferPointer {
      unsafe UInt32(truncatingIfNeeded: TextHash.hash($0.baseAddress! + start, length))
    }
    slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let content = Int(slots[slot] - 1)
      if hashes[content] == hash, counts[content] == count, isEqual(content, start, length) {
        stream.removeSubrange(start...)
        return UInt32(content)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func isEqual(_ content: Int, _ start: Int, _ length: Int) -> Bool {
    let from = Int(starts[content])
    let end = content + 1 < starts.count ? Int(starts[content + 1]) : start
    guard end - from == length else { return false }
    for index in 0..<length where stream[from + index] != stream[start + index] { return false }
    return true
  }

  private mutating func addNew(_ start: Int) -> UInt32 {
    let content = UInt32(starts.count)
    starts.append(UInt32(start))
    counts.append(UInt32(tokens.count))
    hashes.append(hash)
    slots[slot] = content + 1
    if starts.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      for (content, hash) in hashes.enumerated() {
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = UInt32(content) + 1
      }
    }
    return content
  }

  /// The part as a file to be saved.
  ///
  /// - Parameters:
  ///   - units: the numbers of the units that were looked at, those without tokens too.
  ///   - state: the state of the source before they were read.
  ///   - key: what the part belongs to, to be compared by whoever opens it.
  public func finish(
    units: Range<Int64>, state: SegmentSourceState, key: UInt64
  ) -> MappedFileWriter {
    PartCompiler(self).file(IndexHead(units: units, state: state), key: key)
  }
}
