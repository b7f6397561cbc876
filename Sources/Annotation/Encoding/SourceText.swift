import HanText

/// A document as text, with the way back to its own bytes.
///
///     let text = try SourceText(bytes, document: "a.txt")
///     text.encoding   // .big5
///     text.utf8       // without a byte order mark
///
/// The bytes themselves are kept where they are not UTF-8, so that what is not touched is written
/// back as it was and never encoded again. Memory: a UTF-8 document once, others once in their own
/// encoding and once in UTF-8, and 16 bytes for every 4 KiB.
public struct SourceText: Sendable {
  public let encoding: SourceEncoding
  /// The text in UTF-8, without a byte order mark. Offsets into a document are offsets into this.
  public let utf8: [UInt8]
  /// The byte order mark as it stood in the file; mostly empty.
  let mark: [UInt8]
  /// The whole file where it is not UTF-8, else empty.
  let original: [UInt8]
  /// Places in `original` and in `utf8` that belong together, 4 KiB apart.
  let checkpoints: [Checkpoint]

  struct Checkpoint {
    var utf8: Int
    var original: Int
  }

  /// - Parameters:
  ///   - document: the name under which errors speak of it.
  ///   - encoding: what the caller says; otherwise a byte order mark, then the bytes themselves
  ///     decide, and `<meta charset>` in a page.
  /// - Throws: ``AnnotationError`` with `wrongByte` and its place, `binary`,
  ///   `unknownEncoding` for a page that names one that is not known, or
  ///   `unavailableEncoding`.
  /// - Complexity: O(*n*).
  public init(
    _ bytes: consuming [UInt8], document: String, encoding asked: SourceEncoding? = nil
  ) throws {
    let marked = EncodingGuess.byMark(bytes)
    var encoding: SourceEncoding
    var isValid = false
    if let asked {
      // Who says UTF-16 seldom knows the byte order; a mark does.
      let isUTF16 = asked == .utf16LittleEndian || asked == .utf16BigEndian
      encoding = isUTF16 && marked == .utf16BigEndian ? .utf16BigEndian : asked
      if isUTF16, marked == .utf16LittleEndian { encoding = .utf16LittleEndian }
    } else if let marked {
      encoding = marked
    } else {
      (encoding, isValid) = try Self.guess(bytes, document: document)
    }
    let mark = encoding.byteOrderMark
    self.mark = bytes.starts(with: mark) ? mark : []
    if encoding == .utf8 {
      self.encoding = encoding
      bytes.removeFirst(self.mark.count)
      if !isValid, let wrong = UTF8Check.firstWrongByte(bytes) {
        throw Self.wrongByte(
          bytes[wrong], at: wrong + self.mark.count, after: bytes[..<wrong], encoding, document)
      }
      utf8 = bytes
      original = []
      checkpoints = []
    } else {
      var decoded: (utf8: [UInt8], checkpoints: [Checkpoint])?
      if encoding == .big5, EncodingGuess.needsHongKongCharacters(bytes) {
        // Where that fails, the error to tell is the one of plain Big5.
        decoded = try? Self.decode(bytes, from: 0, encoding: .big5HKSCS, document: document)
        if decoded != nil { encoding = .big5HKSCS }
      }
      (utf8, checkpoints) =
        try decoded
        ?? Self.decode(bytes, from: self.mark.count, encoding: encoding, document: document)
      self.encoding = encoding
      original = bytes
    }
    try Self.refuseBinary(utf8, document: document)
  }

  /// Also tells whether the bytes are known to be right in that encoding.
  private static func guess(_ bytes: [UInt8], document: String) throws
    -> (SourceEncoding, isValid: Bool)
  {
    // Text hardly ever has a zero but in UTF-16, whose first line end brings one.
    if let zero = bytes.prefix(65_536).firstIndex(of: 0) {
      if let units = EncodingGuess.byUnits(bytes) { return (units, false) }
      throw AnnotationError(
        .binary, in: document, ["what": "a zero byte", "offset": "\(zero)"])
    }
    let isPage = InputFormat.looksLikeHTML(bytes)
    let label = isPage ? EncodingGuess.metaLabel(bytes) : nil
    let named = label.flatMap(SourceEncoding.init(label:))
    guard let wrong = UTF8Check.firstWrongByte(bytes) else {
      // Plain ASCII is written in whatever the page says; what is UTF-8 is taken for that.
      guard let named, named == .big5 || named == .big5HKSCS else { return (.utf8, true) }
      return bytes.contains { $0 >= 0x80 } ? (.utf8, true) : (named, true)
    }
    if named == .big5 || named == .big5HKSCS { return (named ?? .big5, false) }
    if EncodingGuess.isLikeBig5(bytes) { return (.big5, false) }
    if let label, named == nil, !label.hasPrefix("utf-16") {
      throw AnnotationError(.unknownEncoding, in: document, ["name": label])
    }
    throw wrongByte(bytes[wrong], at: wrong, after: bytes[..<wrong], .utf8, document)
  }

  static func wrongByte(
    _ byte: UInt8, at offset: Int, after text: ArraySlice<UInt8>, _ encoding: SourceEncoding,
    _ document: String
  ) -> AnnotationError {
    let hex = String(byte, radix: 16, uppercase: true)
    return AnnotationError(
      .wrongByte, in: document, line: LineCounter.lines(in: text) + 1,
      [
        "byte": hex.count == 1 ? "0\(hex)" : hex, "offset": "\(offset)",
        "encoding": encoding.rawValue.uppercased(),
      ])
  }

  /// Control characters that no text has, more than one in two hundred, or a zero.
  private static func refuseBinary(_ text: [UInt8], document: String) throws {
    var odd = 0
    var first = 0
    let bytes = text.span
    var offset = 0
    while offset < bytes.count {
      // Eight bytes at once: few but line ends are below 20.
      if offset + 8 <= bytes.count, !hasControls(text, offset) {
        offset += 8
        continue
      }
      let byte = bytes[offset]
      switch byte {
      case 0x09...0x0D, 0x1A, 0x1B, 0x20...: break
      case 0:
        throw AnnotationError(
          .binary, in: document, ["what": "a zero byte", "offset": "\(offset)"])
      default:
        if odd == 0 { first = offset }
        odd += 1
      }
      offset += 1
    }
    if odd * 200 > text.count {
      throw AnnotationError(
        .binary, in: document, ["what": "control characters", "offset": "\(first)"])
    }
  }

  /// Whether one of the eight bytes from `offset` on is below 20.
  @inline(__always) private static func hasControls(_ text: [UInt8], _ offset: Int) -> Bool {
    let word = text.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    return (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }
}
