import TermRecognition

/// How glosses are written into a document, and how those that are there already are known again.
struct GlossMarks {
  let inputFormat: InputFormat
  let direction: Direction
  /// Our footnotes that the document has: number to text, as written.
  private var definitions: [Int: String] = [:]
  /// The highest number of ours that occurs.
  private(set) var lastFootnote = 0

  init(of source: [UInt8], inputFormat: InputFormat, direction: Direction) {
    self.inputFormat = inputFormat
    self.direction = direction
    if inputFormat == .markdown { readFootnotes(of: source) }
  }

  private mutating func readFootnotes(of source: [UInt8]) {
    var place = 0
    while let start = source.firstOffset(of: "[^yiming-", from: place) {
      place = start + 9
      var number = 0
      while place < source.count, source[place].isASCIIDigit, number < 100_000_000 {
        number = number * 10 + Int(source[place] - 0x30)
        place += 1
      }
      lastFootnote = max(lastFootnote, number)
      guard source.has("]:", at: place) else { continue }
      let rest = source[(place + 2)...].prefix(4_096).prefix { $0 != 0x0A && $0 != 0x0D }
      definitions[number] = String(decoding: rest.drop { $0 == 0x20 }, as: UTF8.self)
    }
  }

  /// `（Donald Trump）` or ` (輝達)`.
  func parenthetical(_ gloss: String) -> String {
    let text = Escaping.escaped(gloss, for: inputFormat)
    return direction == .chineseToEnglish ? "（\(text)）" : " (\(text))"
  }

  /// Whether one of our own marks, or just what would be inserted, is at the mention already.
  func alreadyGloss(_ item: ChosenMention, in section: DocumentSection, of source: [UInt8])
    -> Bool
  {
    if section.zone(.glossed, at: item.range.lowerBound) != nil
      || section.zone(.glossed, at: item.range.upperBound - 1) != nil
    {
      return true
    }
    return hasFootnote(item, in: section) || hasParenthetical(item, in: source)
  }

  private func hasFootnote(_ item: ChosenMention, in section: DocumentSection) -> Bool {
    let marks = section.footnoteMarks
    guard !marks.isEmpty else { return false }
    var place = item.place.markOffset
    var index = marks.partitioningIndex { $0.range.lowerBound >= place }
    let isAlone = item.place.isFree && place == item.place.offset
    let texts = glosses(of: item).map(Escaping.markdown)
    while index < marks.count, marks[index].range.lowerBound == place {
      if isAlone || definitions[marks[index].number].map(texts.contains) == true { return true }
      place = marks[index].range.upperBound
      index += 1
    }
    return false
  }

  /// Whether ours is among the brackets that follow one upon the other. The recogniser knows the
  /// first of them; behind a link or a ruby there can be several.
  private func hasParenthetical(_ item: ChosenMention, in source: [UInt8]) -> Bool {
    let (open, close): (StaticString, StaticString) =
      direction == .chineseToEnglish ? ("（", "）") : (" (", ")")
    var place = item.place.offset
    // Behind most names there is none, and nothing to be made for it.
    guard source.hasExactly(open, at: place) else { return false }
    let texts = glosses(of: item).map { Array(parenthetical($0).utf8) }
    for _ in 0..<16 where source.hasExactly(open, at: place) {
      if texts.contains(where: { source[place...].starts(with: $0) }) { return true }
      let limit = min(source.count, place + 512)
      guard let end = source.firstOffset(of: close, from: place, before: limit) else { break }
      place = end + close.utf8CodeUnitCount
    }
    return false
  }

  private func glosses(of item: ChosenMention) -> Set<String> {
    // In an English text "Foxconn (Hon Hai)" tells no Chinese.
    let english = direction == .chineseToEnglish ? [item.name.english, item.name.short] : []
    return Set(([item.gloss] + english).filter { !$0.isEmpty })
  }
}
