import TermModel
import TermRecognition

/// Writes the document with its glosses.
struct TextRenderer: MentionRenderer {
  private let source: [UInt8]
  private let options: AnnotationOptions
  private let marks: GlossMarks
  private let weaver: SourceWeaver
  private var footnotes: Footnotes
  private var table: NameTable
  private let pageLanguage: String?

  init(_ source: SourceText, options: AnnotationOptions, marks: GlossMarks, weaver: SourceWeaver) {
    self.source = source.utf8
    self.options = options
    self.marks = marks
    self.weaver = weaver
    footnotes = Footnotes(after: marks.lastFootnote)
    table = NameTable(
      format: marks.inputFormat, direction: options.recognition.direction,
      region: options.recognition.region)
    pageLanguage = marks.inputFormat == .html ? Self.language(of: source.utf8) : nil
  }

  /// What `<html lang>` says near the start of a page.
  private static func language(of source: [UInt8]) -> String? {
    guard let start = source.firstOffset(of: "<html", from: 0, before: min(4_096, source.count))
    else { return nil }
    return HTMLTag(source, at: start, before: min(start + 4_096, source.count))?
      .attribute("lang", in: source)
  }

  mutating func take(_ mentions: [ChosenMention], in section: DocumentSection) throws {
    var insertions: [Insertion] = []
    for item in mentions {
      switch options.format {
      case .table:
        table.add(item, text: section.text(of: item.range, in: source))
      case .ansi: insertions += coloured(item)
      default:
        if item.decision == .annotated { insertions += gloss(item, in: section) }
      }
    }
    try weaver.insert(insertions)
  }

  mutating func finish(_ end: DocumentEnd) throws {
    switch options.format {
    case .footnotes: try weaver.insert(footnotes.definitions(at: end.offset, in: source))
    case .table: try weaver.insert(table.insertions(at: end, in: source))
    default: break
    }
    try weaver.finish()
  }

  private mutating func gloss(_ item: ChosenMention, in section: DocumentSection) -> [Insertion] {
    switch options.format {
    case .ruby where item.place.isFree && section.isUnbroken(item.range):
      let isChinese = options.recognition.direction == .chineseToEnglish
      let (open, close) = isChinese ? ("（", "）") : (" (", ")")
      let text = Escaping.html(item.gloss)
      return [
        Insertion(offset: item.range.lowerBound, text: "<ruby>"),
        Insertion(
          offset: item.range.upperBound,
          text: "<rp>\(open)</rp><rt lang=\"\(glossLanguage)\">\(text)</rt><rp>\(close)</rp></ruby>"
        ),
      ]
    case .span:
      let open =
        "<span class=\"yiming\" lang=\"\(textLanguage)\" title=\"\(Escaping.html(item.gloss))\">"
      return section.stretches(of: item.range).flatMap {
        [
          Insertion(offset: $0.lowerBound, text: open),
          Insertion(offset: $0.upperBound, text: "</span>"),
        ]
      }
    case .footnotes:
      return [Insertion(offset: item.place.markOffset, text: footnotes.mark(for: item))]
    default:
      return [Insertion(offset: item.place.offset, text: marks.parenthetical(item.gloss))]
    }
  }

  private func coloured(_ item: ChosenMention) -> [Insertion] {
    switch item.decision {
    case .annotated, .alreadyGlossed, .later: break
    default: return []
    }
    var insertions = [
      Insertion(offset: item.range.lowerBound, text: "\u{1B}[1m"),
      Insertion(offset: item.range.upperBound, text: "\u{1B}[22m"),
    ]
    if item.decision == .annotated {
      insertions.append(
        Insertion(
          offset: item.place.offset,
          text: "\u{1B}[36m\(marks.parenthetical(item.gloss))\u{1B}[39m"))
    }
    return insertions
  }

  private var glossLanguage: String {
    options.recognition.direction == .chineseToEnglish
      ? "en" : options.recognition.region.language.description
  }

  /// The language of what a span holds: the page's own, if that fits.
  private var textLanguage: String {
    let isChinese = options.recognition.direction == .chineseToEnglish
    if let pageLanguage, pageLanguage.lowercased().hasPrefix(isChinese ? "zh" : "en") {
      return Escaping.html(pageLanguage)
    }
    return isChinese ? options.recognition.region.language.description : "en"
  }
}
