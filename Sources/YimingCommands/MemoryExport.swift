import Interchange
import Store
import TermModel
import XMLStream

/// Writes a memory as one TMX document, as it is or as strict TMX.
///
/// A memory may hold units of several files, and a unit says by its file's header what it does not
/// say itself. The first file's header is written; strict units of others get the attributes that
/// differ.
final class MemoryExport {
  private let memory: Memory
  private let memories: any MemoryReading
  private let output: StreamedOutput
  private let progress: ProgressLine
  private let documents: [Int: Document]
  /// In the order of the imports.
  private let order: [Int]
  /// `nil` where units are written as they are.
  private let converter: TMXConverter?
  private let name: String
  private var reader: TMXReader?
  private var block: [UInt8] = []
  private var unitCount = 0
  private var bytesWritten = 0

  /// A file that was imported.
  private struct Document {
    var name: String
    var root: [UInt8]
    var header: [UInt8]
    var trailing: [UInt8]
    /// What its header says for units that do not.
    var fallbacks: [String?]
  }

  /// - Parameter name: of the output, for messages.
  init(
    of memory: Memory, in memories: any MemoryReading, isFaithful: Bool, source: String?,
    to output: StreamedOutput, named name: String
  ) throws {
    self.memory = memory
    self.memories = memories
    self.output = output
    self.name = name
    progress = ProgressLine(memory.name)
    let imports = try memories.imports(of: memory.id)
    order = imports.map(\.id)
    documents = Dictionary(
      uniqueKeysWithValues: imports.map { document in
        let fallbacks = HeaderFallbacks.read(root: document.root, header: document.header)
        return (
          document.id,
          Document(
            name: document.document, root: document.root, header: document.header,
            trailing: document.trailing, fallbacks: fallbacks)
        )
      })
    var options = TMXConversionOptions()
    options.isStrict = true
    options.sourceLanguage = source
    options.toolVersion = ProgramVersion.current
    options.changeLimit = 5
    converter = isFaithful ? nil : try TMXConverter(options, document: name) { _ in output }
  }

  /// - Returns: what was changed, where the output is strict.
  func run() throws -> TMXConversionReport? {
    defer { progress.clear() }
    return try converter == nil ? writeFaithful() : writeStrict()
  }

  private var first: Document? { order.first.flatMap { documents[$0] } }

  private func step() throws {
    unitCount += 1
    guard unitCount % 512 == 0 else { return }
    try Interruption.check("interrupted; nothing was written to \(Message.shown(name))")
    progress.update(bytes: bytesWritten, of: nil, units: unitCount)
  }

  // MARK: As it is

  private func writeFaithful() throws -> TMXConversionReport? {
    var document = MemoryDocument { [self] bytes in
      bytesWritten += bytes.count
      try output.write(bytes)
    }
    // Another root may declare other namespaces than a unit was read with; a plain one none.
    let roots = Set(documents.values.map(\.root))
    try document.start(root: roots.count == 1 ? first?.root ?? [] : [], header: first?.header ?? [])
    if Set(documents.values.map(\.header)).count > 1 {
      let values = ["name": memory.name, "document": first?.name ?? ""]
      Console.warn(CommandError(.severalHeaders, nil, values))
    }
    try memories.eachUnitInOrder(of: memory.id) { row in
      try row.withPreceding { preceding in
        try row.withXML { try document.unit(preceding: preceding, xml: $0) }
      }
      try step()
      return true
    }
    try document.end(trailing: order.flatMap { documents[$0]?.trailing ?? [] })
    return nil
  }

  // MARK: Strict

  private func writeStrict() throws -> TMXConversionReport? {
    guard let converter else { return nil }
    let kinds = Set(documents.values.map(\.fallbacks))
    converter.expectsMore = kinds.count > 1
    converter.readFurtherHeaders = { [self] take in
      for id in order.dropFirst() {
        guard let document = documents[id], document.header != first?.header else { continue }
        try HeaderPieces.read(root: document.root, header: document.header, take)
      }
    }
    var document = MemoryDocument { [self] in try feed($0) }
    try begin(first, &document)
    var fallbacks = first?.fallbacks
    try memories.eachUnitInOrder(of: memory.id) { row in
      if let id = row.importID, let other = documents[id], other.fallbacks != fallbacks {
        try document.end(trailing: [])
        try end()
        try begin(other, &document)
        fallbacks = other.fallbacks
      }
      try row.withPreceding { preceding in
        try row.withXML { try document.unit(preceding: preceding, xml: $0) }
      }
      try step()
      return true
    }
    try document.end(trailing: order.flatMap { documents[$0]?.trailing ?? [] })
    try end()
    return try converter.finish()
  }

  private func begin(_ document: Document?, _ frame: inout MemoryDocument) throws {
    guard let converter else { return }
    let name = document?.name ?? memory.name
    converter.beginDocument(name)
    reader = TMXReader(document: name, consumer: converter)
    frame = MemoryDocument { [self] in try feed($0) }
    try frame.start(root: document?.root ?? [], header: document?.header ?? [])
  }

  /// What is written goes through a reader to the converter, in blocks.
  private func feed(_ bytes: Span<UInt8>) throws {
    bytesWritten += bytes.count
    bytes.withUnsafeBufferPointer { block.append(contentsOf: $0) }
    if block.count >= 1 << 17 { try flush() }
  }

  private func flush() throws {
    guard let reader else { return }
    try block.withUnsafeBufferPointer { try reader.push($0.span) }
    block.removeAll(keepingCapacity: true)
  }

  private func end() throws {
    try flush()
    try reader?.finish()
    reader = nil
  }
}
