import TermRecognition

/// Finds the text of an HTML page, reading tags as browsers do and nothing else.
///
/// The page is never rebuilt: what is no text is passed over where it stands. One pass, no stack.
///
/// - SeeAlso: HTML, 13.2.5 "Tokenization".
struct HTMLScanner {
  private let bytes: [UInt8]
  private var builder: SectionBuilder
  private var tracker: MarkupTracker
  private var index = 0
  private var textStart = 0
  private var lastWasLineBreak = false
  private var bodyEnd: Int?
  /// Where something begins that the page never closes.
  private var unclosed: Int?
  private var hasCharacterDataEnds = true

  private static let special = ByteSet(WebAddress.triggers + "<&")

  init(_ bytes: [UInt8], direction: Direction, builder: SectionBuilder) {
    self.bytes = bytes
    self.builder = builder
    tracker = MarkupTracker(direction: direction)
  }

  /// - Complexity: O(*n*).
  mutating func scan() throws -> DocumentEnd {
    while index < bytes.count {
      let stop = Self.special.first(in: bytes, index..<bytes.count)
      guard stop < bytes.count else { break }
      index = stop
      switch bytes[stop] {
      case UInt8(ascii: "<"): try takeMarkup()
      case UInt8(ascii: "&"): takeReference()
      default: takeAddress()
      }
    }
    takeText(upTo: bytes.count)
    try builder.endParagraph()
    try builder.finish()
    return DocumentEnd(
      offset: tracker.openSkip ?? unclosed ?? bodyEnd ?? bytes.count, table: tracker.table?.range,
      rows: tracker.table?.rows, language: tracker.language)
  }

  /// Hands on what stands between the last thing that was no text and `end`.
  private mutating func takeText(upTo end: Int) {
    guard textStart < end else { return }
    if tracker.skips {
      if tracker.isInRubyText { tracker.takeRubyText(bytes[textStart..<end]) }
    } else {
      if lastWasLineBreak, !bytes[textStart..<end].allSatisfy(\.isMarkupSpace) {
        lastWasLineBreak = false
      }
      builder.add(textStart..<end)
    }
    textStart = end
  }

  private mutating func pass(to end: Int) {
    textStart = end
    index = end
  }

  private mutating func takeReference() {
    guard let reference = CharacterReference.parse(bytes, at: index, before: bytes.count) else {
      index += 1
      return
    }
    takeText(upTo: index)
    if !tracker.skips { builder.add(index..<reference.end, decoded: reference.text) }
    pass(to: reference.end)
  }

  private mutating func takeAddress() {
    guard !tracker.skips,
      let address = WebAddress.range(
        in: bytes, at: index, within: textStart..<bytes.count)
    else {
      index += 1
      return
    }
    takeText(upTo: address.lowerBound)
    builder.interrupt()
    pass(to: max(index + 1, address.upperBound))
  }

  private mutating func takeMarkup() throws {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch next {
    case UInt8(ascii: "!"): takeDeclaration()
    case UInt8(ascii: "?"): takeBogusComment()
    case UInt8(ascii: "/"):
      let name = index + 2 < bytes.count ? bytes[index + 2] : 0
      if name.isASCIILetter { try takeTag() } else { takeBogusComment() }
    default:
      if next.isASCIILetter { try takeTag() } else { index += 1 }
    }
  }

  private mutating func takeDeclaration() {
    let start = index
    takeText(upTo: start)
    if bytes.has("<!--", at: start) {
      if bytes.has(">", at: start + 4) {
        pass(to: start + 5)
      } else if bytes.has("->", at: start + 4) {
        pass(to: start + 6)
      } else if let end = commentEnd(from: start + 4) {
        pass(to: end)
      } else {
        passUnclosed(start)
      }
    } else if bytes.has("<![cdata[", at: start), hasCharacterDataEnds {
      if let end = bytes.firstOffset(of: "]]>", from: start + 9) {
        pass(to: end + 3)
      } else {
        hasCharacterDataEnds = false
        takeBogusComment()
      }
    } else {
      takeBogusComment()
    }
  }

  /// Behind `-->` or `--!>`.
  private func commentEnd(from start: Int) -> Int? {
    var place = start
    while let dashes = bytes.firstOffset(of: "--", from: place) {
      if bytes.has(">", at: dashes + 2) { return dashes + 3 }
      if bytes.has("!>", at: dashes + 2) { return dashes + 4 }
      place = dashes + 1
    }
    return nil
  }

  /// What browsers pass over up to the next `>`.
  private mutating func takeBogusComment() {
    takeText(upTo: index)
    if let end = bytes.firstOffset(of: ">", from: index) {
      pass(to: end + 1)
    } else {
      passUnclosed(index)
    }
  }

  private mutating func passUnclosed(_ start: Int) {
    if unclosed == nil { unclosed = start }
    pass(to: bytes.count)
  }

  private mutating func takeTag() throws {
    takeText(upTo: index)
    guard let tag = HTMLTag(bytes, at: index, before: bytes.count) else {
      passUnclosed(index)
      return
    }
    let wasSkipping = tracker.skips
    let effect = tracker.take(tag, in: bytes)
    for zone in tracker.closedZones { builder.add(zone) }
    tracker.closedZones.removeAll(keepingCapacity: true)
    switch effect {
    case .flows: break
    case .interrupts: builder.interrupt()
    case .breaksLine:
      builder.interrupt()
      if lastWasLineBreak { try builder.endParagraph() }
      lastWasLineBreak = true
    case .endsParagraph:
      lastWasLineBreak = false
      try builder.endParagraph()
    }
    if tag.isEnd, !wasSkipping, tag.name == "body" || (tag.name == "html" && bodyEnd == nil) {
      bodyEnd = tag.range.lowerBound
    }
    pass(to: tag.range.upperBound)
    if !tag.isEnd, ElementRole(tag.name) == .raw { passRawContent(of: tag) }
  }

  /// Goes to the end tag of an element whose content is no markup.
  private mutating func passRawContent(of tag: HTMLTag) {
    var place = tag.range.upperBound
    while let slash = bytes.firstOffset(of: "</", from: place) {
      let nameEnd = slash + 2 + tag.name.utf8.count
      if nameEnd <= bytes.count,
        zip(bytes[(slash + 2)..<nameEnd], tag.name.utf8).allSatisfy({ $0.lowercased == $1 }),
        nameEnd == bytes.count || bytes[nameEnd].isMarkupSpace
          || bytes[nameEnd] == UInt8(ascii: "/")
          || bytes[nameEnd] == UInt8(ascii: ">")
      {
        pass(to: slash)
        return
      }
      place = slash + 2
    }
    passUnclosed(tag.range.lowerBound)
  }
}
