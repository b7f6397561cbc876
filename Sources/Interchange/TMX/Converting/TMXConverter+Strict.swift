import TermModel
import XMLStream

/// Strict output has a frame of its own: `tmx`, one header, one body.
extension TMXConverter {
  func openStrict(_ element: TMXElement, _ tag: TMXPiece) throws {
    switch element {
    case .tmx: try openStrictRoot(tag)
    case .header:
      guard !hasHeader, !hasBody else {
        // A late one was written before the body.
        rewriter.log.note(
          hasHeader && hasOwnHeader ? .elementDropped : .headerMoved, line: tag.line,
          ["element": "header", "parent": "tmx"])
        return
      }
      hasOwnHeader = true
      try flushPending()
      scratch.tape.removeAll()
      tag.withTape { tape in
        if let node = tape.first { rewriter.strictHeader(node, tape, to: &scratch.tape) }
      }
      try writeHeaderOnScratch()
    case .body: try openStrictBody(line: tag.line)
    default:
      let name = tag.withTape { tape in
        tape.first.map { tag.vocabulary.names.qualified(tape.name($0)) } ?? ""
      }
      rewriter.log.note(
        .elementUnwrapped, line: tag.line,
        ["element": name, "parent": tag.parent?.name ?? ""])
    }
  }

  private func openStrictRoot(_ tag: TMXPiece) throws {
    let root = tag.tag
    if root["version"] != "1.4" {
      rewriter.log.note(.version, line: tag.line, ["version": root["version"] ?? ""])
    }
    if !root.declarations.isEmpty || !root.prefix.isEmpty {
      rewriter.log.note(.namespace, line: tag.line)
    }
    for attribute in root.attributes where attribute.name != MarkupName("version") {
      rewriter.log.note(
        .attributeDropped, line: tag.line,
        ["attribute": attribute.name.description, "element": "tmx"])
    }
    try frame.write("<tmx version=\"1.4\">")
  }

  /// Begins the header that stands on the scratch tape; its end tag comes later.
  private func writeHeaderOnScratch() throws {
    buffer.removeAll()
    scratch.tape.appendCanonical(to: &buffer)
    try frame.write("\n  ")
    if let node = scratch.tape.first { keepCommon(scratch.tape, node) }
    try frame.write(buffer.bytes.dropLast("</header>".utf8.count))
    hasHeader = true
    isInStrictHeader = true
  }

  private func closeStrictHeader() throws {
    isInStrictHeader = false
    try writeFurtherParts()
    try frame.write("</header>")
  }

  /// The body begins, after a header.
  func openStrictBody(line: Int) throws {
    if hasBody { return }
    if !hasHeader {
      let outer = path
      try findLateHeader?(self, rewriter.vocabulary)
      path = outer
      hasOwnHeader = false
    }
    if !hasHeader {
      scratch.tape.removeAll()
      rewriter.usualHeader(line: line, to: &scratch.tape)
      try writeHeaderOnScratch()
      try closeStrictHeader()
    }
    pending.removeAll()
    try frame.write("\n  <body>")
    frame.begin()
    hasBody = true
  }

  func closeStrict(_ element: TMXElement, line: Int) throws {
    switch element {
    case .header:
      if isInStrictHeader {
        try flushPending()
        try closeStrictHeader()
      }
    case .tmx: try openStrictBody(line: line)
    default: break
    }
  }

  /// White space between root, header and body is our own.
  func isMisplacedSpace(_ parent: TMXElement) -> Bool {
    switch parent {
    case .tmx: true
    case .header: !isInStrictHeader && documentIndex == 0
    default: false
    }
  }

  /// What stands between units and is none.
  func takeStrict(_ piece: TMXPiece, _ parent: TMXElement) throws {
    if let element = piece.element {
      rewriter.log.note(
        .elementDropped, line: piece.line, ["element": element.name, "parent": parent.name])
      return
    }
    let isText = piece.withTape { tape in tape.first.map { tape.kind($0) == .text } ?? false }
    if isText {
      let text = piece.withTape { tape in tape.first.map { tape.string($0) } ?? "" }
      rewriter.log.note(.textDropped, line: piece.line, ["text": text, "parent": parent.name])
      return
    }
    // Comments and instructions may stand anywhere.
    try flushPending()
    if parent == .tmx { try frame.write("\n  ") }
    try write(asRead: piece)
  }
}
