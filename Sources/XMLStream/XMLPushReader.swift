import CLibXML2Shims

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads a document that arrives in pieces, cut anywhere, and tells a consumer what stands in it.
///
/// Nothing is fetched or opened: no DTD, no entity. An entity declaration, a reference to anything
/// but the five entities of XML, and more than ``XMLLimits`` allow are errors. Memory is bounded by
/// the limits and does not grow with the document.
///
///     let reader = XMLPushReader(document: "a.tmx", names: names, consumer: consumer)
///     try reader.push(bytes)
///     try reader.finish()
///
/// The bytes are decoded here (UTF-8, UTF-16, and what ``XMLProblem`` `encodingUnsupported` does
/// not name), and go to libxml2 in blocks that end before a `<`. So what is told does not depend on
/// how the pieces were cut.
@safe public final class XMLPushReader {
  private let engine: ParserEngine
  /// The first bytes, until the encoding is known.
  private var head: [UInt8] = []
  private var decoding: TextDecoding?
  private var lineEnds = LineEnds()
  /// UTF-8 that libxml2 has not got yet.
  private var block: XMLByteBuffer
  private var isDone = false
  private var hasText = false
  private var isPushing = false

  private static let blockSize = 64 << 10
  private static let sliceSize = 32 << 10

  /// - Parameters:
  ///   - document: its name for messages.
  ///   - names: gets the names that the document has.
  ///   - consumer: is kept alive by the reader.
  public init(
    document: String, names: XMLNameTable, limits: XMLLimits = XMLLimits(),
    consumer: any XMLConsumer
  ) {
    engine = ParserEngine(document: document, names: names, limits: limits, consumer: consumer)
    block = XMLByteBuffer(capacity: Self.blockSize + Self.sliceSize * TextDecoding.growth)
  }

  /// Bytes taken so far.
  public var bytesRead: Int { unsafe engine.bytesTaken }
  /// The line that the reading has come to, from 1: during a call of the consumer where the event
  /// ends.
  public var line: Int { engine.line }
  /// The elements that are open, from the root.
  public var path: [XMLName] { unsafe engine.open.map(\.name) }

  /// Takes the next bytes of the document.
  ///
  /// - Throws: ``XMLProblem`` as soon as the document is known to be broken, or what the consumer
  ///   threw. After that the reader takes no more, and every call throws the same.
  public func push(_ bytes: Span<UInt8>) throws {
    try unsafe bytes.withUnsafeBufferPointer { try unsafe push($0) }
  }

  /// Says that there is no more.
  ///
  /// - Throws: ``XMLProblem`` where the document is not complete.
  public func finish() throws {
    precondition(!isDone, "the document was finished before")
    precondition(!isPushing, "a consumer may not end its own reader")
    if let failure = unsafe engine.failure { throw failure }
    isPushing = true
    defer { isPushing = false }
    if decoding == nil { try decideEncoding(isAll: true) }
    do throws(DecodingFlaw) {
      let from = block.count
      try decoding?.finish(into: &block)
      try settle(from: from)
    } catch {
      try fail(error)
    }
    try feedRest()
    isDone = true
    let end = engine.lineOfEnd
    if let element = unsafe engine.open.last {
      engine.fail(.cutOff, line: end, engine.values(of: element))
    } else if unsafe !engine.hasRoot {
      if let first = engine.unreadByte, first != UInt8(ascii: "<") {
        engine.fail(.notXML, line: end)
      }
      engine.fail(hasText ? .cutOffOutside : .empty, line: hasText ? end : nil)
    } else if let first = engine.unreadByte {
      engine.fail(first == UInt8(ascii: "<") ? .cutOffOutside : .afterEnd, line: end)
    }
    unsafe engine.push(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    if let failure = unsafe engine.failure { throw failure }
  }

  /// Reads a source to its end.
  /// - Parameter progress: is called after each block; what it throws ends the reading.
  public func read(
    _ source: XMLByteSource, progress: ((XMLByteSource) throws -> Void)? = nil
  ) throws {
    do {
      while try readDirectly(source) || source.next({ try push($0) }) { try progress?(source) }
    } catch {
      // What came before is still told; a problem there comes first.
      try feedRest()
      throw error
    }
    try finish()
  }

  /// Reads UTF-8 from a file to where it is parsed from, without a copy.
  /// - Returns: whether some was read.
  private func readDirectly(_ source: XMLByteSource) throws -> Bool {
    guard decoding?.isCopying == true, source.packing == .none, source.input.isEmpty else {
      return false
    }
    precondition(!isPushing, "a consumer may not read with its own reader")
    isPushing = true
    defer { isPushing = false }
    let from = block.count
    let room = unsafe block.reserve(Self.blockSize - from)
    let count = unsafe try source.input.read(into: room, Self.blockSize - from)
    block.advance(by: count)
    unsafe engine.bytesTaken += count
    do throws(DecodingFlaw) { try settle(from: from) } catch { try fail(error) }
    while block.count >= Self.blockSize { try feed() }
    return count > 0
  }

  /// Reads bytes that are all there.
  public func read(_ bytes: [UInt8]) throws {
    try push(bytes.span)
    try finish()
  }

  // MARK: Decoding

  private func push(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    precondition(!isDone, "the document was finished before")
    precondition(!isPushing, "a consumer may not push into its own reader")
    if let failure = unsafe engine.failure { throw failure }
    isPushing = true
    defer { isPushing = false }
    var rest = unsafe bytes
    unsafe engine.bytesTaken += bytes.count
    while decoding == nil, !rest.isEmpty {
      let part = unsafe UnsafeBufferPointer(rebasing: rest.prefix(64))
      unsafe head.append(contentsOf: part)
      unsafe rest = UnsafeBufferPointer(rebasing: rest[part.count...])
      try decideEncoding(isAll: false)
    }
    while !rest.isEmpty {
      let slice = unsafe UnsafeBufferPointer(rebasing: rest.prefix(Self.sliceSize))
      unsafe rest = UnsafeBufferPointer(rebasing: rest[slice.count...])
      try unsafe decode(slice)
    }
  }

  private func decideEncoding(isAll: Bool) throws {
    switch EncodingDetection.look(at: head, isAll: isAll) {
    case .open: return
    case .refused(let code, let values): try fail(DecodingFlaw(code: code, values: values))
    case .found(let detection):
      do throws(DecodingFlaw) {
        decoding = try TextDecoding(detection.encoding)
      } catch {
        try fail(error)
      }
      engine.declaration.encoding = detection.encoding.name
      engine.declaration.declaredEncoding = detection.declared
      engine.declaration.hasByteOrderMark = detection.markLength > 0
      let text = Array(head[min(detection.markLength, head.count)...])
      head = []
      try unsafe text.withUnsafeBufferPointer { try unsafe decode($0) }
    }
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    let from = block.count
    var flaw: DecodingFlaw?
    do throws(DecodingFlaw) {
      try unsafe decoding?.decode(bytes, into: &block)
    } catch {
      flaw = error
    }
    do throws(DecodingFlaw) {
      try settle(from: from)
    } catch {
      flaw = error
    }
    if let flaw { try fail(flaw) }
    while block.count >= Self.blockSize { try feed() }
  }

  /// Sees to line ends and zeros in the new part of the block.
  private func settle(from start: Int) throws(DecodingFlaw) {
    let new = block.count - start
    guard new > 0 else { return }
    hasText = true
    let zero = unsafe memchr(block.start + start, 0, new)
    if let zero = unsafe zero {
      block.truncate(to: unsafe UnsafeRawPointer(zero) - UnsafeRawPointer(block.start))
    }
    lineEnds.normalise(&block, from: start)
    if unsafe zero != nil { throw DecodingFlaw(code: .zeroByte) }
  }

  /// All before the flaw is told; a problem there comes first.
  private func fail(_ flaw: DecodingFlaw) throws -> Never {
    try feedRest()
    engine.fail(flaw.code, line: engine.lineOfEnd, flaw.values)
    // The engine has a failure now, if it had none before.
    throw unsafe engine.failure!
  }

  // MARK: Feeding

  /// Gives libxml2 the first block up to its last `<`.
  private func feed() throws {
    let size = Self.blockSize
    var end = unsafe cxml_last_tag(block.start, size)
    if end == 0 { end = endOfText(size) }
    unsafe engine.push(UnsafeBufferPointer(start: block.start, count: end), isLast: false)
    block.removeFirst(end)
    if let failure = unsafe engine.failure { throw failure }
  }

  /// Where text may be cut: not in a character, nor in `]]>`.
  private func endOfText(_ size: Int) -> Int {
    var end = size
    while end > size - 3, unsafe block.start[end - 1] == UInt8(ascii: "]") { end -= 1 }
    var tail = 0
    while tail < 4, unsafe block.start[end - 1 - tail] & 0xC0 == 0x80 { tail += 1 }
    return tail < 4 && (unsafe block.start[end - 1 - tail]) >= 0xC0 ? end - 1 - tail : end
  }

  private func feedRest() throws {
    while block.count >= Self.blockSize { try feed() }
    if !block.isEmpty {
      unsafe engine.push(UnsafeBufferPointer(start: block.start, count: block.count), isLast: false)
      block.removeAll()
    }
    if let failure = unsafe engine.failure { throw failure }
  }
}
