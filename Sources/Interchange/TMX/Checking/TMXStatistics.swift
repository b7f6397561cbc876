import TermModel
public import XMLStream

/// Counts what a TMX file holds.
///
///     let statistics = TMXStatistics()
///     let reader = TMXReader(document: "a.tmx", consumer: statistics)
///     try reader.read(XMLByteSource(path: "a.tmx"))
///     statistics.counts.languages.first?.characters
///
/// Memory: that of the reader and of the language tags' spellings.
public final class TMXStatistics: TMXConsumer {
  public private(set) var counts = TMXCounts()
  @exclusivity(unchecked) private var tally: TMXTally

  private let fallback: String?

  /// - Parameters:
  ///   - source: the language of source where the header does not say.
  ///   - map: what the user says that language tags mean.
  public init(source: String? = nil, map: LanguageMap = LanguageMap()) {
    fallback = source
    tally = TMXTally(map: map)
  }

  public func begin(_ declaration: XMLDeclaration) throws {
    counts.encoding = declaration.encoding
  }

  public func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    switch element {
    case .tmx: counts.version = tag.tag["version"]
    case .header:
      if counts.hasHeader { return }
      counts.hasHeader = true
      let header = MemoryHeader(tag: tag.tag)
      counts.sourceLanguage = header.sourceLanguage
      counts.tool = header.tool
      counts.toolVersion = header.toolVersion
      counts.dataType = header.dataType
      counts.segmentation = header.segmentation
    default: break
    }
  }

  public func piece(_ piece: TMXPiece) throws {
    guard piece.parent == .header else { return }
    switch piece.element {
    case .note?: counts.headerNotes += 1
    case .prop?: counts.headerProperties += 1
    case .ude?: counts.userDefinedEncodings += 1
    default: break
    }
  }

  public func unit(_ unit: TMXUnit) throws {
    unit.piece.withTape { tape in tally.count(tape, unit.vocabulary) }
  }

  /// To be called at the end: sums up.
  public func close(_ element: TMXElement, line: Int) throws {
    if element == .tmx { finish() }
  }

  /// Sums up what was counted, after an error too.
  public func finish() {
    tally.write(to: &counts)
    if counts.sourceLanguage?.isEmpty != false { counts.sourceLanguage = fallback }
  }
}
