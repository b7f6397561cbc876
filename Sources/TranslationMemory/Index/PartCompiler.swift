import MappedFile
import TermModel

/// Puts what an ``IndexPartBuilder`` collected into the order of a file.
struct PartCompiler {
  let builder: IndexPartBuilder
  /// New ids of texts, the most frequent first: short varints, and postings that lie together.
  private var order: [UInt32] = []
  private var newIDs: [UInt32] = []
  /// Of new ids.
  private(set) var compared: [UInt32] = []
  private(set) var plain: [UInt32] = []
  private var isNumber: [Bool] = []
  private(set) var isCode: [Bool] = []
  /// Contents in order of length, and where each went.
  private(set) var contents: [UInt32] = []
  private var newContents: [UInt32] = []

  init(_ builder: IndexPartBuilder) {
    precondition(builder.starts.count < PostingList.mostContents, "a part was closed before")
    self.builder = builder
    orderTexts()
    orderContents()
  }

  private mutating func orderTexts() {
    let vocabulary = builder.vocabulary
    var counts = [UInt32](repeating: 0, count: vocabulary.count)
    unsafe builder.stream.withUnsafeBufferPointer { stream in
      unsafe counts.withUnsafeMutableBufferPointer { counts in
        for content in builder.starts.indices {
          var place = Int(builder.starts[content])
          for _ in 0..<builder.counts[content] {
            unsafe counts[Int(Varint.read(stream.baseAddress!, &place))] &+= 1
          }
          while place < streamEnd(of: content) {
            _ = unsafe Varint.read(stream.baseAddress!, &place)
            unsafe counts[Int(Varint.read(stream.baseAddress!, &place))] &+= 1
          }
        }
      }
    }
    // Frequent first; texts of the same count as they were met.
    order = (0..<UInt32(vocabulary.count)).sorted {
      (counts[Int($0)], $1) > (counts[Int($1)], $0)
    }
    newIDs = [UInt32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { newIDs[Int(old)] = UInt32(new) }
    plain = order.map { newIDs[Int(vocabulary.plain[Int($0)])] }
    isNumber = order.map { vocabulary.kinds[Int($0)] == .number }
    isCode = order.map { vocabulary.kinds[Int($0)] == .code }
    let number = numberID
    compared = order.indices.map { isNumber[$0] ? number : plain[$0] }
  }

  private mutating func orderContents() {
    // Most lengths are small: they are counted, the others sorted.
    let counted = 1_024
    var places = [Int](repeating: 0, count: counted + 2)
    for count in builder.counts { places[min(Int(count), counted) + 1] += 1 }
    for length in 1...counted + 1 { places[length] += places[length - 1] }
    let long = places[counted]
    contents = [UInt32](repeating: 0, count: builder.starts.count)
    for (content, count) in builder.counts.enumerated() {
      let length = min(Int(count), counted)
      contents[places[length]] = UInt32(content)
      places[length] += 1
    }
    contents[long...].sort { (builder.counts[Int($0)], $0) < (builder.counts[Int($1)], $1) }
    newContents = [UInt32](repeating: 0, count: contents.count)
    for (new, old) in contents.enumerated() { newContents[Int(old)] = UInt32(new) }
  }

  func file(_ head: IndexHead, key: UInt64) -> MappedFileWriter {
    var writer = MappedFileWriter(key: key)
    var head = head
    head.contents = contents.count
    head.occurrences = builder.occurrences.count
    head.texts = order.count
    head.number = numberID
    writer.add(IndexSections.head, head.fields)
    addTexts(to: &writer)
    addOccurrences(to: &writer)
    let (rows, tokens, spans) = layOut()
    addPostings(rows, tokens, spans, to: &writer)
    writer.addInBlocks(IndexSections.rows, rows)
    writer.addInBlocks(IndexSections.tokens, tokens)
    return writer
  }

  private func addTexts(to writer: inout MappedFileWriter) {
    let vocabulary = builder.vocabulary
    var texts: [UInt8] = []
    texts.reserveCapacity(vocabulary.arena.count)
    var ends: [UInt32] = []
    var spacing: [UInt8] = []
    for old in order {
      let text = vocabulary.arena[vocabulary.range(of: old)]
      texts += text
      ends.append(UInt32(texts.count))
      spacing.append(TokenSpacing(vocabulary.kinds[Int(old)], text: text).packed)
    }
    writer.add(IndexSections.texts, texts)
    writer.add(IndexSections.textEnds, ends)
    writer.add(IndexSections.textSlots, vocabulary.slots(order: order))
    writer.add(IndexSections.spacing, spacing)
    writer.add(IndexSections.compared, compared)
    writer.add(IndexSections.plain, plain)
    let number = numberID
    writer.add(
      IndexSections.cased,
      order.indices.map { isNumber[$0] ? number : newIDs[Int(vocabulary.cased[Int(order[$0])])] })
  }

  private func addOccurrences(to writer: inout MappedFileWriter) {
    var starts = [UInt32](repeating: 0, count: contents.count + 1)
    for content in builder.occurrenceContents { starts[Int(newContents[Int(content)]) + 1] += 1 }
    for content in contents.indices { starts[content + 1] += starts[content] }
    var cursors = starts
    var sorted = builder.occurrences
    for (occurrence, content) in zip(builder.occurrences, builder.occurrenceContents) {
      let content = Int(newContents[Int(content)])
      sorted[Int(cursors[content])] = occurrence
      cursors[content] += 1
    }
    for content in contents.indices where starts[content + 1] - starts[content] > 1 {
      sorted[Int(starts[content])..<Int(starts[content + 1])].sort(by: Occurrence.precedes)
    }
    writer.addInBlocks(IndexSections.occurrenceStarts, starts)
    writer.addInBlocks(IndexSections.occurrences, sorted)
  }

  /// Sizes of one text's postings.
  struct Span {
    /// The content that was added last, and 1.
    var last: UInt32 = 0
    var count: UInt32 = 0
    /// In the long form.
    var bytes: UInt32 = 0
  }

  /// The rows and tokens in order of length by new ids, and how long each text's postings will be.
  private func layOut() -> (rows: [IndexRow], tokens: [UInt8], spans: [Span]) {
    var rows: [IndexRow] = []
    rows.reserveCapacity(contents.count + 1)
    var spans = [Span](repeating: Span(), count: order.count)
    // By old id the new one, and above it the one compared: one place in memory instead of two.
    let pairs = newIDs.map { UInt64(compared[Int($0)]) << 32 | UInt64($0) }
    let numberID = numberID
    // At most five bytes for one; what is not written costs no memory.
    let capacity = (builder.stream.count + builder.gapCount) * 5 + 64
    let tokens = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { tokens, written in
      unsafe builder.stream.withUnsafeBufferPointer { stream in
        unsafe spans.withUnsafeMutableBufferPointer { spans in
          unsafe newIDs.withUnsafeBufferPointer { newIDs in
            unsafe pairs.withUnsafeBufferPointer { pairs in
              for (number, content) in contents.enumerated() {
                let content = Int(content)
                var place = Int(builder.starts[content])
                let end = streamEnd(of: content)
                var row = IndexRow(
                  low: 0, high: 0, offset: UInt32(written), count: builder.counts[content])
                precondition(written + (end - place) * 5 <= tokens.count, "room for every token")
                for _ in 0..<row.count {
                  let pair = unsafe pairs[Int(Varint.read(stream.baseAddress!, &place))]
                  let id = UInt32(truncatingIfNeeded: pair)
                  unsafe Varint.write(id, to: tokens.baseAddress!, at: &written)
                  let text = UInt32(truncatingIfNeeded: pair &>> 32)
                  if text & 64 == 0 {
                    row.low |= 1 &<< UInt64(text & 63)
                  } else {
                    row.high |= 1 &<< UInt64(text & 63)
                  }
                  unsafe Self.note(UInt32(number), &spans[Int(text)])
                  if text == numberID {
                    unsafe Self.note(UInt32(number), &spans[Int(plain[Int(id)])])
                  }
                }
                while place < end {
                  let gapPlace = unsafe Varint.read(stream.baseAddress!, &place)
                  unsafe Varint.write(gapPlace, to: tokens.baseAddress!, at: &written)
                  let gap = unsafe newIDs[Int(Varint.read(stream.baseAddress!, &place))]
                  unsafe Varint.write(gap, to: tokens.baseAddress!, at: &written)
                }
                rows.append(row)
              }
            }
          }
        }
      }
    }
    rows.append(IndexRow(low: 0, high: 0, offset: UInt32(tokens.count), count: 0))
    return (rows, tokens, spans)
  }

  var numberID: UInt32 { newIDs[Int(VocabularyBuilder.number)] }

  private func streamEnd(of content: Int) -> Int {
    content + 1 < builder.starts.count ? Int(builder.starts[content + 1]) : builder.stream.count
  }

  @inline(__always)
  private static func note(_ content: UInt32, _ span: inout Span) {
    if span.last == content + 1 { return }
    let previous = span.last == 0 ? 0 : span.last &- 1
    span.bytes += (content &- previous) / PostingList.stride + 1
    span.last = content + 1
    span.count += 1
  }
}
