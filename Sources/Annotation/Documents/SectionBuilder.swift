import TermRecognition

/// Collects the pieces that a scanner finds and hands them on, some megabytes at a time.
///
/// Sections end where a paragraph ends, so a paragraph is never cut, however long it is.
struct SectionBuilder {
  private var section = DocumentSection()
  private var paragraph = 0
  private var paragraphHasText = false
  /// Whether the next piece continues the one before it.
  private var flows = false
  private let sectionBytes: Int
  private let take: (DocumentSection) throws -> Void

  /// - Parameter sectionBytes: a section is handed on at the first end of a paragraph after so many
  ///   bytes of the document.
  init(sectionBytes: Int, take: @escaping (DocumentSection) throws -> Void) {
    self.sectionBytes = sectionBytes
    self.take = take
  }

  mutating func add(_ range: Range<Int>, decoded: String? = nil) {
    guard !range.isEmpty else { return }
    if flows, decoded == nil, let last = section.pieces.indices.last,
      section.pieces[last].range.upperBound == range.lowerBound,
      section.pieces[last].decoded == nil
    {
      section.pieces[last].range = section.pieces[last].range.lowerBound..<range.upperBound
    } else {
      section.pieces.append(
        TextPiece(
          range: range, paragraph: paragraph, continuesPrevious: flows, decoded: decoded))
    }
    flows = true
    paragraphHasText = true
  }

  mutating func add(_ zone: Zone) {
    guard !zone.range.isEmpty else { return }
    // Of one inside another the outer one says it all.
    if let last = section.zones[zone.kind]?.last, last.upperBound >= zone.range.upperBound,
      last.lowerBound <= zone.range.lowerBound
    {
      return
    }
    while let last = section.zones[zone.kind]?.last, last.lowerBound >= zone.range.lowerBound {
      section.zones[zone.kind]?.removeLast()
    }
    section.zones[zone.kind, default: []].append(zone.range)
  }

  mutating func add(_ mark: DocumentSection.FootnoteMark) { section.footnoteMarks.append(mark) }

  /// Something stands here over which no name runs.
  mutating func interrupt() { flows = false }

  mutating func endParagraph() throws {
    flows = false
    guard paragraphHasText else { return }
    paragraphHasText = false
    paragraph += 1
    if let first = section.pieces.first, let last = section.pieces.last,
      last.range.upperBound - first.range.lowerBound >= sectionBytes
        || section.pieces.count >= sectionBytes / 32
    {
      try handOn()
    }
  }

  mutating func finish() throws {
    flows = false
    if !section.pieces.isEmpty { try handOn() }
  }

  private mutating func handOn() throws {
    let full = section
    section = DocumentSection()
    try take(full)
  }
}
