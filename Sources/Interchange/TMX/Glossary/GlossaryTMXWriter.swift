public import TermModel
public import XMLStream

/// Writes concepts as TMX: a unit for each, its terms in all regions and languages as variants.
///
/// What TMX has no place for (kind, status, cues…) is in properties (``GlossaryTMXReader`` reads
/// them), so that writing and reading give the same concepts.
public struct GlossaryTMXWriter {
  /// - Parameters:
  ///   - toolVersion: the program's, for the header.
  ///   - document: the output's name for messages.
  /// - Throws: ``TermModel/UnitFlaw`` for what XML cannot hold, or what the sink threw.
  public static func write(
    _ concepts: some Sequence<Concept>, to sink: any XMLSink, document: String,
    toolVersion: String
  ) throws {
    let writer = TMXWriter(to: sink, document: document)
    try writer.begin(
      MemoryHeader(
        tool: "Yiming", toolVersion: toolVersion, sourceLanguage: "zh-TW",
        segmentation: "phrase", memoryFormat: ConceptProperty.memoryFormat,
        dataType: "plaintext"))
    for concept in concepts { try writer.write(TranslationUnit(concept)) }
    try writer.finish()
  }
}
