import Interchange
import Store
import TermModel
import Workspace
import XMLStream

/// Takes a TMX file as it is read into a memory, unit by unit.
///
/// A unit without a variant that has both a language and a segment is rejected: no search could
/// find it. All others go in as they are; what is doubtful in them is the checker's to tell.
final class TMXImporter: TMXConsumer {
  private let document: String
  private let source: String?
  private let map: LanguageMap
  /// Begins the import, with the root's start tag and the header; `nil` where there is no base to
  /// compare with.
  private let begin: ([UInt8], [UInt8]) throws -> (any MemoryImport)?
  /// Takes the rejected units.
  private let rejects: RejectedUnits
  private let checker: TMXChecker
  /// Takes the segments of what is added, for the indexes.
  var spool: SegmentSpool?

  private var session: (any MemoryImport)?
  private var hasBegun = false
  private var root: [UInt8] = []
  private var header: [UInt8] = []
  private var headerName: [UInt8] = []
  private var hasHeader = false
  /// What stands between the last unit and the next.
  private var between: [UInt8] = []
  private var unit = IncomingUnit(xml: [])
  private var scratch: Scratch?
  private(set) var counts = ImportCounts()

  /// A tape to write a changed unit on.
  private final class Scratch {
    let vocabulary: TMXVocabulary
    var tape: XMLTape

    init(_ vocabulary: TMXVocabulary) {
      self.vocabulary = vocabulary
      tape = XMLTape(names: vocabulary.names)
    }
  }

  init(
    document: String, reading: TMXReadingOptions, rejects: RejectedUnits,
    begin: @escaping ([UInt8], [UInt8]) throws -> (any MemoryImport)?
  ) {
    self.document = document
    source = reading.source
    map = reading.map
    self.rejects = rejects
    self.begin = begin
    checker = TMXChecker(document: document, source: reading.source, map: reading.map)
  }

  /// What is doubtful in the file, as far as it was read.
  var findings: TMXFindingList { checker.findings }

  // MARK: Units

  func unit(_ unit: TMXUnit) throws {
    try checker.unit(unit)
    try start(vocabulary: unit.vocabulary)
    let variants = unit.variants
    guard variants.contains(where: { $0.language != nil && $0.segment != nil }) else {
      counts.rejected += 1
      try rejects.add(unit, root: root, header: header)
      return
    }
    self.unit.xml = map.isEmpty ? unit.canonical : try mapped(unit)
    swap(&self.unit.preceding, &between)
    between.removeAll(keepingCapacity: true)
    self.unit.tuid = unit.id
    self.unit.changed = unit.changeDate.flatMap(UnitDate.seconds)
    self.unit.line = unit.line
    self.unit.source.removeAll(keepingCapacity: true)
    if let key = unit.sourceKey(fallback: source) {
      for word in [key.high, key.low] {
        withUnsafeBytes(of: word.littleEndian) { self.unit.source.append(contentsOf: $0) }
      }
    }
    if let session {
      take(unit, try session.add(self.unit))
    } else {
      counts.added += 1
    }
  }

  /// Keeps what the indexes are made from.
  private func take(_ unit: TMXUnit, _ outcome: AddOutcome) {
    guard let spool else { return }
    switch outcome {
    case .added where map.isEmpty: spool.add(unit)
    case .added, .open: spool.giveUp()
    case .unchanged: break
    }
  }

  private func start(vocabulary: TMXVocabulary) throws {
    if hasBegun { return }
    hasBegun = true
    if !hasHeader, let source {
      header = try element(MemoryHeader(tag: Self.tag(source: source)), vocabulary)
    }
    session = try begin(root, header)
  }

  private static func tag(source: String) -> MarkupTag {
    var tag = MarkupTag()
    tag["srclang"] = source
    return tag
  }

  /// The unit with the languages that it is read as.
  private func mapped(_ unit: TMXUnit) throws -> [UInt8] {
    var model = unit.translationUnit
    func map(_ language: String?) -> String? {
      language.flatMap { self.map.replacement(for: $0) } ?? language
    }
    model.sourceLanguage = map(model.sourceLanguage)
    for index in model.content.indices {
      guard case .variant(var variant) = model.content[index] else { continue }
      variant.tag.language = map(variant.tag.language)
      model.content[index] = .variant(variant)
    }
    let scratch = scratch(unit.vocabulary)
    scratch.tape.removeAll()
    try TMXEncoder(unit.vocabulary).append(model, to: &scratch.tape)
    var bytes: [UInt8] = []
    scratch.tape.appendCanonical(to: &bytes, context: .part(of: unit.piece.scope))
    return bytes
  }

  private func scratch(_ vocabulary: TMXVocabulary) -> Scratch {
    if let scratch { return scratch }
    let made = Scratch(vocabulary)
    scratch = made
    return made
  }

  // MARK: What stands round them

  func begin(_ declaration: XMLDeclaration) throws { try checker.begin(declaration) }

  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    try checker.open(element, tag)
    switch element {
    case .tmx: root = Self.startTag(tag).bytes
    case .header where !hasHeader:
      hasHeader = true
      let (bytes, name) = Self.startTag(tag)
      header = try changedStart(tag) ?? bytes
      headerName = name
    default: break
    }
  }

  /// The header's start tag, where what the user says of languages changes it.
  private func changedStart(_ piece: TMXPiece) throws -> [UInt8]? {
    var tag = piece.tag
    let language = tag["srclang"] ?? ""
    if language.isEmpty, let source {
      tag["srclang"] = source
    } else if let other = map.replacement(for: language) {
      tag["srclang"] = other
    } else {
      return nil
    }
    let bytes = try element(MemoryHeader(tag: tag), piece.vocabulary)
    return Array(bytes.dropLast(Self.endTagLength(bytes)))
  }

  private func element(_ header: MemoryHeader, _ vocabulary: TMXVocabulary) throws -> [UInt8] {
    let scratch = scratch(vocabulary)
    scratch.tape.removeAll()
    try TMXEncoder(vocabulary).append(header, to: &scratch.tape)
    var bytes: [UInt8] = []
    scratch.tape.appendCanonical(to: &bytes)
    return bytes
  }

  /// Of an empty element in canonical form: `</name>`.
  private static func endTagLength(_ bytes: [UInt8]) -> Int {
    bytes.count - (bytes.lastIndex(of: UInt8(ascii: "<")) ?? bytes.count)
  }

  private static func startTag(_ piece: TMXPiece) -> (bytes: [UInt8], name: [UInt8]) {
    piece.withTape { tape in
      guard let first = tape.first else { return ([], []) }
      var bytes: [UInt8] = []
      tape.appendCanonical(to: &bytes, context: .inside(piece.scope))
      let name = piece.vocabulary.names.qualifiedBytes(tape.name(first))
      return (Array(bytes.dropLast(name.count + 3)), name)
    }
  }

  func close(_ element: TMXElement, line: Int) throws {
    try checker.close(element, line: line)
    if element == .header, !headerName.isEmpty {
      header += Array("</".utf8) + headerName + [UInt8(ascii: ">")]
      headerName = []
    }
  }

  func piece(_ piece: TMXPiece) throws {
    try checker.piece(piece)
    let isInHeader = piece.parent == .header && !headerName.isEmpty
    if piece.isWhiteSpace, !isInHeader { return }
    piece.withTape { tape in
      if isInHeader {
        tape.appendCanonical(to: &header, context: .inside(piece.scope))
      } else {
        tape.appendCanonical(to: &between, context: .part(of: piece.scope))
      }
    }
  }

  // MARK: The end

  /// Ends the import: decides what an update had left open.
  func finish(
    vocabulary: TMXVocabulary, isComplete: Bool, skipped: (SkippedUnit) throws -> Void
  ) throws {
    try start(vocabulary: vocabulary)
    guard let session else {
      counts.read = counts.added + counts.rejected
      return
    }
    // A header that broke off, or came behind units.
    if !headerName.isEmpty { header += Array("</".utf8) + headerName + [UInt8(ascii: ">")] }
    let end = ImportEnd(
      trailing: between, header: header.isEmpty ? nil : header, rejected: counts.rejected,
      isComplete: isComplete)
    let result = try session.finish(end, skipped: skipped)
    counts = result.counts
  }
}
