import TermModel
import XMLStream

/// Counts units, node by node: the quick part of ``TMXStatistics``.
struct TMXTally {
  private struct PerLanguage {
    var variants = 0
    var emptySegments = 0
    var characters = 0
    var words = 0
  }

  private var census: LanguageCensus
  private var languages: [PerLanguage] = []
  private var units = 0
  private var variants = 0
  private var segments = 0
  private var unitsByVariants = [Int](repeating: 0, count: 10)
  private var unitsWithID = 0
  private var notes = 0
  private var properties = 0
  private var unknownElements = 0
  private var codes = [Int](repeating: 0, count: TMXElement.allCases.count)
  /// As numbers: 20241122203100.
  private var firstDate = Int.max
  private var lastDate = 0
  private var stack: [TMXElement] = []

  init(map: LanguageMap) { census = LanguageCensus(map: map) }

  mutating func count(_ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary) {
    stack.removeAll(keepingCapacity: true)
    var variantsHere = 0
    var language = -1
    // Depth of elements whose text is not translatable: codes and what stands in them.
    var code = 0
    var isInSegment = false
    var characters = 0
    var words = 0
    var isInWord = false
    for node in tape.nodes {
      switch tape.kind(node) {
      case .element:
        let element = vocabulary.element(tape.name(node))
        stack.append(element)
        if isInSegment {
          if element == .unknown {
            unknownElements += 1
          } else {
            codes[Int(element.rawValue)] += 1
          }
          if code > 0 || (element.isInline && element != .hi) { code += 1 }
          continue
        }
        switch element {
        case .tuv where stack.count == 2:
          variantsHere += 1
          language = -1
        case .seg where stack.count == 3:
          segments += 1
          isInSegment = true
          characters = 0
          words = 0
          isInWord = false
        case .note: notes += 1
        case .prop: properties += 1
        case .unknown: unknownElements += 1
        default: break
        }
      case .attribute:
        if stack.count > 2 { continue }
        switch vocabulary.attribute(tape.name(node)) {
        case .tuid where stack.count == 1: unitsWithID += 1
        case .xmlLanguage where stack.count == 2 && !tape.value(node).isEmpty:
          language = census.intern(tape.value(node)).index
        case .lang where stack.count == 2 && language < 0 && !tape.value(node).isEmpty:
          language = census.intern(tape.value(node)).index
        case .creationdate, .changedate: takeDate(tape.value(node))
        default: break
        }
      case .text:
        guard isInSegment, code == 0 else { continue }
        let text = tape.value(node)
        for index in text.indices {
          let byte = text[index]
          if byte & 0xC0 != 0x80 { characters += 1 }
          let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
          if !isSpace, !isInWord { words += 1 }
          isInWord = !isSpace
        }
      case .end:
        let element = stack.removeLast()
        if isInSegment {
          if code > 0 {
            code -= 1
          } else if element == .seg, stack.count == 2 {
            isInSegment = false
            add(language, characters: characters, words: words)
          }
        } else if element == .tuv, stack.count == 1, language >= 0 {
          extendLanguages(to: language)
          languages[language].variants += 1
        }
      case .namespace, .comment, .instruction: break
      }
    }
    units += 1
    variants += variantsHere
    unitsByVariants[min(variantsHere, 9)] += 1
  }

  private mutating func extendLanguages(to index: Int) {
    while languages.count <= index { languages.append(PerLanguage()) }
  }

  private mutating func add(_ language: Int, characters: Int, words: Int) {
    guard language >= 0 else { return }
    extendLanguages(to: language)
    languages[language].characters += characters
    languages[language].words += words
    if characters == 0 { languages[language].emptySegments += 1 }
  }

  private mutating func takeDate(_ bytes: Span<UInt8>) {
    guard TMXValue.isDate(bytes) else { return }
    var value = 0
    for index in 0..<15 where index != 8 { value = value * 10 + Int(bytes[index] - 48) }
    firstDate = min(firstDate, value)
    lastDate = max(lastDate, value)
  }

  func write(to counts: inout TMXCounts) {
    counts.units = units
    counts.variants = variants
    counts.segments = segments
    counts.unitsByVariants = unitsByVariants
    counts.unitsWithID = unitsWithID
    counts.notes = notes
    counts.properties = properties
    counts.unknownElements = unknownElements
    counts.codes = [:]
    for element in TMXElement.allCases where codes[Int(element.rawValue)] > 0 {
      counts.codes[element.name] = codes[Int(element.rawValue)]
    }
    counts.firstDate = firstDate == .max ? nil : Self.date(firstDate)
    counts.lastDate = lastDate == 0 ? nil : Self.date(lastDate)
    counts.hasMoreLanguages = census.isFull
    counts.languages = zip(census.entries, languages).map { entry, counted in
      TMXCounts.Language(
        spelling: entry.spelling, tag: entry.tag.description, variants: counted.variants,
        emptySegments: counted.emptySegments, characters: counted.characters,
        words: counted.words)
    }
  }

  private static func date(_ value: Int) -> String {
    let digits = String(value)
    let padded = String(repeating: "0", count: max(0, 14 - digits.count)) + digits
    return "\(padded.prefix(8))T\(padded.dropFirst(8))Z"
  }
}
