import TermRecognition

/// Follows the tags of a document as far as they decide what is text: which content is left alone,
/// and where our own marks and rubies are.
///
/// It keeps no stack, so nesting costs nothing.
struct MarkupTracker {
  /// What a tag does to the text around it.
  enum Effect {
    case flows
    case interrupts
    case breaksLine
    case endsParagraph
  }

  private let direction: Direction
  /// The element whose content is left alone, and how many of that name are open.
  private var skipped: (name: String, depth: Int)?
  /// Where that element begins.
  private var skipStart: Int?
  /// Where our span begins, as long as no other tag has come: it holds text alone.
  private var ownSpan: Int?
  private var rubyDepth = 0
  /// Where the outermost ruby begins, and the innermost one that is open.
  private var rubyStart: Int?
  private var innerRubyStart: Int?
  private var rubySays = (own: false, other: false)
  private var ownTableStart: Int?

  /// Zones that were closed since they were last taken away.
  var closedZones: [Zone] = []
  /// Our table of names, once its end was met, and where its rows end.
  private(set) var table: (range: Range<Int>, rows: Int)?
  private var rowsEnd: Int?
  private(set) var language: String?

  init(direction: Direction) { self.direction = direction }

  var skips: Bool { skipped != nil }
  /// Where an element begins that is left alone and not closed yet.
  /// For the small print of a ruby, where the ruby begins.
  var openSkip: Int? { skips ? rubyStart ?? skipStart : nil }
  /// Whether the skipped text is the small print of a ruby.
  var isInRubyText: Bool { skipped?.name == "rt" }

  mutating func take(_ tag: HTMLTag, in bytes: [UInt8]) -> Effect {
    if skipped != nil, !continuesAfterSkipping(tag) { return .flows }
    let role = ElementRole(tag.name)
    if role != .span { ownSpan = nil }
    switch role {
    case .inline: return .flows
    case .interruption, .raw: return .interrupts
    case .lineBreak: return .breaksLine
    case .skipped:
      if !tag.isEnd, !(tag.isSelfClosing && (tag.name == "svg" || tag.name == "math")) {
        skip(tag)
      }
      return .interrupts
    case .rubyText:
      // Outside of a ruby it is nothing special.
      if !tag.isEnd, rubyStart != nil {
        skip(tag)
        let language = tag.attribute("lang", in: bytes)?.lowercased() ?? ""
        if language.hasPrefix(direction == .chineseToEnglish ? "en" : "zh") {
          rubySays.other = true
        }
      }
      return .flows
    case .ruby:
      takeRuby(tag)
      return .flows
    case .span:
      takeSpan(tag, in: bytes)
      return .flows
    case .table:
      if !tag.isEnd, tag.hasClass("yiming", in: bytes) {
        skip(tag)
        ownTableStart = tag.range.lowerBound
        rowsEnd = nil
      }
    case .root:
      if !tag.isEnd, language == nil { language = tag.attribute("lang", in: bytes) }
    case .body, .block: break
    }
    leaveInlineElements()
    return .endsParagraph
  }

  private mutating func skip(_ tag: HTMLTag) {
    skipped = (tag.name, 1)
    skipStart = tag.range.lowerBound
  }

  /// Whether skipping is over, so that the tag means what it means elsewhere.
  private mutating func continuesAfterSkipping(_ tag: HTMLTag) -> Bool {
    guard let (name, depth) = skipped else { return true }
    if name == "rt" || name == "rp" || name == "rtc" {
      // Their end tags may be left out.
      let isRubyPart = ["rt", "rp", "rtc", "rb"].contains(tag.name)
      let endsRuby = tag.name == "ruby" && tag.isEnd
      guard isRubyPart || endsRuby || ElementRole(tag.name) == .block else { return false }
      skipped = nil
      return true
    }
    if tag.name == "tbody", tag.isEnd, ownTableStart != nil { rowsEnd = tag.range.lowerBound }
    guard tag.name == name else { return false }
    if tag.isEnd {
      if depth > 1 {
        skipped = (name, depth - 1)
        return false
      }
      skipped = nil
      if let start = ownTableStart {
        table = (start..<tag.range.upperBound, rowsEnd ?? tag.range.lowerBound)
        ownTableStart = nil
      }
    } else {
      skipped = (name, depth + 1)
    }
    return false
  }

  private mutating func takeRuby(_ tag: HTMLTag) {
    if !tag.isEnd {
      if rubyDepth == 0 { rubyStart = tag.range.lowerBound }
      rubyDepth += 1
      innerRubyStart = tag.range.lowerBound
      rubySays = (false, false)
      return
    }
    guard rubyDepth > 0 else { return }
    rubyDepth -= 1
    if let start = innerRubyStart ?? (rubyDepth == 0 ? rubyStart : nil) {
      let isGloss = rubySays.other && !rubySays.own
      closedZones.append(
        Zone(kind: isGloss ? .glossed : .indivisible, range: start..<tag.range.upperBound))
    }
    innerRubyStart = nil
    if rubyDepth == 0 { rubyStart = nil }
  }

  private mutating func takeSpan(_ tag: HTMLTag, in bytes: [UInt8]) {
    if !tag.isEnd {
      ownSpan = tag.hasClass("yiming", in: bytes) ? tag.range.lowerBound : nil
    } else if let start = ownSpan {
      closedZones.append(Zone(kind: .glossed, range: start..<tag.range.upperBound))
      ownSpan = nil
    }
  }

  /// Notes what the small print of a ruby says: letters of the other language, of this one.
  mutating func takeRubyText(_ text: ArraySlice<UInt8>) {
    var hasHan = false
    var hasCapital = false
    for byte in text {
      // Han characters begin with E3 90 or above; E3 84 is zhuyin, so E4 is the simple border.
      if (0xE4...0xE9).contains(byte) { hasHan = true }
      if (0x41...0x5A).contains(byte) { hasCapital = true }
    }
    switch direction {
    case .chineseToEnglish:
      // Small letters alone are a reading in pinyin.
      if hasCapital { rubySays.other = true }
      if hasHan { rubySays.own = true }
    case .englishToChinese:
      if hasHan { rubySays.other = true }
    }
  }

  /// No ruby or span of ours reaches over the end of a paragraph.
  mutating func leaveInlineElements() {
    ownSpan = nil
    rubyStart = nil
    innerRubyStart = nil
    rubyDepth = 0
  }
}
