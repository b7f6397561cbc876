/// Writes a document on, byte for byte, with what is inserted in its places.
final class SourceWeaver {
  private let source: SourceText
  private let output: any ByteOutput
  /// Whether the text is written as UTF-8 whatever the document's encoding.
  private let writesUTF8: Bool
  private var encoder: InsertionEncoder
  private var offsets: SourceText.OriginalOffsets
  private var position = 0
  /// Told of each insertion as it is written.
  var observer: ((Insertion, [UInt8]) -> Void)?

  init(
    _ source: SourceText, into output: any ByteOutput, document: String, usesReferences: Bool,
    writesUTF8: Bool
  ) throws {
    self.source = source
    self.output = output
    self.writesUTF8 = writesUTF8
    encoder = try InsertionEncoder(
      writesUTF8 ? .utf8 : source.encoding, usesReferences: usesReferences, document: document)
    offsets = SourceText.OriginalOffsets(of: source)
    if !writesUTF8 { try output.write(source.mark[...]) }
  }

  /// - Parameter insertions: none before the last one written; at one place in this order.
  /// - Throws: what the output throws; ``AnnotationError`` with `unwritableCharacter`.
  func insert(_ insertions: [Insertion]) throws {
    // All of a section is encoded before any of it is written.
    let encoded = try insertions.map { try encoder.encode($0.text) }
    let order = insertions.indices.sorted {
      (insertions[$0].offset, $0) < (insertions[$1].offset, $1)
    }
    for index in order {
      try copy(upTo: insertions[index].offset)
      try output.write(encoded[index][...])
      observer?(insertions[index], encoded[index])
    }
  }

  func finish() throws { try copy(upTo: source.utf8.count) }

  private func copy(upTo end: Int) throws {
    guard end > position else { return }
    if writesUTF8 || source.encoding == .utf8 {
      try output.write(source.utf8[position..<end])
    } else {
      let start = offsets.original(of: position, in: source)
      let stop =
        end == source.utf8.count
        ? source.original.count : offsets.original(of: end, in: source)
      try output.write(source.original[start..<stop])
    }
    position = end
  }
}
