/// Writes a document, UTF-8, into a sink, by way of a buffer that is used again.
///
///     let writer = XMLWriter(to: sink, document: "out.tmx")
///     try writer.declaration()
///     try writer.start("tmx")
///     try writer.attribute("version", "1.4")
///     try writer.text("\n")
///     try writer.end()
///     try writer.finish()
///
/// Text is escaped as Canonical XML says; an element with nothing in it is `<a/>`. What XML forbids
/// (U+0000 to U+001F but for tab, line feed and carriage return, U+FFFE, U+FFFF, and bytes that are
/// no UTF-8) is refused with ``XMLProblem`` `forbiddenText`, and names that are none with
/// `badName`: of such a call nothing is written.
public final class XMLWriter {
  private let sink: any XMLSink
  private let document: String
  private var buffer = XMLByteBuffer(capacity: 80 << 10)
  /// The elements that are open, as they are written.
  private var open: [[UInt8]] = []
  /// Whether the last start tag waits for attributes and its `>`.
  private var isInTag = false
  private var flushed = 0

  private static let blockSize = 64 << 10

  /// - Parameter document: its name for messages.
  public init(to sink: any XMLSink, document: String) {
    self.sink = sink
    self.document = document
  }

  /// Bytes written so far, buffered ones too.
  public var bytesWritten: Int { flushed + buffer.count }

  // MARK: Before the root

  /// `<?xml version="1.0" encoding="UTF-8"?>` and a line feed.
  public func declaration() throws {
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// `<!DOCTYPE tmx SYSTEM "tmx14.dtd">` and a line feed; without an internal subset.
  public func doctype(_ doctype: XMLDoctype) throws {
    let name = try checked(name: doctype.name)
    let system = try doctype.systemID.map { try quoted($0) }
    let publicID = try doctype.publicID.map { try quoted($0) }
    buffer.append("<!DOCTYPE ")
    buffer.append(name)
    if let publicID {
      buffer.append(" PUBLIC ")
      buffer.append(publicID)
      buffer.append(" ")
      buffer.append(system ?? Array("\"\"".utf8))
    } else if let system {
      buffer.append(" SYSTEM ")
      buffer.append(system)
    }
    buffer.append(">\n")
  }

  private func quoted(_ text: String) throws -> [UInt8] {
    let bytes = Array(text.utf8)
    try check(bytes.span)
    let quote = UInt8(ascii: bytes.contains(UInt8(ascii: "\"")) ? "'" : "\"")
    if bytes.contains(quote) { throw forbidden("a quotation mark of both kinds", text) }
    return [quote] + bytes + [quote]
  }

  // MARK: Elements

  public func start(_ name: String) throws {
    let name = try checked(name: name)
    closeTag()
    buffer.append(UInt8(ascii: "<"))
    buffer.append(name)
    open.append(name)
    isInTag = true
  }

  /// Only right after `start` or another attribute. That no attribute comes twice is the caller's care.
  public func attribute(_ name: String, _ value: String) throws {
    let bytes = Array(value.utf8)
    try attribute(name, bytes.span)
  }

  public func attribute(_ name: String, _ value: Span<UInt8>) throws {
    precondition(isInTag, "an attribute belongs into a start tag")
    let name = try checked(name: name)
    try check(value)
    buffer.append(UInt8(ascii: " "))
    buffer.append(name)
    buffer.append("=\"")
    unsafe value.withUnsafeBufferPointer { unsafe buffer.appendEscaped($0, .attribute) }
    buffer.append(UInt8(ascii: "\""))
  }

  /// Closes the innermost element.
  public func end() throws {
    guard let name = open.popLast() else { preconditionFailure("no element is open") }
    if isInTag {
      buffer.append("/>")
      isInTag = false
    } else {
      buffer.append("</")
      buffer.append(name)
      buffer.append(UInt8(ascii: ">"))
    }
    try flushIfFull()
  }

  // MARK: What elements hold

  public func text(_ text: String) throws {
    let bytes = Array(text.utf8)
    try self.text(bytes.span)
  }

  public func text(_ text: Span<UInt8>) throws {
    try check(text)
    closeTag()
    unsafe text.withUnsafeBufferPointer { unsafe buffer.appendEscaped($0, .text) }
    try flushIfFull()
  }

  /// - Throws: `forbiddenText` where the text has `--` or ends in `-`, too.
  public func comment(_ text: String) throws {
    let bytes = Array(text.utf8)
    try check(bytes.span)
    if text.hasSuffix("-")
      || zip(bytes, bytes.dropFirst()).contains(where: { $0 == 45 && $1 == 45 })
    {
      throw forbidden("-- in a comment", text)
    }
    closeTag()
    buffer.append("<!--")
    buffer.append(bytes)
    buffer.append("-->")
    try flushIfFull()
  }

  /// - Throws: `forbiddenText` where the data has `?>`, too.
  public func instruction(_ target: String, _ data: String) throws {
    let name = try checked(name: target)
    if target.lowercased() == "xml" { throw problem(.badName, ["name": target]) }
    let bytes = Array(data.utf8)
    try check(bytes.span)
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == 63 && $1 == 62 }) {
      throw forbidden("?> in an instruction", data)
    }
    closeTag()
    buffer.append("<?")
    buffer.append(name)
    if !bytes.isEmpty { buffer.append(UInt8(ascii: " ")) }
    buffer.append(bytes)
    buffer.append("?>")
    try flushIfFull()
  }

  // MARK: Tapes

  /// All that stands on a tape, in canonical form. Nothing is checked: a tape comes from a reader.
  public func write(_ tape: borrowing XMLTape, context: XMLCanonicalContext) throws {
    closeTag()
    tape.appendCanonical(to: &buffer, context: context)
    try flushIfFull()
  }

  /// Bytes that are XML already, complete in themselves: the canonical bytes of a piece.
  public func markup(_ bytes: Span<UInt8>) throws {
    closeTag()
    buffer.append(bytes)
    try flushIfFull()
  }

  public func markup(_ bytes: [UInt8]) throws { try markup(bytes.span) }

  // MARK: The sink

  /// Sends what is in the buffer to the sink. A start tag without its `>` gets it.
  public func flush() throws {
    closeTag()
    guard !buffer.isEmpty else { return }
    flushed += buffer.count
    defer { buffer.removeAll() }
    try sink.write(buffer.span)
  }

  /// Closes all elements, and flushes.
  public func finish() throws {
    while !open.isEmpty { try end() }
    try flush()
  }

  private func flushIfFull() throws {
    if buffer.count >= Self.blockSize { try flush() }
  }

  private func closeTag() {
    guard isInTag else { return }
    buffer.append(UInt8(ascii: ">"))
    isInTag = false
  }

  // MARK: What XML forbids

  private func check(_ text: Span<UInt8>) throws {
    guard let place = XMLText.firstForbidden(text) else { return }
    let character = XMLText.character(at: place, in: text)
    let all = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    throw forbidden(character, all)
  }

  private func forbidden(_ what: String, _ text: String) -> XMLProblem {
    problem(.forbiddenText, ["character": what, "text": text])
  }

  private func checked(name: String) throws -> [UInt8] {
    guard XMLText.isName(name) else { throw problem(.badName, ["name": name]) }
    return Array(name.utf8)
  }

  private func problem(_ code: XMLProblem.Code, _ values: [String: String]) -> XMLProblem {
    XMLProblem(code, in: document, line: nil, values)
  }
}
