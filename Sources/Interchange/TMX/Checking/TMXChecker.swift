public import TermModel
public import XMLStream

/// Finds what is wrong in a TMX file, or likely to be.
///
///     let checker = TMXChecker(document: "a.tmx")
///     let reader = TMXReader(document: "a.tmx", consumer: checker)
///     try reader.read(XMLByteSource(path: "a.tmx"))
///     checker.findings.warningCount
///
/// Memory: at most 20 MB beside the reader's, whatever the file: of each kind of finding the first
/// few are kept, of the `tuid`
/// fingerprints (``SeenIdentifiers``), of the languages the spellings.
public final class TMXChecker: TMXConsumer {
  private let document: String
  private let fallback: String?
  @exclusivity(unchecked) private var scan: TMXScan
  @exclusivity(unchecked) private var path: [TMXElement] = []
  @exclusivity(unchecked) private var source: Int?
  private var hasHeader = false
  private var hasBody = false
  private var isLate = false
  @exclusivity(unchecked) public private(set) var unitCount = 0

  /// - Parameters:
  ///   - source: the language of source where neither header nor unit says.
  ///   - map: what the user says that language tags mean.
  ///   - limit: how many findings of one kind are kept; all are counted.
  public init(
    document: String, source: String? = nil, map: LanguageMap = LanguageMap(),
    limit: Int = TMXFindingList.usualLimit
  ) {
    self.document = document
    fallback = source
    scan = TMXScan(document: document, limit: limit, map: map)
  }

  /// What was found so far, by line.
  public var findings: TMXFindingList {
    scan.compareIdentifiers()
    return scan.list.sorted()
  }

  /// Whether there were more `tuid` than are kept: then repeats of the later ones are not all found.
  public var hasUncomparedIdentifiers: Bool { scan.seen.isFull }

  /// Puts why the file is rejected behind the findings.
  public func reject(_ error: any ReportableError) {
    scan.compareIdentifiers()
    scan.list.add(rejection: error)
  }

  public func begin(_ declaration: XMLDeclaration) throws {
    if declaration.version != "1.0" {
      report(
        .xmlVersion, SourcePlace(document: document, line: 1), ["version": declaration.version])
    }
  }

  public func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    switch element {
    case .tmx: checkRoot(tag)
    case .header: checkHeader(tag)
    case .body:
      if hasBody { report(.secondBody, tag.place) }
      hasBody = true
      if !hasHeader { noteMissingHeader(tag.place) }
    default:
      // There may be millions of them, of which a few are told.
      if scan.list.counts(.unknownElement) {
        let name = tag.withTape { tape in
          tape.first.map { tag.vocabulary.names.qualified(tape.name($0)) } ?? ""
        }
        let values = ["element": name, "parent": tag.parent?.name ?? ""]
        scan.list.keep(TMXFinding(.unknownElement, tag.place, values))
      }
    }
    path.append(element)
  }

  public func close(_ element: TMXElement, line: Int) throws {
    path.removeLast()
    guard element == .tmx else { return }
    let place = SourcePlace(document: document, line: line)
    if !hasBody { report(.noBody, place) }
    if !hasHeader {
      report(.noHeader, place)
    }
  }

  private func noteMissingHeader(_ place: SourcePlace) {
    isLate = true
    source = fallback.map { scan.census.intern(Array($0.utf8).span).index }
  }

  public func piece(_ piece: TMXPiece) throws {
    // White space between units is most of what comes here.
    if piece.isWhiteSpace { return }
    scan.unitNumber = nil
    piece.withTape { tape in
      scan.scan(tape, piece.vocabulary, parent: path.last ?? .unknown, source: nil)
    }
  }

  public func unit(_ unit: TMXUnit) throws {
    unitCount += 1
    scan.unitNumber = unitCount
    let isOutside = !path.contains(.body)
    unit.piece.withTape { tape in
      if isOutside {
        let line = tape.first.map { tape.line($0) } ?? 1
        report(.unitOutsideBody, SourcePlace(document: document, line: line))
      }
      scan.scan(tape, unit.vocabulary, parent: .body, source: source)
    }
  }

  // MARK: The file

  private func checkRoot(_ tag: TMXPiece) {
    let root = tag.tag
    let version = root["version"]
    if let version {
      if !Self.isKnown(version) { report(.version, tag.place, ["version": version]) }
      let beforeXMLLang = ["1.0", "1.1", "1.2"].contains(version)
      scan.usesXMLLang = beforeXMLLang ? false : true
    } else {
      report(.noVersion, tag.place)
    }
    if !root.prefix.isEmpty { report(.prefix, tag.place, ["prefix": root.prefix]) }
    for attribute in root.attributes
    where attribute.name != MarkupName("version") && attribute.name.prefix != "xsi" {
      report(
        .unknownAttribute, tag.place,
        ["attribute": attribute.name.description, "element": "tmx"])
    }
  }

  /// TMX 1.1 to 1.4b, and spellings of them.
  private static func isKnown(_ version: String) -> Bool {
    ["1.0", "1.1", "1.2", "1.3", "1.4", "1.4a", "1.4b"].contains(version)
  }

  private func checkHeader(_ tag: TMXPiece) {
    if hasHeader { report(.secondHeader, tag.place) }
    if isLate { report(.lateHeader, tag.place) }
    let header = tag.tag
    let missing = TMXGrammar.requiredOfHeader.map(\.spelling)
      .filter { $0 != "srclang" && header[$0] == nil }
    if !missing.isEmpty {
      report(.headerAttributes, tag.place, ["attributes": missing.joined(separator: ", ")])
    }
    if !hasHeader {
      let language = header["srclang"] ?? ""
      if language.isEmpty { report(.noSourceLanguage, tag.place) }
      let spoken = language.isEmpty ? fallback ?? "" : language
      if !spoken.isEmpty, !TMXLanguage.isAny(spoken) {
        let (index, isNew) = scan.census.intern(Array(spoken.utf8).span)
        if isNew { scan.checkLanguage(index, tag.place) }
        source = index
      }
    }
    hasHeader = true
    // The values and unknown attributes; the element itself is where it belongs.
    scan.unitNumber = nil
    tag.withTape { scan.scan($0, tag.vocabulary, parent: .tmx, source: nil) }
  }

  private func report(
    _ code: TMXFinding.Code, _ place: SourcePlace, _ values: [String: String] = [:]
  ) {
    scan.list.add(code, TMXFinding(code, place, values))
  }
}
