import TermModel
import XMLStream

/// The pieces of a document sorted into what TMX has: the state of a ``TMXReader``.
final class TMXReading: XMLPieceConsumer {
  private let document: String
  private let vocabulary: TMXVocabulary
  private let consumer: any TMXConsumer
  /// Made when the collector is known, before anything is read.
  @exclusivity(unchecked) private var piece: TMXPiece!
  @exclusivity(unchecked) private var unit: TMXUnit!
  /// The elements that are gone through, from the root.
  @exclusivity(unchecked) private var path: [TMXElement] = []
  @exclusivity(unchecked) private(set) var unitCount = 0
  @exclusivity(unchecked) private(set) var sourceLanguage: String?
  private var hasHeader = false

  init(document: String, vocabulary: TMXVocabulary, consumer: any TMXConsumer) {
    self.document = document
    self.vocabulary = vocabulary
    self.consumer = consumer
  }

  func attach(_ collector: XMLPieceCollector) {
    piece = TMXPiece(vocabulary: vocabulary, document: document, collector: collector)
    unit = TMXUnit(piece)
  }

  func begin(_ declaration: XMLDeclaration) throws { try consumer.begin(declaration) }

  /// Unknown elements are gone through too, so that a unit inside one is a unit, and an element round
  /// a million of them is not held; except in the header, whose children are pieces.
  func opens(_ name: XMLName, depth: Int, parent: XMLName?) -> Bool {
    if depth == 0 { return true }
    guard let around = path.last, around != .header else { return false }
    switch vocabulary.element(name) {
    case .header, .body: return around == .tmx
    case .unknown: return true
    default: return false
    }
  }

  func open(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) throws {
    guard let node = tape.first else { return }
    let name = tape.name(node)
    if depth == 0 { try checkRoot(name, line: tape.line(node)) }
    let element = depth == 0 ? .tmx : vocabulary.element(name)
    if element == .header, !hasHeader {
      hasHeader = true
      sourceLanguage = tape.text(of: .srclang, node, vocabulary)
      if sourceLanguage?.isEmpty == true { sourceLanguage = nil }
    }
    describe(scope, depth)
    path.append(element)
    try consumer.open(element, piece)
  }

  private func checkRoot(_ name: XMLName, line: Int) throws {
    let local = vocabulary.names.local(name)
    if local != "tmx" {
      let place = SourcePlace(document: document, line: line)
      let code: TMXError.Code = local.lowercased() == "tmx" ? .rootCase : .wrongRoot
      throw TMXError(code, place, ["root": vocabulary.names.qualified(name)])
    }
    vocabulary.setRoot(name)
  }

  func close(_ name: XMLName, depth: Int, line: Int) throws {
    let element = path.popLast() ?? .unknown
    try consumer.close(element, line: line)
  }

  func piece(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) throws {
    describe(scope, depth)
    if let node = tape.first, tape.kind(node) == .element,
      vocabulary.element(tape.name(node)) == .tu, path.last != .header
    {
      unit.number = unitCount + 1
      unit.headerSourceLanguage = sourceLanguage
      try consumer.unit(unit)
      unitCount += 1
    } else {
      try consumer.piece(piece)
    }
  }

  private func describe(_ scope: XMLNamespaceScope, _ depth: Int) {
    piece.parent = path.last
    piece.depth = depth
    // Nearly all documents have none, and then nothing is to be copied.
    if !scope.isEmpty || !piece.scope.isEmpty { piece.scope = scope }
  }
}
