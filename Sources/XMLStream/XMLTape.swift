/// A piece of a document in two flat pieces of memory, which are used again for the next one:
/// places of a fixed size, in the order of the document, and the bytes of texts and values.
///
/// Runs of text that follow one another are one, so that the tape is the same however the reading
/// cut them.
///
///     var node = tape.first
///     while let element = node {
///       if tape.kind(element) == .element, tape.name(element) == .tuv { … }
///       node = tape.next(element)
///     }
///
/// A tape need not be one element: it is a run of things that stand beside each other.
///
/// It holds at most 4 GiB of bytes and 2^31 things; ``XMLPieceCollector`` ends far below.
@safe public struct XMLTape: ~Copyable {
  @usableFromInline struct Entry {
    @usableFromInline var kind: XMLNode.Kind
    /// Of an element, an attribute, a declaration, an instruction.
    @usableFromInline var name: XMLName
    /// In `bytes`; of an element the number of its namespace declarations.
    @usableFromInline var offset: UInt32
    /// In `bytes`; of an element the number of its attributes.
    @usableFromInline var length: UInt32
    @usableFromInline var line: UInt32
    /// Of an element the index after its end, zero while it is open; of an end that of its element.
    @usableFromInline var link: UInt32
  }

  /// Who knows the names.
  public let names: XMLNameTable
  @usableFromInline private(set) var entries: UnsafeMutablePointer<Entry>
  private var capacity: Int
  @usableFromInline private(set) var entryCount = 0
  @usableFromInline var bytes: XMLByteBuffer
  /// The innermost element that is open: its index, or -1.
  private var open: Int32 = -1

  public init(names: XMLNameTable) {
    self.names = names
    capacity = 64
    unsafe entries = .allocate(capacity: capacity)
    bytes = XMLByteBuffer()
  }

  deinit { unsafe entries.deallocate() }

  public var isEmpty: Bool { entryCount == 0 }

  /// Whether every element on it has its end.
  public var isComplete: Bool { open < 0 }

  /// Bytes of memory in use for what is on it.
  public var size: Int { entryCount * MemoryLayout<Entry>.stride + bytes.count }

  /// Forgets all and keeps the memory, if it is not much.
  public mutating func removeAll() {
    entryCount = 0
    open = -1
    bytes.removeAll()
    if capacity > 1 << 16 { reallocate(to: 1 << 10) }
  }

  // MARK: Writing

  /// Opens an element; its declarations and attributes come next, then what it holds.
  public mutating func appendStart(_ name: XMLName, line: Int) {
    let index = entryCount
    append(.element, name, offset: 0, length: 0, line: line, link: UInt32(bitPattern: open))
    open = Int32(index)
  }

  /// Opens an element with all that its start tag says.
  public mutating func appendStart(
    _ name: XMLName, _ attributes: borrowing XMLAttributes, line: Int
  ) {
    let all = unsafe attributes.all
    let index = entryCount
    while capacity - index <= all.count { grow() }
    let line = UInt32(truncatingIfNeeded: line)
    unsafe (entries + index).initialize(
      to: Entry(
        kind: .element, name: name, offset: UInt32(attributes.namespaceCount),
        length: UInt32(attributes.count), line: line, link: UInt32(bitPattern: open)))
    for place in 0..<all.count {
      let slot = unsafe all[place]
      let kind: XMLNode.Kind = place < attributes.namespaceCount ? .namespace : .attribute
      unsafe (entries + index + 1 + place).initialize(
        to: Entry(
          kind: kind, name: slot.name, offset: UInt32(bytes.count),
          length: UInt32(slot.value.count),
          line: line, link: 0))
      unsafe bytes.append(slot.value)
    }
    checkBytes()
    entryCount += 1 + all.count
    open = Int32(index)
  }

  /// Gives the element that was opened last a namespace declaration: before its attributes.
  public mutating func appendNamespace(_ name: XMLName, _ uri: Span<UInt8>) {
    let start = tagInWork(before: .attribute)
    append(.namespace, name, value: uri, line: Int(unsafe entries[start].line))
    unsafe entries[start].offset += 1
  }

  /// Gives the element that was opened last an attribute, which it does not have yet.
  public mutating func appendAttribute(_ name: XMLName, _ value: Span<UInt8>) {
    let start = tagInWork(before: .end)
    append(.attribute, name, value: value, line: Int(unsafe entries[start].line))
    unsafe entries[start].length += 1
  }

  /// The element whose start tag is being written.
  private func tagInWork(before kind: XMLNode.Kind) -> Int {
    precondition(open >= 0, "no element is open")
    let start = Int(open)
    let counts = unsafe (entries[start].offset, entries[start].length)
    precondition(
      entryCount == start + 1 + Int(counts.0) + Int(counts.1)
        && (kind != .attribute || counts.1 == 0),
      "the start tag is behind us")
    return start
  }

  /// Closes the innermost element.
  public mutating func appendEnd(line: Int) {
    precondition(open >= 0, "no element is open")
    let start = Int(open)
    open = Int32(bitPattern: unsafe entries[start].link)
    let name = unsafe entries[start].name
    append(.end, name, offset: 0, length: 0, line: line, link: UInt32(start))
    unsafe entries[start].link = UInt32(entryCount)
  }

  /// Adds text, which joins the text before it.
  public mutating func appendText(_ text: Span<UInt8>, line: Int) {
    guard !text.isEmpty else { return }
    if entryCount > 0, unsafe entries[entryCount - 1].kind == .text {
      bytes.append(text)
      checkBytes()
      unsafe entries[entryCount - 1].length += UInt32(text.count)
    } else {
      append(.text, .xmlns, value: text, line: line)
    }
  }

  public mutating func appendComment(_ text: Span<UInt8>, line: Int) {
    append(.comment, .xmlns, value: text, line: line)
  }

  public mutating func appendInstruction(_ target: XMLName, _ data: Span<UInt8>, line: Int) {
    append(.instruction, target, value: data, line: line)
  }

  private mutating func append(
    _ kind: XMLNode.Kind, _ name: XMLName, value: Span<UInt8>, line: Int
  ) {
    let offset = bytes.count
    bytes.append(value)
    checkBytes()
    append(
      kind, name, offset: UInt32(offset), length: UInt32(value.count), line: line, link: 0)
  }

  private mutating func append(
    _ kind: XMLNode.Kind, _ name: XMLName, offset: UInt32, length: UInt32, line: Int, link: UInt32
  ) {
    if entryCount == capacity { grow() }
    unsafe (entries + entryCount).initialize(
      to: Entry(
        kind: kind, name: name, offset: offset, length: length,
        line: UInt32(truncatingIfNeeded: line), link: link))
    entryCount += 1
  }

  /// Places in `bytes` are of 32 bits.
  private func checkBytes() {
    precondition(bytes.count <= Int(UInt32.max), "a tape holds at most 4 GiB")
  }

  private mutating func grow() {
    precondition(capacity <= Int(Int32.max) / 2, "a tape holds at most 2^31 things")
    reallocate(to: 2 * capacity)
  }

  private mutating func reallocate(to size: Int) {
    let new = UnsafeMutablePointer<Entry>.allocate(capacity: size)
    unsafe new.update(from: entries, count: entryCount)
    unsafe entries.deallocate()
    unsafe entries = new
    capacity = size
  }
}
