import TermRecognition

/// Finds the text of one paragraph of Markdown: without emphasis marks, code, links' destinations,
/// images, tags, addresses, footnote marks and mathematics.
///
/// What looks ahead in vain is counted: when that has cost some times the paragraph's length, the
/// rest of the paragraph is left alone. So hostile paragraphs take linear time too.
///
/// - SeeAlso: CommonMark 0.31.2, 6 "Inlines"; `MarkdownInlineScanner+Spans.swift`.
struct MarkdownInlineScanner {
  let text: FlatText
  let bytes: [UInt8]
  let end: Int
  let labels: Set<String>
  var index: Int
  var tokens: [Token] = []
  var zones: [Zone] = []
  var footnoteMarks: [DocumentSection.FootnoteMark] = []
  var brackets: [Bracket] = []
  var lastBracket = -1
  /// The token of the last unpaired run of each kind of emphasis mark.
  var openEmphasis: [Int: (token: Int, start: Int)] = [:]
  var backticks: BacktickRuns?
  var hasMathEnd = true
  var hasCommentEnd = true
  /// Bytes that were looked at in vain.
  var wasted = 0
  private var tracker: MarkupTracker
  private var textStart: Int

  struct Token {
    enum Kind {
      case text
      /// Markup through which text flows.
      case gap
      case wall
    }

    var kind: Kind
    var range: Range<Int>
    var decoded: String?
  }

  struct Bracket {
    var token: Int
    var start: Int
    var isImage: Bool
  }

  private static let special = ByteSet(WebAddress.triggers + "\\`<&![]*_~$")

  init(_ text: FlatText, labels: Set<String>, direction: Direction) {
    self.text = text
    bytes = text.bytes
    end = text.range.upperBound
    index = text.range.lowerBound
    textStart = index
    self.labels = labels
    tracker = MarkupTracker(direction: direction)
  }

  mutating func scan(into builder: inout SectionBuilder) {
    let patience = 65_536 + 8 * text.range.count
    while index < end {
      index = Self.special.first(in: bytes, index..<end)
      guard index < end else { break }
      takeSpecial()
      if wasted > patience {
        textStart = end
        break
      }
    }
    emitText(upTo: end)
    for token in tokens {
      switch token.kind {
      case .gap: break
      case .wall: builder.interrupt()
      case .text:
        for range in text.sources(of: token.range) { builder.add(range, decoded: token.decoded) }
      }
    }
    for zone in zones {
      builder.add(Zone(kind: zone.kind, range: text.source(of: zone.range)))
    }
    for mark in footnoteMarks {
      builder.add(.init(range: text.source(of: mark.range), number: mark.number))
    }
  }

  private mutating func takeSpecial() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): takeBackslash()
    case UInt8(ascii: "`"): takeBackticks()
    case UInt8(ascii: "<"): takeAngle()
    case UInt8(ascii: "&"):
      if let reference = CharacterReference.parse(bytes, at: index, before: end) {
        emit(.text, to: reference.end, decoded: reference.text)
      } else {
        index += 1
      }
    case UInt8(ascii: "!"):
      if bytes.has("![", at: index, before: end) { openBracket(isImage: true) } else { index += 1 }
    case UInt8(ascii: "["): takeOpeningBracket()
    case UInt8(ascii: "]"): takeClosingBracket()
    case UInt8(ascii: "$"): takeMathematics()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): takeEmphasis()
    default:
      guard let address = WebAddress.range(in: bytes, at: index, within: textStart..<end) else {
        index += 1
        return
      }
      index = address.lowerBound
      emit(.wall, to: max(index + 1, address.upperBound))
    }
  }

  /// Emits the text before the place reached, and then what stands from there to `end`.
  mutating func emit(_ kind: Token.Kind, to end: Int, decoded: String? = nil) {
    emitText(upTo: index)
    if !tracker.skips, index < end {
      tokens.append(Token(kind: kind, range: index..<end, decoded: decoded))
    }
    index = end
    textStart = end
  }

  private mutating func emitText(upTo end: Int) {
    guard textStart < end else { return }
    if tracker.skips {
      if tracker.isInRubyText { tracker.takeRubyText(bytes[textStart..<end]) }
    } else {
      tokens.append(Token(kind: .text, range: textStart..<end))
    }
    textStart = end
  }

  private mutating func takeBackslash() {
    let next = index + 1 < end ? bytes[index + 1] : 0
    guard next.isASCIIPunctuation || next == 0x0A || next == 0x0D else {
      index += 1
      return
    }
    emit(.gap, to: index + 1)
    index += 1
  }

  /// A tag, a comment or an address in angle brackets.
  private mutating func takeAngle() {
    let next = index + 1 < end ? bytes[index + 1] : 0
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      takeDeclaration()
    } else if let close = addressEnd() {
      emit(.wall, to: close)
    } else if next.isASCIILetter || next == UInt8(ascii: "/"),
      let tag = HTMLTag(bytes, at: index, before: end, isStrict: true, read: &wasted)
    {
      wasted = max(0, wasted - tag.range.count)
      emitText(upTo: index)
      let effect = tracker.take(tag, in: bytes)
      zones += tracker.closedZones
      tracker.closedZones.removeAll(keepingCapacity: true)
      if case .raw = ElementRole(tag.name), !tag.isEnd { return takeRawContent(of: tag) }
      if case .flows = effect {
        emit(.gap, to: tag.range.upperBound)
      } else {
        // A token even while skipping, for a name does not run over what is skipped.
        tokens.append(Token(kind: .wall, range: tag.range))
        index = tag.range.upperBound
        textStart = index
      }
    } else {
      index += 1
    }
  }

  private mutating func takeRawContent(of tag: HTMLTag) {
    var place = tag.range.upperBound
    while let slash = bytes.firstOffset(of: "</", from: place, before: end) {
      let nameEnd = slash + 2 + tag.name.utf8.count
      if nameEnd <= end,
        bytes[(slash + 2)..<nameEnd].lazy.map(\.lowercased).elementsEqual(tag.name.utf8)
      {
        return emit(.wall, to: slash)
      }
      place = slash + 2
    }
    emit(.wall, to: end)
  }

  private mutating func takeDeclaration() {
    let close: Int?
    if bytes.has("<!--", at: index, before: end) {
      let found = hasCommentEnd ? bytes.firstOffset(of: "-->", from: index + 4, before: end) : nil
      hasCommentEnd = found != nil
      close = found.map { $0 + 3 }
    } else {
      let isNamed =
        index + 2 < end
        && (bytes[index + 1] == UInt8(ascii: "?") || bytes[index + 2].isASCIILetter
          || bytes[index + 2] == UInt8(ascii: "["))
      let ending: StaticString = bytes.has("<![cdata[", at: index, before: end) ? "]]>" : ">"
      let found = isNamed ? bytes.firstOffset(of: ending, from: index + 2, before: end) : nil
      if isNamed, found == nil { wasted += end - index }
      close = found.map { $0 + ending.utf8CodeUnitCount }
    }
    if let close { emit(.gap, to: close) } else { index += 1 }
  }

  /// Behind `<https://…>` or `<someone@example.org>`.
  private mutating func addressEnd() -> Int? {
    var place = index + 1
    var isAddress = false
    while place < end, bytes[place] > 0x20, bytes[place] != UInt8(ascii: "<") {
      if bytes[place] == UInt8(ascii: ">") {
        if isAddress { return place + 1 }
        break
      }
      if bytes[place] == UInt8(ascii: ":"), place > index + 2 { isAddress = true }
      if bytes[place] == UInt8(ascii: "@"), place > index + 1 { isAddress = true }
      if bytes[place] == UInt8(ascii: "=") || bytes[place] == UInt8(ascii: "\""), !isAddress {
        break
      }
      place += 1
    }
    wasted += place - index
    return nil
  }
}
