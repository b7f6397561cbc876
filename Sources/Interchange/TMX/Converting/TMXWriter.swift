public import TermModel
public import XMLStream

/// Writes a TMX 1.4 file unit by unit, in memory that does not grow with it.
///
///     let writer = TMXWriter(to: sink, document: "out.tmx")
///     try writer.begin(header)
///     try writer.write(unit)
///     try writer.finish()
public final class TMXWriter {
  private let writer: XMLWriter
  private let vocabulary = TMXVocabulary()
  private let scratch: TMXScratch

  /// - Parameter document: the output's name for messages.
  public init(to sink: any XMLSink, document: String) {
    writer = XMLWriter(to: sink, document: document)
    scratch = TMXScratch(vocabulary)
  }

  public var bytesWritten: Int { writer.bytesWritten }

  /// Writes all that comes before the first unit.
  ///
  /// - Parameters:
  ///   - header: as it is; TMX asks for seven attributes (``MemoryHeader/init(tool:toolVersion:sourceLanguage:)``).
  ///   - root: the root element's tag; TMX 1.4 unless told otherwise.
  /// - Throws: ``TermModel/UnitFlaw`` for what XML cannot hold, or what the sink threw.
  public func begin(
    _ header: MemoryHeader,
    root: MarkupTag = MarkupTag(attributes: [MarkupAttribute("version", "1.4")])
  ) throws {
    try writer.declaration()
    let name = root.prefix.isEmpty ? "tmx" : "\(root.prefix):tmx"
    try writer.start(name)
    for declaration in root.declarations {
      let prefix = declaration.prefix
      try writer.attribute(prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)", declaration.namespace)
    }
    for attribute in root.attributes {
      try writer.attribute(attribute.name.description, attribute.value)
    }
    try writer.text("\n  ")
    scratch.tape.removeAll()
    try TMXEncoder(vocabulary).append(header, to: &scratch.tape)
    try writer.write(scratch.tape, context: .alone)
    try writer.text("\n  ")
    try writer.start("body")
  }

  /// - Throws: ``TermModel/UnitFlaw`` for what XML cannot hold; nothing of the unit is written then.
  public func write(_ unit: TranslationUnit) throws {
    scratch.tape.removeAll()
    try TMXEncoder(vocabulary).append(unit, to: &scratch.tape)
    try writer.text("\n    ")
    try writer.write(scratch.tape, context: .alone)
  }

  /// Writes markup between units as it is: what ``TMXPiece/canonical`` gave.
  public func write(markup: [UInt8]) throws { try writer.markup(markup) }

  /// Ends body and file, and sends the last bytes.
  public func finish() throws {
    try writer.text("\n  ")
    try writer.end()
    try writer.text("\n")
    try writer.end()
    try writer.text("\n")
    try writer.finish()
  }
}

extension MemoryHeader {
  /// A header with the seven attributes that TMX 1.4 asks for.
  public init(
    tool: String, toolVersion: String, sourceLanguage: String = "*all*",
    segmentation: String = "sentence", memoryFormat: String = "Yiming",
    dataType: String = "unknown"
  ) {
    self.init(
      tag: MarkupTag(attributes: [
        MarkupAttribute("creationtool", tool), MarkupAttribute("creationtoolversion", toolVersion),
        MarkupAttribute("segtype", segmentation), MarkupAttribute("o-tmf", memoryFormat),
        MarkupAttribute("adminlang", "en"), MarkupAttribute("srclang", sourceLanguage),
        MarkupAttribute("datatype", dataType),
      ]))
  }
}
