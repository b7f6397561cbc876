/// Makes pieces of the events of a document: what ``XMLPieceConsumer`` describes.
///
///     let collector = XMLPieceCollector(names: names, document: "a.tmx", consumer: reader)
///     let source = try XMLByteSource(path: "a.tmx")
///     try XMLPushReader(document: "a.tmx", names: names, consumer: collector).read(source)
///
/// Memory: that of the largest piece, at most `limits.pieceBytes`.
public final class XMLPieceCollector: XMLConsumer {
  private let consumer: any XMLPieceConsumer
  private let document: String
  private let pieceBytes: Int
  // The check that nobody else looks at these while they change would cost a fifth of the time.
  // Nobody can: they are private, and each call that changes them ends before the consumer is told.
  @exclusivity(unchecked) public private(set) var tape: XMLTape
  /// The elements that are gone through, from the root, and the scope inside each.
  @exclusivity(unchecked) private var path: [(name: XMLName, scope: XMLNamespaceScope)] = []
  private var scope = XMLNamespaceScope()
  /// Elements of the piece that are open.
  @exclusivity(unchecked) private var depth = 0

  /// - Parameter document: its name for messages.
  public init(
    names: XMLNameTable, document: String, limits: XMLLimits = XMLLimits(),
    consumer: any XMLPieceConsumer
  ) {
    self.consumer = consumer
    self.document = document
    pieceBytes = min(limits.pieceBytes, 1 << 30)
    unsafe tape = XMLTape(names: names)
  }

  public func begin(_ declaration: XMLDeclaration) throws { try consumer.begin(declaration) }

  public func doctype(_ doctype: XMLDoctype, line: Int) throws {
    try consumer.doctype(doctype, line: line)
  }

  public func start(_ name: XMLName, _ attributes: borrowing XMLAttributes, line: Int) throws {
    if unsafe depth == 0 {
      try handOverText()
      if unsafe consumer.opens(name, depth: path.count, parent: path.last?.name) {
        try open(name, attributes, line: line)
        return
      }
    }
    unsafe tape.appendStart(name, attributes, line: line)
    unsafe depth += 1
    try checkSize(line: line)
  }

  private func open(_ name: XMLName, _ attributes: borrowing XMLAttributes, line: Int) throws {
    unsafe tape.appendStart(name, attributes, line: line)
    unsafe tape.appendEnd(line: line)
    unsafe try consumer.open(tape, scope: scope, depth: path.count)
    unsafe path.append((name, scope))
    if attributes.namespaceCount > 0 { scope = unsafe scope.inside(XMLNode(0), of: tape) }
    unsafe tape.removeAll()
  }

  public func end(_ name: XMLName, line: Int) throws {
    if unsafe depth == 0 {
      try handOverText()
      if let last = unsafe path.popLast() { scope = last.scope }
      unsafe try consumer.close(name, depth: path.count, line: line)
      return
    }
    unsafe tape.appendEnd(line: line)
    unsafe depth -= 1
    if unsafe depth == 0 { try handOver() }
  }

  public func text(_ bytes: Span<UInt8>, line: Int) throws {
    unsafe tape.appendText(bytes, line: line)
    try checkSize(line: line)
  }

  public func comment(_ bytes: Span<UInt8>, line: Int) throws {
    if unsafe depth == 0 { try handOverText() }
    unsafe tape.appendComment(bytes, line: line)
    if unsafe depth == 0 { try handOver() } else { try checkSize(line: line) }
  }

  public func instruction(_ target: XMLName, _ data: Span<UInt8>, line: Int) throws {
    if unsafe depth == 0 { try handOverText() }
    unsafe tape.appendInstruction(target, data, line: line)
    if unsafe depth == 0 { try handOver() } else { try checkSize(line: line) }
  }

  /// Text between pieces is a piece, known to be whole when something else comes.
  private func handOverText() throws {
    if unsafe !tape.isEmpty { try handOver() }
  }

  private func handOver() throws {
    unsafe try consumer.piece(tape, scope: scope, depth: path.count)
    unsafe tape.removeAll()
  }

  @inline(__always) private func checkSize(line: Int) throws {
    if unsafe tape.size > pieceBytes { try refuse(line: line) }
  }

  private func refuse(line: Int) throws {
    let first = unsafe tape.first.map { unsafe tape.line($0) } ?? line
    throw XMLProblem(
      .pieceTooLarge, in: document, line: first, ["limit": String(pieceBytes)])
  }
}
