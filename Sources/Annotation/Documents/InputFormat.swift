/// What sort of text a document is.
public enum InputFormat: String, CaseIterable, Sendable {
  case plain
  case markdown
  case html

  /// The format that a file's name tells; `nil` where it tells nothing.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), fileName[dot...].firstIndex(of: "/") == nil else {
      return nil
    }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text", "srt", "vtt", "csv", "tsv", "log": self = .plain
    case "md", "markdown", "mdown", "mkd", "mkdn", "mdx", "qmd", "rmd": self = .markdown
    case "html", "htm", "xhtml", "xht", "shtml": self = .html
    default: return nil
    }
  }

  /// The format that the text itself shows: the first 64 KiB are looked at.
  public init(guessing text: [UInt8]) {
    if Self.looksLikeHTML(text) {
      self = .html
    } else if Self.looksLikeMarkdown(text) {
      self = .markdown
    } else {
      self = .plain
    }
  }

  /// Whether the first thing is a doctype, a comment before one, or a tag that pages begin with.
  static func looksLikeHTML(_ text: [UInt8]) -> Bool {
    var head = String(decoding: text.prefix(65_536), as: UTF8.self).lowercased()[...]
    while true {
      head = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if head.hasPrefix("<!--"), let end = head.firstRange(of: "-->") {
        head = head[end.upperBound...]
      } else if head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>") {
        head = head[end.upperBound...]
      } else {
        break
      }
    }
    if head.hasPrefix("<!doctype html") { return true }
    guard head.first == "<" else { return false }
    let name = head.dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let pageTags: Set<Substring> = [
      "html", "head", "body", "meta", "title", "div", "p", "article", "section", "main", "h1",
      "h2", "h3", "table", "ul", "ol", "span", "header", "figure", "blockquote",
    ]
    return pageTags.contains(name) && head.contains(">")
  }

  /// Whether there is front matter, a heading mark, a fence or a link as only Markdown has them.
  private static func looksLikeMarkdown(_ text: [UInt8]) -> Bool {
    let head = text.prefix(65_536)
    var isFirst = true
    for line in head.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let isFrontMatter =
        isFirst && (line.elementsEqual("---".utf8) || line.elementsEqual("---\r".utf8))
      isFirst = false
      if isFrontMatter || line.starts(with: "```".utf8) { return true }
      let marks = line.prefix { $0 == UInt8(ascii: "#") }.count
      if (1...6).contains(marks), line.dropFirst(marks).first == 0x20 { return true }
      var rest = line[...]
      while let bracket = rest.firstIndex(of: UInt8(ascii: "]")) {
        rest = rest[(bracket + 1)...]
        if rest.starts(with: "(http".utf8) { return true }
      }
    }
    return false
  }
}
