/// What the first bytes of a document say of its encoding: the byte order mark, then the XML
/// declaration, else UTF-8 (XML 1.0, appendix F).
struct EncodingDetection {
  enum Answer {
    /// More bytes are needed.
    case open
    case found(EncodingDetection)
    case refused(XMLProblem.Code, [String: String])
  }

  var encoding: TextEncoding
  var declared: String?
  /// Bytes before the text.
  var markLength: Int

  /// The longest XML declaration that is looked through.
  static let longestDeclaration = 4096

  /// - Parameter isAll: whether the document has no more bytes.
  static func look(at head: [UInt8], isAll: Bool) -> Answer {
    if head.count < 4, !isAll { return .open }
    let mark = mark(head)
    if let refused = mark.refused { return .refused(.encodingUnsupported, ["encoding": refused]) }
    // Without a mark: UTF-16 is known by the zero in "<" or what else comes first.
    let isWide = mark.encoding?.isUTF16 ?? head.prefix(4).contains(0)
    let isBig = mark.encoding.map { $0 == .utf16BigEndian } ?? (head.first == 0)
    let unit = isWide ? 2 : 1
    let text = stride(from: mark.length + (isBig ? unit - 1 : 0), to: head.count, by: unit)
      .prefix(longestDeclaration).map { head[$0] }
    // Where the units have high bytes, they are no declaration: what follows is then wrong as XML.
    guard text.starts(with: "<?xml".utf8) else {
      if text.count < 6, !isAll, Array("<?xml".utf8).starts(with: text) { return .open }
      return judge(mark: mark, isWide: isWide, isBig: isBig, declared: nil)
    }
    guard let end = text.indices.first(where: { text[$0...].starts(with: "?>".utf8) }) else {
      if text.count < longestDeclaration, !isAll { return .open }
      let reason = "the XML declaration does not end"
      return isAll
        ? judge(mark: mark, isWide: isWide, isBig: isBig, declared: nil)
        : .refused(.notWellFormed, ["reason": reason])
    }
    let declared = declaredEncoding(text[..<end])
    return judge(mark: mark, isWide: isWide, isBig: isBig, declared: declared)
  }

  private static func judge(
    mark: Mark, isWide: Bool, isBig: Bool, declared: String?
  ) -> Answer {
    let named = declared.flatMap { TextEncoding(declared: $0) }
    if let declared, named == nil {
      return .refused(.encodingUnsupported, ["encoding": declared])
    }
    let bytes: TextEncoding? =
      mark.encoding ?? (isWide ? (isBig ? .utf16BigEndian : .utf16LittleEndian) : nil)
    guard let bytes else {
      if let named, named.isUTF16 {
        return .refused(
          .encodingConflict, ["declared": declared ?? "", "found": "one byte a character"])
      }
      return .found(
        EncodingDetection(encoding: named ?? .utf8, declared: declared, markLength: 0))
    }
    if mark.encoding == nil, named == nil { return .refused(.encodingUnknown, [:]) }
    // A mark is stronger than the word UTF-8, which programs write without thinking.
    let isAgreed =
      named == nil || named?.way == bytes.way || (bytes.isUTF16 && named?.isUTF16 == true)
      || (mark.encoding != nil && named == .utf8)
    guard isAgreed else {
      return .refused(.encodingConflict, ["declared": declared ?? "", "found": bytes.name])
    }
    return .found(
      EncodingDetection(encoding: bytes, declared: declared, markLength: mark.length))
  }

  // MARK: The mark

  private struct Mark {
    var encoding: TextEncoding?
    var length = 0
    var refused: String?
  }

  private static func mark(_ head: [UInt8]) -> Mark {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF])
      || head.starts(with: [0x3C, 0, 0, 0]) || head.starts(with: [0, 0, 0, 0x3C])
    {
      return Mark(refused: "UTF-32")
    }
    if head.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) { return Mark(refused: "EBCDIC") }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return Mark(encoding: .utf8, length: 3) }
    if head.starts(with: [0xFF, 0xFE]) { return Mark(encoding: .utf16LittleEndian, length: 2) }
    if head.starts(with: [0xFE, 0xFF]) { return Mark(encoding: .utf16BigEndian, length: 2) }
    return Mark()
  }

  // MARK: The declaration

  /// The value of `encoding` in a declaration that libxml2 will read by itself and judge.
  private static func declaredEncoding(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text.dropFirst(5)
    while true {
      rest = rest.drop { Self.isSpace($0) }
      let name = rest.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "=") }
      if name.isEmpty { return nil }
      rest = rest[name.endIndex...].drop { Self.isSpace($0) }
      guard rest.first == UInt8(ascii: "=") else { return nil }
      rest = rest.dropFirst().drop { Self.isSpace($0) }
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return nil
      }
      let value = rest.dropFirst().prefix { $0 != quote }
      if name.elementsEqual("encoding".utf8) {
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
      }
      rest = rest[value.endIndex...].dropFirst()
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
