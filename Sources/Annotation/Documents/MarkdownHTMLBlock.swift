/// HTML blocks of Markdown.
///
/// - SeeAlso: CommonMark 0.31.2, 4.6 "HTML blocks".
enum MarkdownHTMLBlock {
  struct End {
    /// What the last line holds; `nil`: the block ends before a blank line.
    var text: StaticString?
    /// Bytes of the opening in which the end is not looked for.
    var openingLength: Int
  }

  /// How the block ends that begins at the place reached; `nil` where none begins.
  ///
  /// - Parameter interrupts: whether a paragraph is open, into which a lone tag does not break.
  static func end(of line: MarkdownLine, in bytes: [UInt8], interrupts: Bool) -> End? {
    let start = line.place
    if bytes.has("<!--", at: start, before: line.end) { return End(text: "-->", openingLength: 4) }
    if bytes.has("<?", at: start, before: line.end) { return End(text: "?>", openingLength: 2) }
    if bytes.has("<![cdata[", at: start, before: line.end) {
      return End(text: "]]>", openingLength: 9)
    }
    if bytes.has("<!", at: start, before: line.end), start + 2 < line.end,
      bytes[start + 2].isASCIILetter
    {
      return End(text: ">", openingLength: 2)
    }
    let isEnd = bytes.has("</", at: start, before: line.end)
    var index = start + (isEnd ? 2 : 1)
    let nameStart = index
    while index < line.end, bytes[index].isASCIIAlphanumeric, index - nameStart < 16 { index += 1 }
    guard index > nameStart else { return nil }
    let name = String(decoding: bytes[nameStart..<index].map(\.lowercased), as: UTF8.self)
    let isNameWhole =
      index == line.end || bytes[index].isMarkupSpace || bytes[index] == UInt8(ascii: ">")
      || bytes[index] == UInt8(ascii: "/")
    guard isNameWhole else { return nil }
    if !isEnd, let text = rawEnds[name] { return End(text: text, openingLength: index - start) }
    if blocks.contains(name) { return End(text: nil, openingLength: 0) }
    guard !interrupts, let tag = HTMLTag(bytes, at: start, before: line.end, isStrict: true),
      bytes[tag.range.upperBound..<line.end].allSatisfy(\.isMarkupSpace)
    else { return nil }
    return End(text: nil, openingLength: 0)
  }

  private static let rawEnds: [String: StaticString] = [
    "script": "</script>", "pre": "</pre>", "style": "</style>", "textarea": "</textarea>",
  ]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
