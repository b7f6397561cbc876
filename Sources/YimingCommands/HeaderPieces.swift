import Interchange
import TermModel

/// Reads a stored header back: its tag, and the pieces that stand in it.
final class HeaderPieces: TMXConsumer {
  private(set) var tag: MarkupTag?
  private let take: (TMXPiece) throws -> Void

  private init(_ take: @escaping (TMXPiece) throws -> Void) { self.take = take }

  /// - Parameters:
  ///   - root: the start tag of the root, or nothing.
  ///   - header: the whole element, or nothing.
  /// - Returns: the header's tag.
  @discardableResult static func read(
    root: [UInt8], header: [UInt8], _ take: @escaping (TMXPiece) throws -> Void = { _ in }
  ) throws -> MarkupTag? {
    guard !header.isEmpty else { return nil }
    let consumer = HeaderPieces(take)
    var bytes: [UInt8] = []
    var document = MemoryDocument { part in
      part.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }
    try document.start(root: root, header: header)
    try document.end(trailing: [])
    try TMXReader(document: "header", consumer: consumer).read(bytes)
    return consumer.tag
  }

  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    if element == .header { self.tag = tag.tag }
  }

  func piece(_ piece: TMXPiece) throws { if piece.parent == .header { try take(piece) } }

  func unit(_ unit: TMXUnit) throws {}
}

/// What a header says for all units that do not say it themselves. TMX 1.4b, "tu".
enum HeaderFallbacks {
  private static let names = ["srclang", "segtype", "datatype", "o-tmf", "o-encoding"]

  static func read(root: [UInt8], header: [UInt8]) -> [String?] {
    // A stored header was read once; one that cannot be read says nothing.
    let tag = try? HeaderPieces.read(root: root, header: header)
    return names.map { tag?[$0] }
  }
}
