import TermRecognition

/// Where a gloss goes that stands behind its mention.
struct GlossPlace {
  /// UTF-8 offset of what is put in parentheses.
  var offset: Int
  /// UTF-8 offset of a footnote mark, which cannot be inside a link.
  var markOffset: Int
  /// Whether the mention and its gloss can be wrapped where they stand.
  var isFree: Bool

  /// - Complexity: O(log *n*) for a section of *n* pieces.
  init(
    of range: Range<Int>, in section: DocumentSection, of source: [UInt8],
    options: AnnotationOptions
  ) {
    var place = range.upperBound
    switch options.recognition.direction {
    case .chineseToEnglish:
      place = Self.behindClosingMark(of: range, in: section, of: source) ?? place
    case .englishToChinese:
      place = Self.behindPlural(place, in: section, of: source)
    }
    offset = Self.moved(place, out: [.closer, .indivisible], in: section)
    markOffset = Self.moved(place, out: [.closer, .indivisible, .link], in: section)
    isFree = section.zone(.indivisible, at: range.lowerBound) == nil
  }

  private static func moved(_ start: Int, out kinds: [Zone.Kind], in section: DocumentSection)
    -> Int
  {
    var place = start
    var isMoving = !section.zones.isEmpty
    while isMoving {
      isMoving = false
      for kind in kinds {
        guard let zone = section.zone(kind, at: place),
          kind == .closer || zone.lowerBound < place
        else { continue }
        place = zone.upperBound
        isMoving = true
      }
    }
    return place
  }

  /// Behind 」 where 「 stands right before the name: 「真實社群」（Truth Social）.
  private static func behindClosingMark(
    of range: Range<Int>, in section: DocumentSection, of source: [UInt8]
  ) -> Int? {
    // Markup begins with ASCII, and the closing marks with E3: most names have neither behind them.
    guard range.upperBound < source.count else { return nil }
    let byte = source[range.upperBound]
    guard byte < 0x80 || byte == 0xE3 else { return nil }
    guard let next = mark(behind: range.upperBound, in: section, of: source),
      let pair = pairs.first(where: { $0.close == next.text }),
      markBefore(range.lowerBound, in: section, of: source) == pair.open
    else { return nil }
    return next.end
  }

  private static let pairs: [(open: String, close: String)] = [
    ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"),
  ]

  /// The three-byte character at `offset` in the flow of text.
  private static func mark(behind offset: Int, in section: DocumentSection, of source: [UInt8])
    -> (text: String, end: Int)?
  {
    let index = section.piece(endingAfter: offset)
    guard index < section.pieces.count else { return nil }
    let piece = section.pieces[index]
    if piece.range.lowerBound > offset, !piece.continuesPrevious { return nil }
    let start = max(offset, piece.range.lowerBound)
    if let decoded = piece.decoded { return (decoded, piece.range.upperBound) }
    guard start + 3 <= piece.range.upperBound, source[start] == 0xE3 else { return nil }
    return (String(decoding: source[start..<start + 3], as: UTF8.self), start + 3)
  }

  private static func markBefore(_ offset: Int, in section: DocumentSection, of source: [UInt8])
    -> String?
  {
    var index = section.piece(endingAfter: offset)
    guard index < section.pieces.count else { return nil }
    var end = offset
    if offset <= section.pieces[index].range.lowerBound {
      guard index > 0, section.pieces[index].continuesPrevious else { return nil }
      index -= 1
      end = section.pieces[index].range.upperBound
    }
    if let decoded = section.pieces[index].decoded { return decoded }
    guard end - 3 >= section.pieces[index].range.lowerBound, source[end - 3] == 0xE3 else {
      return nil
    }
    return String(decoding: source[end - 3..<end], as: UTF8.self)
  }

  /// Behind the rest of a plural: Boeings (波音).
  private static func behindPlural(_ end: Int, in section: DocumentSection, of source: [UInt8])
    -> Int
  {
    let index = section.piece(endingAfter: end)
    guard index < section.pieces.count, section.pieces[index].range.lowerBound <= end,
      section.pieces[index].decoded == nil
    else { return end }
    let limit = section.pieces[index].range.upperBound
    var place = end
    while place < limit, place - end < 3, source[place].isASCIILetter { place += 1 }
    let rest = source[end..<place]
    return rest.elementsEqual("s".utf8) || rest.elementsEqual("es".utf8) ? place : end
  }

  /// A mention of English text without `'s` at its end.
  static func withoutPossessive(_ range: Range<Int>, in source: [UInt8], direction: Direction)
    -> Range<Int>
  {
    guard direction == .englishToChinese else { return range }
    for ending in ["'s", "’s", "'", "’"] where range.count > ending.utf8.count {
      if source[range].suffix(ending.utf8.count).elementsEqual(ending.utf8) {
        return range.lowerBound..<range.upperBound - ending.utf8.count
      }
    }
    return range
  }
}
