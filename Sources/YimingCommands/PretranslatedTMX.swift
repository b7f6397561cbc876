import Interchange
import TermModel
import TranslationMemory
import Workspace
import XMLStream

/// Writes a TMX file as it is read, but for units without the target language: those get it.
final class PretranslatedTMX: TMXConsumer {
  private let languages: MemoryLanguagePair
  private let job: Pretranslation
  private let output: StreamedOutput
  private let document: String
  private var names: [[UInt8]] = []
  /// What was read and is not written yet.
  private var waiting: [Part] = []
  private var items: [Pretranslation.Item] = []
  private var vocabulary: TMXVocabulary?

  private enum Part {
    case markup([UInt8])
    /// A unit, and the places of its namespaces and its query.
    case unit(TranslationUnit, XMLNamespaceScope, item: Int)
  }

  init(
    document: String, languages: MemoryLanguagePair, job: Pretranslation, output: StreamedOutput
  ) {
    self.document = document
    self.languages = languages
    self.job = job
    self.output = output
  }

  func begin(_ declaration: XMLDeclaration) throws {
    put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    vocabulary = tag.vocabulary
    tag.withTape { tape in
      guard let first = tape.first else { return }
      let name = tag.vocabulary.names.qualifiedBytes(tape.name(first))
      var bytes: [UInt8] = []
      tape.appendCanonical(to: &bytes, context: .inside(tag.scope))
      // An empty element in canonical form ends with `</name>`.
      waiting.append(.markup(Array(bytes.dropLast(name.count + 3))))
      names.append(name)
    }
  }

  func close(_ element: TMXElement, line: Int) throws {
    waiting.append(.markup(Array("</".utf8) + (names.popLast() ?? []) + [UInt8(ascii: ">")]))
  }

  func piece(_ piece: TMXPiece) throws {
    waiting.append(.markup(piece.canonical))
    // Between what stands round the root there are no characters.
    if piece.parent == nil { put("\n") }
  }

  private func put(_ text: String) { waiting.append(.markup(Array(text.utf8))) }

  func unit(_ unit: TMXUnit) throws {
    vocabulary = unit.vocabulary
    if let item = item(unit) {
      if let last = items.indices.last {
        items[last].context.after = item.segment
      }
      items.append(item)
      waiting.append(.unit(unit.translationUnit, unit.piece.scope, item: items.count - 1))
      // The last one's neighbour is not known yet.
      if items.count > Pretranslation.group { try flush(keepsLast: true) }
    } else {
      waiting.append(.markup(unit.piece.canonical))
      if waiting.count > 4_096 { try flush(keepsLast: false) }
    }
  }

  /// What is to be looked up; `nil` where nothing is missing or nothing is there.
  private func item(_ unit: TMXUnit) -> Pretranslation.Item? {
    let variants = unit.variants
    var index = unit.sourceIndex(among: variants)
    if let from = languages.from {
      index = variants.firstIndex { variant in
        variant.tag.map { LanguageChoice.means(from, $0) } ?? false
      }
    }
    guard let index, let segment = variants[index].segment, let tag = variants[index].tag else {
      return nil
    }
    let flat = unit.flatSegment(segment)
    if flat.utf8.isEmpty { return nil }
    let from = languages.from ?? tag
    let to = languages.to ?? (from.isChinese ? .english : .taiwan)
    let isThere = variants.contains { variant in
      guard let tag = variant.tag, let segment = variant.segment else { return false }
      return LanguageChoice.means(to, tag) && !unit.flatSegment(segment).utf8.isEmpty
    }
    if isThere {
      job.noteTranslated()
      lastSegment = flat
      return nil
    }
    var context = SegmentContext(before: lastSegment)
    context.id = unit.id
    lastSegment = flat
    return Pretranslation.Item(segment: flat, context: context, from: from, to: to)
  }

  private var lastSegment: FlatSegment?

  // MARK: Writing

  private func flush(keepsLast: Bool) throws {
    let count = keepsLast ? items.count - 1 : items.count
    let matches = try job.matches(for: Array(items.prefix(count)))
    var rest: [Part] = []
    for part in waiting {
      switch part {
      case .markup(let bytes) where rest.isEmpty: try output.write(bytes)
      case .unit(var unit, let scope, let item) where item < count:
        if let match = matches[item] { fill(&unit, match, items[item].to) }
        try write(unit, scope)
      case .unit(let unit, let scope, let item): rest.append(.unit(unit, scope, item: item - count))
      case .markup: rest.append(part)
      }
    }
    waiting = rest
    items.removeFirst(count)
  }

  func finish() throws {
    try flush(keepsLast: false)
    try output.write("\n")
  }

  private func write(_ unit: TranslationUnit, _ scope: XMLNamespaceScope) throws {
    guard let vocabulary else { return }
    var tape = XMLTape(names: vocabulary.names)
    try TMXEncoder(vocabulary).append(unit, to: &tape)
    var bytes: [UInt8] = []
    tape.appendCanonical(to: &bytes, context: .inside(scope))
    try output.write(bytes)
  }

  /// In place of an empty variant of the language, or behind the last variant, parted as that one is.
  private func fill(_ unit: inout TranslationUnit, _ match: MemoryMatch, _ to: LanguageTag) {
    let variant = TranslationUnitVariant(match, language: to, like: unit.tag)
    var last: Int?
    for (index, part) in unit.content.enumerated() {
      guard case .variant(let other) = part else { continue }
      last = index
      if let tag = other.language, LanguageChoice.means(to, LanguageTag(tag).reconciled) {
        var filled = variant
        filled.tag = other.tag
        unit.content[index] = .variant(filled)
        return
      }
    }
    let place = (last ?? unit.content.count - 1) + 1
    unit.content.insert(.variant(variant), at: place)
    if let last, last > 0, case .other(.text(let space)) = unit.content[last - 1] {
      unit.content.insert(.other(.text(space)), at: place)
    }
  }
}
