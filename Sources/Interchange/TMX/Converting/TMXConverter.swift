public import XMLStream

/// Writes what it is told by a ``TMXReader``, with the changes that the options name.
///
///     let converter = try TMXConverter(options, document: "out.tmx") { _ in sink }
///     try TMXReader(document: "in.tmx", consumer: converter).read(XMLByteSource(path: "in.tmx"))
///     let report = try converter.finish()
///
/// Without options the output equals the input under Canonical XML with comments, the document type
/// declaration aside. Several readers after one another give one file: the first one's header and
/// markup, the units of all (``beginDocument(_:)``).
///
/// Memory: that of the reader; of a split, what stands outside of the body; 32 to 64 bytes for each
/// unit where duplicates are removed.
///
/// - SeeAlso: ``TMXConversion``, which reads and writes files with it.
public final class TMXConverter: TMXConsumer {
  /// Whether further documents follow the first.
  public var expectsMore = false
  /// Where the output is strict and a document comes to its body without a header: reads the
  /// document's later header, if there is one, and tells this consumer of it.
  public var findLateHeader: ((TMXConverter, TMXVocabulary) throws -> Void)?
  /// Reads the headers of further documents and hands over what stands in them, when the first one
  /// is about to end.
  public var readFurtherHeaders: ((@escaping (TMXPiece) throws -> Void) throws -> Void)?

  let options: TMXConversionOptions
  let frame: TMXFrame
  @exclusivity(unchecked) var rewriter: TMXRewriter
  @exclusivity(unchecked) var report = TMXConversionReport()
  /// Used again and again: a rewritten piece, its bytes, the white space before it.
  @exclusivity(unchecked) var scratch: TMXScratch
  @exclusivity(unchecked) var buffer = XMLByteBuffer()
  @exclusivity(unchecked) var pending = XMLByteBuffer()
  /// Elements that are open in the document, and their names as they are written.
  @exclusivity(unchecked) var path: [(element: TMXElement, name: [UInt8])] = []
  @exclusivity(unchecked) var documentIndex = -1
  var seen: Set<SeenUnit> = []
  var seenHeaderParts: Set<UnitHash> = []
  @exclusivity(unchecked) var hasHeader = false
  @exclusivity(unchecked) var hasBody = false
  var isInStrictHeader = false
  /// The first header's values that its units fall back to.
  var common: [TMXAttribute: [UInt8]] = [:]
  /// Whether this document's header was taken; its units' fallbacks are known then.
  var hasOwnHeader = false
  private var document = ""

  /// A unit that was written into a file.
  struct SeenUnit: Hashable {
    var pair: TMXLanguagePair?
    var hash: UnitHash
  }

  /// - Parameters:
  ///   - document: the output's name for messages.
  ///   - open: makes the output; of a split one for each pair.
  public init(
    _ options: TMXConversionOptions, document: String,
    open: @escaping (TMXLanguagePair?) throws -> any XMLSink
  ) throws {
    self.options = options
    frame = try TMXFrame(document: document, splits: options.splitsPairs, open: open)
    let vocabulary = TMXVocabulary()
    rewriter = TMXRewriter(options, vocabulary, log: TMXChangeLog(limit: options.changeLimit))
    scratch = TMXScratch(vocabulary)
  }

  var isMerging: Bool { documentIndex > 0 || expectsMore }

  /// To be called before each document is read, with its name for messages.
  public func beginDocument(_ document: String) {
    self.document = document
    documentIndex += 1
    hasOwnHeader = false
    path = []
    pending.removeAll()
  }

  public func begin(_ declaration: XMLDeclaration) throws {
    if documentIndex < 0 { documentIndex = 0 }
    if documentIndex == 0 { try frame.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  public func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    if element == .tmx { use(tag.vocabulary) }
    rewriter.log.unitNumber = nil
    rewriter.log.unitID = nil
    let name = tag.withTape { tape in
      tape.first.map { tag.vocabulary.names.qualifiedBytes(tape.name($0)) } ?? []
    }
    path.append((element, name))
    if documentIndex > 0 {
      pending.removeAll()
      if element == .header { inherit(from: tag) }
      if element == .body, !hasOwnHeader { inheritNothing() }
    } else if options.isStrict {
      try openStrict(element, tag)
    } else {
      try flushPending()
      try write(startOf: tag, element, name)
      if element == .header { hasHeader = true }
      if element == .body {
        frame.begin()
        hasBody = true
      }
    }
  }

  private func use(_ vocabulary: TMXVocabulary) {
    var log = rewriter.log
    log.document = document
    rewriter = TMXRewriter(options, vocabulary, log: log)
    scratch = TMXScratch(vocabulary)
  }

  private func write(startOf tag: TMXPiece, _ element: TMXElement, _ name: [UInt8]) throws {
    buffer.removeAll()
    tag.withTape { tape in
      guard let node = tape.first else { return }
      let context = XMLCanonicalContext.inside(tag.scope)
      if element == .header { keepCommon(tape, node) }
      if element == .header, !options.map.isEmpty {
        scratch.tape.removeAll()
        rewriter.start(node, element, tape, &scratch.tape)
        scratch.tape.appendEnd(line: tape.line(node))
        scratch.tape.appendCanonical(to: &buffer, context: context)
      } else {
        tape.appendCanonical(to: &buffer, context: context)
      }
    }
    try frame.write(buffer.bytes.dropLast(name.count + 3))
  }

  public func close(_ element: TMXElement, line: Int) throws {
    let name = path.popLast()?.name ?? []
    if documentIndex > 0 { return }
    if options.isStrict {
      try closeStrict(element, line: line)
      return
    }
    if element == .header { try writeFurtherParts() }
    try flushPending()
    if isMerging {
      if element == .tmx, !hasBody {
        try frame.write("<body>")
        frame.begin()
        hasBody = true
        frame.holds = true
        try frame.write("</body>")
      }
      if element == .body { frame.holds = true }
    }
    try frame.write(Array("</".utf8) + name + [UInt8(ascii: ">")])
  }

  public func piece(_ piece: TMXPiece) throws {
    rewriter.log.unitNumber = nil
    rewriter.log.unitID = nil
    if piece.depth == 0 {
      try writeOutside(piece)
      return
    }
    let parent = path.last?.element ?? .unknown
    if piece.isWhiteSpace, parent != .header || options.isStrict {
      if options.isStrict, isMisplacedSpace(parent) { return }
      try takeSpace(piece)
    } else if documentIndex > 0 {
      try takeFurther(piece, parent)
    } else if parent == .header {
      try flushPending()
      try write(headerPart: piece)
    } else if options.isStrict {
      try takeStrict(piece, parent)
    } else if options.splitsPairs, parent == .body || parent == .unknown {
      // What stands before a unit goes where it goes.
      piece.withTape { $0.appendCanonical(to: &pending, context: .inside(piece.scope)) }
    } else {
      try flushPending()
      try write(asRead: piece)
    }
  }

  /// White space is written with what comes next, or left out with it.
  private func takeSpace(_ piece: TMXPiece) throws {
    if documentIndex > 0 {
      pending.removeAll()
    } else if !options.splitsPairs {
      try flushPending()
    }
    piece.withTape { $0.appendCanonical(to: &pending, context: .inside(piece.scope)) }
  }

  func flushPending() throws {
    if pending.isEmpty { return }
    try frame.write(pending)
    pending.removeAll()
  }

  func write(asRead piece: TMXPiece) throws {
    buffer.removeAll()
    let context = options.isStrict ? XMLCanonicalContext.alone : .inside(piece.scope)
    piece.withTape { $0.appendCanonical(to: &buffer, context: context) }
    try frame.write(buffer)
  }

  /// A comment or an instruction before or after the root element.
  private func writeOutside(_ piece: TMXPiece) throws {
    if documentIndex > 0 {
      rewriter.log.note(.outsideBodyLeftOut, line: piece.line)
      return
    }
    if hasBody || hasHeader { try frame.write("\n") }
    try write(asRead: piece)
    if !hasBody, !hasHeader { try frame.write("\n") }
  }

  /// Ends the output. To be called once, after the last document.
  public func finish() throws -> TMXConversionReport {
    if options.isStrict, documentIndex >= 0 {
      try flushPending()
      try frame.finishBody("</body>\n</tmx>\n")
    } else {
      try frame.write("\n")
    }
    report.files = try frame.finish()
    // By line, where the lines are those of one file.
    report.changes = documentIndex > 0 ? rewriter.log.list : rewriter.log.list.sorted()
    return report
  }
}
