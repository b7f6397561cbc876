import TermModel
import TermRecognition

/// The table of a document's names that is added behind it.
struct NameTable {
  private let format: InputFormat
  private let direction: Direction
  private let region: Region
  private var seen: Set<Int> = []
  private var rows: [(text: String, gloss: String)] = []

  /// The line above a plain table. All of it can be written in Big5.
  static let plainTitle: StaticString = "【譯名 Names by Yiming】"
  static let markdownTitle: StaticString = "<!-- yiming: names -->"

  init(format: InputFormat, direction: Direction, region: Region) {
    self.format = format
    self.direction = direction
    self.region = region
  }

  /// Where the table ends whose title stands at `start`, the start of a line; `nil` where none
  /// does. Its rows are the lines with a tab.
  static func plainTable(in bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 0xE3, bytes.hasExactly(plainTitle, at: start) else {
      return nil
    }
    let lineEnds = ByteSet("\n\r")
    var end = start
    var isTitle = true
    while end < bytes.count {
      var stop = lineEnds.first(in: bytes, end..<bytes.count)
      guard isTitle || bytes[end..<stop].contains(0x09) else { break }
      isTitle = false
      if stop < bytes.count {
        stop += bytes[stop] == 0x0D && stop + 1 < bytes.count && bytes[stop + 1] == 0x0A ? 2 : 1
      }
      end = stop
    }
    return end
  }

  /// Takes up a name at its first mention.
  mutating func add(_ item: ChosenMention, text: String) {
    switch item.decision {
    case .annotated, .alreadyGlossed, .later: break
    default: return
    }
    if seen.insert(item.nameNumber).inserted {
      rows.append((MentionChooser.onOneLine(text), item.gloss))
    }
  }

  /// The table, or the rows that a table of ours lacks.
  func insertions(at end: DocumentEnd, in source: [UInt8]) -> [Insertion] {
    let lineEnd = LineEnd(of: source)
    if let table = end.table, let place = end.rows {
      let present = Set(
        source[table].split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
      )
      let missing = rows.map(row).filter { !present.contains($0) }
      guard !missing.isEmpty else { return [] }
      let isAtLineStart = place > 0 && (source[place - 1] == 0x0A || source[place - 1] == 0x0D)
      let text = missing.map { $0 + lineEnd.text }.joined()
      return [Insertion(offset: place, text: (isAtLineStart ? "" : lineEnd.text) + text)]
    }
    guard !rows.isEmpty else { return [] }
    let lines = heading + rows.map(row) + ending
    var text = lineEnd.separator(at: end.offset, in: source)
    text += lines.map { $0 + lineEnd.text }.joined()
    if end.offset < source.count { text += lineEnd.text }
    return [Insertion(offset: end.offset, text: text)]
  }

  private func row(_ row: (text: String, gloss: String)) -> String {
    let text = Escaping.escaped(row.text, for: format)
    let gloss = Escaping.escaped(row.gloss, for: format)
    switch format {
    case .plain: return "\(text)\t\(gloss)"
    case .markdown: return "| \(text) | \(gloss) |"
    case .html:
      let languages = languages
      return
        "<tr><td lang=\"\(languages.text)\">\(text)</td><td lang=\"\(languages.gloss)\">\(gloss)</td></tr>"
    }
  }

  private var heading: [String] {
    let titles = direction == .chineseToEnglish ? ("譯名", "English") : ("English", "譯名")
    switch format {
    case .plain: return ["\(Self.plainTitle)"]
    case .markdown:
      return ["\(Self.markdownTitle)", "| \(titles.0) | \(titles.1) |", "| --- | --- |"]
    case .html:
      return [
        "<table class=\"yiming\">",
        "<thead><tr><th>\(titles.0)</th><th>\(titles.1)</th></tr></thead>", "<tbody>",
      ]
    }
  }

  private var ending: [String] { format == .html ? ["</tbody>", "</table>"] : [] }

  private var languages: (text: String, gloss: String) {
    let chinese = region.language.description
    return direction == .chineseToEnglish ? (chinese, "en") : ("en", chinese)
  }
}
