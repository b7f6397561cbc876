extension SourceText {
  /// Bytes of the original between two checkpoints.
  private static let stride = 4_096

  static func decode(
    _ bytes: [UInt8], from start: Int, encoding: SourceEncoding, document: String
  ) throws -> (utf8: [UInt8], checkpoints: [Checkpoint]) {
    guard let converter = CharacterConverter(from: encoding.converterName, to: "UTF-8") else {
      throw AnnotationError(.unavailableEncoding, in: document, ["encoding": encoding.rawValue])
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity((bytes.count - start) * 3 / 2 + 16)
    var checkpoints: [Checkpoint] = []
    // Two bytes of the original make at most five of UTF-8, one makes one.
    var room = [UInt8](repeating: 0, count: stride * 4)
    var place = start
    while place < bytes.count {
      checkpoints.append(Checkpoint(utf8: utf8.count, original: place))
      let end = min(place + stride, bytes.count)
      let progress = converter.convert(bytes, place..<end, into: &room, limit: room.count)
      utf8.append(contentsOf: room[..<progress.written])
      place += progress.read
      let isStuck = progress.read == 0 || end == bytes.count
      if progress.end == .wrong || (progress.end == .cut && isStuck) {
        throw wrongByte(bytes[place], at: place, after: utf8[...], encoding, document)
      }
    }
    return (utf8, checkpoints)
  }

  /// Walks forward through the original bytes.
  struct OriginalOffsets: ~Copyable {
    private let converter: CharacterConverter?
    private var reached: Checkpoint
    private var nextCheckpoint = 0
    private var room = [UInt8](repeating: 0, count: 4 * SourceText.stride)

    init(of text: SourceText) {
      converter =
        text.encoding == .utf8
        ? nil : CharacterConverter(from: text.encoding.converterName, to: "UTF-8")
      reached = Checkpoint(utf8: 0, original: text.mark.count)
    }

    /// The offset in the original of an offset in UTF-8, which is not before the last one asked.
    ///
    /// - Complexity: O(*n*) for *n* bytes since the last one, at most 4 KiB of which are decoded.
    mutating func original(of offset: Int, in text: SourceText) -> Int {
      while nextCheckpoint < text.checkpoints.count,
        text.checkpoints[nextCheckpoint].utf8 <= offset
      {
        if text.checkpoints[nextCheckpoint].utf8 >= reached.utf8 {
          reached = text.checkpoints[nextCheckpoint]
        }
        nextCheckpoint += 1
      }
      guard offset > reached.utf8 else { return reached.original }
      let needed = offset - reached.utf8
      // No encoding here has more than two bytes for one of UTF-8, and iconv converts ahead of what
      // it has room for.
      let end = min(text.original.count, reached.original + 2 * needed)
      let progress = converter?.convert(
        text.original, reached.original..<end, into: &room, limit: needed)
      guard let progress else { return offset }
      reached.utf8 += progress.written
      reached.original += progress.read
      return reached.original
    }
  }
}
