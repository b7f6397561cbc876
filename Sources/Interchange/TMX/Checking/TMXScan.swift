import TermModel
import XMLStream

/// Goes once through a piece, node by node, and reports what is not as TMX has it.
///
/// A value of its own, so that nothing is locked or counted while it runs. What it holds between
/// pieces is scratch memory and the languages of the file.
struct TMXScan: ~Copyable {
  /// An element that is open.
  struct Frame {
    var element: TMXElement
    var line: Int
    var attributes = TMXAttributeSet()
    var hasVariant = false
    var segments = 0
    /// Place in the census; -1 where none is named.
    var language = -1
    /// Of a `seg` or `sub`: where its codes begin in `codes`.
    var firstCode = 0
    var beginsWithLineBreak = false
    var endsWithLineBreak = false
  }

  /// A `bpt` or `ept` of a flow.
  struct Code {
    var pair: UInt64
    var order: Int
    var isBegin: Bool
    var line: Int
  }

  /// A `tuid` that is still to be compared with the others.
  struct Identifier {
    var hash: UInt64
    var line: Int
    var unit: Int
    /// Where its text ends in `waitingText`.
    var end: Int
  }

  let document: String
  /// Whether the file's version has `xml:lang`, and not `lang`: TMX 1.3 brought it.
  var usesXMLLang: Bool?
  var list: TMXFindingList
  var census: LanguageCensus
  var seen = SeenIdentifiers()
  var unitNumber: Int?
  /// The innermost element, and those round it; `depth` counts both.
  private var current = Frame(element: .unknown, line: 0)
  private var stack: [Frame] = []
  private var depth = 0
  var codes: [Code] = []
  /// They are compared many at once: each is a look at a far place in memory, and these then wait
  /// side by side and not one after another.
  private var waiting: [Identifier] = []
  private var waitingText = XMLByteBuffer()
  /// Languages of the unit's variants, by place in the census.
  private var languages: [Int] = []
  private let grammar = TMXGrammar.shared

  init(document: String, limit: Int, map: LanguageMap) {
    self.document = document
    list = TMXFindingList(limit: limit)
    census = LanguageCensus(map: map)
  }

  /// - Parameters:
  ///   - parent: what stands round the piece.
  ///   - source: the header's language of source; `nil` where it names none or `*all*`.
  mutating func scan(
    _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary, parent: TMXElement, source: Int?
  ) {
    stack.removeAll(keepingCapacity: true)
    depth = 0
    if !codes.isEmpty { codes.removeAll(keepingCapacity: true) }
    if !languages.isEmpty { languages.removeAll(keepingCapacity: true) }
    var source = source
    for node in tape.nodes {
      switch tape.kind(node) {
      case .element:
        let element = vocabulary.element(tape.name(node))
        start(element, node, tape, vocabulary, around: depth > 0 ? current.element : parent)
      case .attribute:
        take(node, tape, vocabulary, source: &source)
      case .text:
        text(node, tape, vocabulary, around: parent)
      case .end: end(tape, vocabulary, source: source)
      case .namespace, .comment, .instruction: break
      }
    }
  }

  // MARK: Elements

  private mutating func start(
    _ element: TMXElement, _ node: XMLNode, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary,
    around parent: TMXElement
  ) {
    let line = tape.line(node)
    var frame = Frame(element: element, line: line)
    // What stands in an unknown element is its own.
    if parent == .unknown, depth > 0 {
      frame.element = .unknown
    } else if element == .unknown {
      report(.unknownElement, line, tape, vocabulary) {
        [
          "element": vocabulary.names.qualified(tape.name(node)),
          "parent": parent == .unknown ? "" : parent.name,
        ]
      }
    } else if !grammar.allows(element, in: parent), !(depth == 0 && parent == .unknown) {
      if element == .tu, depth > 0 {
        report(.unitInUnit, line, tape, vocabulary)
        frame.element = .unknown
      } else if element != .tu {
        report(.misplaced, line, tape, vocabulary) {
          ["element": element.name, "parent": parent.name]
        }
      }
    }
    if depth > 0 { place(element, line, tape, vocabulary) }
    if element.isFlow { frame.firstCode = codes.count }
    if depth > 0 { stack.append(current) }
    current = frame
    depth += 1
  }

  /// What the element is to the one round it.
  private mutating func place(
    _ element: TMXElement, _ line: Int, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary
  ) {
    switch (current.element, element) {
    case (.tu, .tuv): current.hasVariant = true
    case (.tuv, .seg):
      current.segments += 1
      if current.segments == 2 { report(.secondSegment, line, tape, vocabulary) }
    case (.tu, .note), (.tu, .prop):
      if current.hasVariant {
        report(.order, line, tape, vocabulary) { ["element": element.name, "other": "tuv"] }
      }
    case (.tuv, .note), (.tuv, .prop):
      if current.segments > 0 {
        report(.order, line, tape, vocabulary) { ["element": element.name, "other": "seg"] }
      }
    default: break
    }
  }

  private mutating func end(
    _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary, source: Int?
  ) {
    let frame = current
    depth -= 1
    if depth > 0 { current = stack.removeLast() }
    switch frame.element {
    case .seg, .sub: endFlow(frame, tape, vocabulary)
    case .tuv:
      if frame.language < 0 {
        report(.noLanguage, frame.line, tape, vocabulary)
      } else {
        languages.append(frame.language)
      }
      if frame.segments == 0 { report(.noSegment, frame.line, tape, vocabulary) }
    case .tu:
      if !frame.hasVariant {
        report(.noVariant, frame.line, tape, vocabulary)
      } else if let source, !languages.isEmpty {
        checkSource(source, frame.line, tape, vocabulary)
      }
    case .prop:
      if !frame.attributes.contains(.type) {
        report(.propertyWithoutType, frame.line, tape, vocabulary)
      }
    case .bpt, .ept:
      if !frame.attributes.contains(.i) {
        report(.noPairNumber, frame.line, tape, vocabulary) { ["element": frame.element.name] }
      }
    case .it:
      if !frame.attributes.contains(.pos) {
        report(.position, frame.line, tape, vocabulary) { ["value": ""] }
      }
    case .ude:
      if !frame.attributes.contains(.name) {
        report(.userDefinedEncoding, frame.line, tape, vocabulary) {
          ["element": "ude", "attribute": "name"]
        }
      }
    case .map:
      if !frame.attributes.contains(.unicode) {
        report(.userDefinedEncoding, frame.line, tape, vocabulary) {
          ["element": "map", "attribute": "unicode"]
        }
      }
    default: break
    }
  }

  private mutating func checkSource(
    _ source: Int, _ line: Int, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary
  ) {
    for language in languages where census.mayBe(language, source: source) { return }
    let spelling = census.entries[source].spelling
    report(.noSourceVariant, line, tape, vocabulary) { ["language": spelling] }
  }

  // MARK: Attributes

  private mutating func take(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary, source: inout Int?
  ) {
    let element = current.element
    if element == .unknown { return }
    let attribute = vocabulary.attribute(tape.name(node))
    current.attributes.insert(attribute)
    guard grammar.allows(attribute, of: element) else {
      if attribute != .xmlSpace {
        report(.unknownAttribute, tape.line(node), tape, vocabulary) {
          [
            "attribute": vocabulary.names.qualified(tape.name(node)), "element": element.name,
          ]
        }
      }
      return
    }
    switch attribute {
    case .xmlLanguage, .lang: takeLanguage(node, attribute, tape, vocabulary)
    case .creationdate, .changedate, .lastusagedate:
      if !TMXValue.isDate(tape.value(node)) { reportValue(.date, node, tape, vocabulary) }
    case .usagecount:
      if !TMXValue.isCount(tape.value(node)) { reportValue(.usageCount, node, tape, vocabulary) }
    case .segtype:
      if !TMXValue.isSegmentation(node, tape) {
        reportValue(.segmentation, node, tape, vocabulary)
      }
    case .pos:
      if !tape.value(node, is: "begin"), !tape.value(node, is: "end") {
        reportValue(.position, node, tape, vocabulary)
      }
    case .tuid:
      waitingText.append(tape.value(node))
      waiting.append(
        Identifier(
          hash: tape.value(node).quickHash, line: tape.line(node), unit: unitNumber ?? 0,
          end: waitingText.count))
      if waiting.count == 256 { compareIdentifiers() }
    case .srclang:
      if element == .tu, !tape.value(node).isEmpty {
        source =
          TMXLanguage.isAny(tape.value(node))
          ? nil : language(node, tape, vocabulary)
      }
    case .i:
      if element == .bpt || element == .ept {
        codes.append(
          Code(
            pair: tape.value(node).quickHash, order: codes.count, isBegin: element == .bpt,
            line: tape.line(node)))
      }
    default: break
    }
  }

  private mutating func takeLanguage(
    _ node: XMLNode, _ attribute: TMXAttribute, _ tape: borrowing XMLTape,
    _ vocabulary: TMXVocabulary
  ) {
    if let usesXMLLang, usesXMLLang != (attribute == .xmlLanguage) {
      let element = current.element.name
      report(.languageAttribute, tape.line(node), tape, vocabulary) {
        [
          "attribute": attribute.spelling, "element": element,
          "usual": usesXMLLang ? "xml:lang" : "lang",
        ]
      }
    }
    // xml:lang counts where both are there.
    guard current.element == .tuv, !tape.value(node).isEmpty,
      attribute == .xmlLanguage || current.language < 0
    else { return }
    current.language = language(node, tape, vocabulary)
  }

  /// The place of a language in the census; a new spelling is looked at.
  private mutating func language(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary
  ) -> Int {
    let (index, isNew) = census.intern(tape.value(node))
    if isNew { checkLanguage(index, SourcePlace(document: document, line: tape.line(node))) }
    return index
  }

  mutating func checkLanguage(_ index: Int, _ place: SourcePlace) {
    let entry = census.entries[index]
    // What the user has said is no doubt any more.
    if entry.tag != LanguageTag(entry.spelling).reconciled { return }
    let values = ["language": entry.spelling, "tag": entry.tag.description]
    switch LanguageTag(entry.spelling).spelling {
    case .usual: break
    case .other: list.add(.languageSpelling, TMXFinding(.languageSpelling, place, values))
    case .bareChinese: list.add(.bareChinese, TMXFinding(.bareChinese, place, values))
    case .illFormed: list.add(.languageIllFormed, TMXFinding(.languageIllFormed, place, values))
    }
    if index == LanguageCensus.most - 1 {
      list.add(
        .tooManyLanguages,
        TMXFinding(.tooManyLanguages, place, ["count": "\(LanguageCensus.most)"]))
    }
  }

  /// Compares the `tuid` that wait. To be called at the end, too.
  mutating func compareIdentifiers() {
    var start = 0
    for identifier in waiting {
      defer { start = identifier.end }
      guard let first = seen.insert(identifier.hash, line: identifier.line) else { continue }
      guard list.counts(.identifierTwice) else { continue }
      let text = String(decoding: waitingText.bytes[start..<identifier.end], as: UTF8.self)
      list.keep(
        TMXFinding(
          .identifierTwice, SourcePlace(document: document, line: identifier.line),
          ["first": "\(first)"], unitID: text, unitNumber: identifier.unit))
    }
    waiting.removeAll(keepingCapacity: true)
    waitingText.removeAll()
  }

  // MARK: Text

  private mutating func text(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary,
    around parent: TMXElement
  ) {
    let element = depth == 0 ? parent : current.element
    if element == .unknown { return }
    let text = tape.value(node)
    guard grammar.holdsText(element) else {
      if !text.isWhiteSpace {
        report(.strayText, tape.line(node), tape, vocabulary) {
          ["text": tape.string(node), "element": element.name]
        }
      }
      return
    }
    if TMXValue.hasDiscouraged(text) {
      report(.discouragedCharacter, tape.line(node), tape, vocabulary) {
        ["character": Self.firstDiscouraged(tape.string(node)), "element": element.name]
      }
    }
    guard element == .seg else { return }
    // A segment that a printer put on lines of its own begins with a line break and ends with one
    // and the indentation of its end tag.
    if text[0] == 0x0A { current.beginsWithLineBreak = true }
    var last = text.count - 1
    while last > 0, text[last] == 0x20 || text[last] == 0x09 { last -= 1 }
    current.endsWithLineBreak = text[last] == 0x0A && last > 0 && last < text.count - 1
  }

  private static func firstDiscouraged(_ text: String) -> String {
    let found = text.unicodeScalars.first {
      $0.value == 0x7F || (0x80...0x9F).contains($0.value) && $0.value != 0x85
    }
    let digits = String(found?.value ?? 0, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  // MARK: Reporting

  private mutating func reportValue(
    _ code: TMXFinding.Code, _ node: XMLNode, _ tape: borrowing XMLTape,
    _ vocabulary: TMXVocabulary
  ) {
    report(code, tape.line(node), tape, vocabulary) {
      ["attribute": vocabulary.names.qualified(tape.name(node)), "value": tape.string(node)]
    }
  }

  mutating func report(
    _ code: TMXFinding.Code, _ line: Int, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary,
    values: () -> [String: String] = { [:] }
  ) {
    guard list.counts(code) else { return }
    let id = unitNumber == nil ? nil : tape.first.flatMap { tape.text(of: .tuid, $0, vocabulary) }
    list.keep(
      TMXFinding(
        code, SourcePlace(document: document, line: line), values(), unitID: id,
        unitNumber: unitNumber))
  }
}
