import TermModel

/// Units and headers with every feature, of all shapes.
struct RandomUnit<Random: RandomNumberGenerator> {
  private var random: Random
  private var prefixes = 0

  init(_ random: Random) { self.random = random }

  private mutating func chance(_ part: Int) -> Bool {
    Int.random(in: 0..<part, using: &random) == 0
  }
  private mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private static var pieces: [String] {
    [
      "a", "輝達", " ", "\n", "\t", "\r", "&", "<", ">", "\"", "'", "]]>", "&amp;", "𠮷", "e\u{301}",
      "\u{85}", "\u{2028}", "\u{7F}", "--", "{0}", "\u{FEFF}", "\u{FFFD}", "👨‍👩‍👧",
    ]
  }

  private mutating func text(_ range: ClosedRange<Int> = 1...4) -> String {
    var text = ""
    for _ in 0..<count(range) { text += Self.pieces.randomElement(using: &random) ?? "" }
    return text
  }

  private mutating func tag(_ names: [String], language: Bool = false) -> MarkupTag {
    var tag = MarkupTag()
    for name in names.shuffled(using: &random) where chance(3) { tag[name] = text(0...3) }
    if language {
      tag[chance(8) ? MarkupName("lang") : .xmlLanguage] =
        ["en", "zh-TW", "zh_TW", "ZH-tw", "fr", "x-l1"].randomElement(using: &random)
    }
    if chance(12) { tag["x-own"] = text() }
    if chance(20) { tag[.xmlSpace] = "preserve" }
    if chance(30) {
      // Each another: one that stands round it already would not be written again.
      prefixes += 1
      let prefix = "v\(prefixes)"
      tag.declarations.append(MarkupTag.Declaration(prefix: prefix, namespace: "urn:\(prefix)"))
      tag.attributes.append(
        MarkupAttribute(MarkupName("q", prefix: prefix, namespace: "urn:\(prefix)"), text()))
    }
    // The writer's order, which is that of Canonical XML.
    tag.attributes.sort {
      ($0.name.namespace, $0.name.local) < ($1.name.namespace, $1.name.local)
    }
    return tag
  }

  /// Things between others. No two texts touch, for a file could not tell them apart.
  private mutating func mixed<Part>(
    _ parts: [Part], _ other: (MarkupNode) -> Part
  ) -> [Part] {
    var result: [Part] = []
    for part in parts {
      if chance(2) { result.append(other(.text("\n  "))) }
      if chance(8) { result.append(other(node())) }
      result.append(part)
    }
    if chance(2) { result.append(other(.text("\n"))) }
    return result
  }

  private mutating func node(_ depth: Int = 0) -> MarkupNode {
    switch count(0...2) {
    case 0:
      // A line end is a line feed in a comment, where no reference can say otherwise.
      return .comment(
        String(String.UnicodeScalarView(text().unicodeScalars.filter { $0 != "-" && $0 != "\r" })))
    case 1:
      return .instruction(target: "p\(count(0...3))", data: chance(3) ? "" : "d=\(count(0...9))")
    default:
      var content: [MarkupNode] = []
      if depth < 3 {
        for _ in 0..<count(0...2) {
          content.append(node(depth + 1))
          if chance(2) { content.append(.text(text())) }
        }
      }
      return .element(MarkupElement("x-\(count(0...3))", tag: tag(["a", "b"]), content: content))
    }
  }

  private mutating func content() -> [MarkupNode] {
    var content: [MarkupNode] = []
    for _ in 0..<count(0...2) {
      content.append(.text(text()))
      if chance(6) { content.append(node()) } else { break }
    }
    return content
  }

  private mutating func note() -> UnitNote {
    UnitNote(tag: tag(["o-encoding"], language: chance(3)), content: content())
  }

  private mutating func property() -> UnitProperty {
    UnitProperty(tag: tag(["type", "o-encoding"], language: chance(5)), content: content())
  }

  private mutating func parts(_ depth: Int) -> [SegmentPart] {
    var parts: [SegmentPart] = []
    for _ in 0..<count(0...3) {
      parts.append(.text(text()))
      if depth < 4, chance(2) {
        let element = InlineCode.Element.allCases.randomElement(using: &random) ?? .ph
        parts.append(
          .code(
            InlineCode(
              element, tag: tag(["i", "x", "type", "pos", "assoc"]), parts: self.parts(depth + 1))))
      } else if chance(4) {
        parts.append(.other(node()))
      } else {
        break
      }
    }
    return parts
  }

  private mutating func variant() -> TranslationUnitVariant {
    var content: [TranslationUnitVariant.Content] = []
    for _ in 0..<count(0...2) { content.append(chance(2) ? .note(note()) : .property(property())) }
    if !chance(12) { content.append(.segment(Segment(parts(0), tag: tag([])))) }
    if chance(12) { content.append(.property(property())) }
    if chance(20) { content.append(.segment(Segment(parts(0)))) }
    return TranslationUnitVariant(
      tag: tag(["creationdate", "changeid", "usagecount", "datatype"], language: !chance(10)),
      content: mixed(content) { .other($0) })
  }

  mutating func unit() -> TranslationUnit {
    var content: [TranslationUnit.Content] = []
    for _ in 0..<count(0...3) { content.append(chance(2) ? .note(note()) : .property(property())) }
    for _ in 0..<count(0...4) { content.append(.variant(variant())) }
    if chance(10) { content.append(.note(note())) }
    return TranslationUnit(
      tag: tag([
        "tuid", "creationdate", "creationid", "changedate", "changeid", "usagecount", "srclang",
        "segtype", "o-tmf",
      ]), content: mixed(content) { .other($0) })
  }

  mutating func header() -> MemoryHeader {
    var content: [MemoryHeader.Content] = []
    for _ in 0..<count(0...3) {
      switch count(0...2) {
      case 0: content.append(.note(note()))
      case 1: content.append(.property(property()))
      default:
        var maps: [UserDefinedEncoding.Content] = []
        for _ in 0..<count(0...2) {
          maps.append(
            .map(UserDefinedEncoding.CharacterMap(tag: tag(["unicode", "code", "ent", "subst"]))))
        }
        content.append(
          .encoding(
            UserDefinedEncoding(tag: tag(["name", "base"]), content: mixed(maps) { .other($0) })))
      }
    }
    return MemoryHeader(
      tag: tag(["creationtool", "srclang", "segtype", "datatype", "adminlang"]),
      content: mixed(content) { .other($0) })
  }
}
