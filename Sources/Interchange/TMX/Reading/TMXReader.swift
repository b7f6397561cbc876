import TermModel
public import XMLStream

/// Reads a TMX file of any size, unit by unit, in memory that does not grow with it.
///
///     let reader = TMXReader(document: "a.tmx", consumer: consumer)
///     try reader.read(XMLByteSource(path: "a.tmx"))
///     reader.unitCount
///
/// TMX 1.1 to 1.4b and what the wild makes of it: `lang` or `xml:lang`, no header or a late one,
/// namespaces with and without prefix, units outside of the body or inside unknown elements, any
/// version. What is not as TMX has it is the consumer's to judge; nothing is left out.
/// docs/tmx.md has the whole list.
///
/// - SeeAlso: ``TMXChecker``, ``TMXConverter`` and ``TMXStatistics``, which are consumers.
public final class TMXReader {
  private let reading: TMXReading
  private let reader: XMLPushReader
  public let vocabulary: TMXVocabulary

  /// - Parameters:
  ///   - document: the file's name for messages.
  ///   - consumer: is kept alive by the reader.
  public init(
    document: String, limits: XMLLimits = XMLLimits(), vocabulary: TMXVocabulary = TMXVocabulary(),
    consumer: any TMXConsumer
  ) {
    self.vocabulary = vocabulary
    reading = TMXReading(document: document, vocabulary: vocabulary, consumer: consumer)
    let collector = XMLPieceCollector(
      names: vocabulary.names, document: document, limits: limits, consumer: reading)
    reading.attach(collector)
    reader = XMLPushReader(
      document: document, names: vocabulary.names, limits: limits, consumer: collector)
  }

  /// Units that were whole so far: before the place of an error, those that can be used.
  public var unitCount: Int { reading.unitCount }
  /// The header's `srclang`; `nil` while no header was read or where it has none.
  public var sourceLanguage: String? { reading.sourceLanguage }

  /// - Throws: ``XMLStream/XMLProblem``, ``TMXError``, or what the consumer threw.
  public func read(
    _ source: XMLByteSource, progress: ((XMLByteSource) throws -> Void)? = nil
  ) throws {
    try reader.read(source, progress: progress)
  }

  public func read(_ bytes: [UInt8]) throws { try reader.read(bytes) }

  public func push(_ bytes: Span<UInt8>) throws { try reader.push(bytes) }
  public func finish() throws { try reader.finish() }
}
