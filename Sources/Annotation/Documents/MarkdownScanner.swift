import TermRecognition

/// Finds the paragraphs of a Markdown document and leaves alone what is no text: front matter,
/// code, HTML blocks, mathematics, reference definitions, our own footnotes and table.
///
/// The blocks are read as CommonMark has them, as far as it matters for what is text.
///
/// - SeeAlso: CommonMark 0.31.2; GitHub Flavored Markdown.
/// - SeeAlso: `MarkdownInlineScanner.swift` for what is inside a paragraph.
struct MarkdownScanner {
  private let bytes: [UInt8]
  private let direction: Direction
  private let labels: Set<String>
  private var builder: SectionBuilder

  /// The lines of the open paragraph, without what the blocks around it put before them.
  private var paragraph: [Range<Int>] = []
  private var paragraphDepth = 0
  private var lists: [Int] = []
  private var block = Block.none
  private var blockStart = 0
  private var table: Range<Int>?
  /// Whether the line before was a reference definition, whose title may stand on this line.
  private var mayHaveTitle = false

  private enum Block {
    case none
    case fence(byte: UInt8, length: Int, depth: Int)
    /// Ends with the line that holds the text, or at a blank line where there is none.
    case html(end: StaticString?, depth: Int)
    case math
    case ownFootnote
    case ownTable
  }

  init(_ bytes: [UInt8], direction: Direction, builder: SectionBuilder) {
    self.bytes = bytes
    self.direction = direction
    self.builder = builder
    labels = MarkdownLabels.defined(in: bytes)
  }

  /// - Complexity: O(*n*).
  mutating func scan() throws -> DocumentEnd {
    var start = frontMatterEnd()
    while start < bytes.count {
      let line = MarkdownLine(bytes, from: start)
      try take(line)
      start = line.range.upperBound
    }
    try endParagraph()
    try builder.finish()
    var offset = bytes.count
    switch block {
    case .fence, .math, .html(end: .some, depth: _): offset = blockStart
    case .ownTable: table = blockStart..<bytes.count
    default: break
    }
    return DocumentEnd(offset: offset, table: table, rows: table?.upperBound)
  }

  /// Behind `---` … `---` or `+++` … `+++` at the very start.
  private func frontMatterEnd() -> Int {
    let first = MarkdownLine(bytes, from: 0)
    let mark = bytes[first.range.lowerBound..<first.end]
    guard mark.elementsEqual("---".utf8) || mark.elementsEqual("+++".utf8) else { return 0 }
    var start = first.range.upperBound
    while start < bytes.count {
      let line = MarkdownLine(bytes, from: start)
      let text = bytes[start..<line.end]
      start = line.range.upperBound
      if text.elementsEqual(mark) || (mark.first == 0x2D && text.elementsEqual("...".utf8)) {
        return start
      }
    }
    return 0
  }

  private mutating func endParagraph() throws {
    guard !paragraph.isEmpty else { return }
    var inline = MarkdownInlineScanner(
      FlatText(bytes, paragraph), labels: labels, direction: direction)
    inline.scan(into: &builder)
    paragraph.removeAll(keepingCapacity: true)
    try builder.endParagraph()
  }

  private mutating func open(_ block: Block, at line: MarkdownLine) throws {
    try endParagraph()
    self.block = block
    blockStart = line.range.lowerBound
  }

  private mutating func take(_ whole: MarkdownLine) throws {
    var line = whole
    let depth = line.skipQuoteMarks(bytes, listIndent: lists.last ?? 0)
    if try continuesBlock(line, depth: depth) { return }
    if line.isBlank(bytes) { return try endParagraph() }
    if depth > paragraphDepth { try endParagraph() }
    let indent = line.indent(bytes)
    if !paragraph.isEmpty, indent >= max(lists.last ?? 0, line.column) + 4 {
      // So deep no block begins: the paragraph goes on.
      line.skipSpaces(bytes)
      paragraph.append(line.place..<line.range.upperBound)
      return
    }
    if paragraph.isEmpty {
      if depth != paragraphDepth { lists.removeAll() }
      while let last = lists.last, indent < last { lists.removeLast() }
      // Indented code.
      if indent >= max(lists.last ?? 0, line.column) + 4 { return }
    }
    paragraphDepth = depth
    try takeContent(&line, depth: depth)
  }

  /// Reads on in a block that spans lines; `false` where the line is not part of it.
  private mutating func continuesBlock(_ line: MarkdownLine, depth: Int) throws -> Bool {
    switch block {
    case .none: return false
    case .fence(let byte, let length, let fenceDepth):
      if depth < fenceDepth {
        block = .none
        return false
      }
      var inner = line
      inner.skipSpaces(bytes)
      let run = inner.run(of: byte, in: bytes)
      if run >= length {
        inner.skip(run)
        if inner.isBlank(bytes) { block = .none }
      }
      return true
    case .html(let end, let htmlDepth):
      if depth < htmlDepth || (end == nil && line.isBlank(bytes)) {
        block = .none
        return false
      }
      if let end, bytes.firstOffset(of: end, from: line.place, before: line.end) != nil {
        block = .none
      }
      return true
    case .math:
      if bytes.firstOffset(of: "$$", from: line.place, before: line.end) != nil { block = .none }
      return true
    case .ownFootnote:
      if !line.isBlank(bytes), line.indent(bytes) >= 4 { return true }
      block = .none
      return false
    case .ownTable:
      if line.place < line.end, bytes[line.place] == UInt8(ascii: "|") { return true }
      table = blockStart..<line.range.lowerBound
      block = .none
      return false
    }
  }

  /// Reads what stands behind quote marks: list marks, then one block.
  private mutating func takeContent(_ line: inout MarkdownLine, depth: Int) throws {
    let hadDefinition = mayHaveTitle
    mayHaveTitle = false
    while true {
      line.skipSpaces(bytes)
      guard line.place < line.end else { return }
      let byte = bytes[line.place]
      if line.place >= line.ruleStart, isRule(line) { return try endParagraph() }
      if let mark = line.listMark(in: bytes) {
        // A number other than 1 does not break into a paragraph that is in no list.
        let isOne = byte == UInt8(ascii: "1") && mark == 2
        if paragraph.isEmpty || !lists.isEmpty || !byte.isASCIIDigit || isOne {
          try endParagraph()
          let markColumn = line.column
          line.skip(mark)
          let indent = line.indent(bytes)
          let width = indent - line.column
          lists.append(width > 4 ? markColumn + mark + 1 : max(indent, markColumn + mark + 1))
          if width > 4 { return }
          continue
        }
      }
      if hadDefinition, MarkdownLabels.isTitle(bytes[line.place..<line.end]) { return }
      if try takeMarkedBlock(line, byte: byte, depth: depth) { return }
      if paragraph.isEmpty, byte == UInt8(ascii: "["),
        let label = MarkdownLabels.definition(in: bytes, at: line.place, before: line.end)
      {
        guard bytes[line.place + 1] == UInt8(ascii: "^") else {
          mayHaveTitle = true
          return
        }
        if bytes.has("[^yiming-", at: line.place) { return try open(.ownFootnote, at: line) }
        lists.append(line.column + 4)
        line.skip(label.upperBound + 2 - line.place)
        continue
      }
      paragraph.append(line.place..<line.range.upperBound)
      return
    }
  }

  /// `---`, `***`, and the line under a heading.
  private func isRule(_ line: MarkdownLine) -> Bool {
    let mark = bytes[line.place]
    if !paragraph.isEmpty, mark == UInt8(ascii: "-") || mark == UInt8(ascii: "=") { return true }
    let marks = bytes[line.place..<line.end].lazy.filter { $0 == mark }
    return mark != UInt8(ascii: "=") && marks.prefix(3).count == 3
  }

  /// Headings, fences, HTML blocks and mathematics.
  private mutating func takeMarkedBlock(_ line: MarkdownLine, byte: UInt8, depth: Int) throws
    -> Bool
  {
    switch byte {
    case UInt8(ascii: "#"):
      let level = line.run(of: byte, in: bytes)
      let text = line.place + level
      guard level <= 6, text == line.end || bytes[text] == 0x20 || bytes[text] == 0x09 else {
        return false
      }
      try endParagraph()
      paragraph = [text..<line.end]
      try endParagraph()
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let length = line.run(of: byte, in: bytes)
      let info = bytes[(line.place + length)..<line.end]
      guard length >= 3, byte == UInt8(ascii: "~") || !info.contains(byte) else { return false }
      try open(.fence(byte: byte, length: length, depth: depth), at: line)
      return true
    case UInt8(ascii: "$"):
      guard bytes.has("$$", at: line.place, before: line.end),
        bytes[(line.place + 2)..<line.end].allSatisfy(\.isMarkupSpace)
      else { return false }
      try open(.math, at: line)
      return true
    case UInt8(ascii: "<"):
      if bytes.has("<!-- yiming: names -->", at: line.place) {
        try open(.ownTable, at: line)
        return true
      }
      guard let end = MarkdownHTMLBlock.end(of: line, in: bytes, interrupts: !paragraph.isEmpty)
      else { return false }
      try open(.html(end: end.text, depth: depth), at: line)
      if let text = end.text,
        bytes.firstOffset(of: text, from: line.place + end.openingLength, before: line.end) != nil
      {
        block = .none
      }
      return true
    default:
      return false
    }
  }
}
