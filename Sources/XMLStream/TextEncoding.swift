/// The encodings that a document may be in, and how each is decoded.
struct TextEncoding: Hashable {
  enum Way: Hashable {
    case utf8, ascii, utf16LittleEndian, utf16BigEndian
    /// By the C library, under this name.
    case converted
  }

  var way: Way
  /// In capitals, as the C library knows it.
  var name: String

  static let utf8 = TextEncoding(way: .utf8, name: "UTF-8")
  static let utf16LittleEndian = TextEncoding(way: .utf16LittleEndian, name: "UTF-16LE")
  static let utf16BigEndian = TextEncoding(way: .utf16BigEndian, name: "UTF-16BE")

  var isUTF16: Bool { way == .utf16LittleEndian || way == .utf16BigEndian }

  /// The encoding that a declaration means; `nil` where it is not one that we read: UTF-7 and
  /// EBCDIC, say, which hide what is written from whoever looks at the bytes.
  ///
  /// UTF-16 without an order of bytes is returned as little endian.
  init?(declared: String) {
    let name = declared.uppercased()
    switch name {
    case "UTF-8", "UTF8": self = .utf8
    case "UTF-16", "UTF16", "UTF-16LE", "UCS-2", "ISO-10646-UCS-2": self = .utf16LittleEndian
    case "UTF-16BE": self = .utf16BigEndian
    case "US-ASCII", "ASCII", "ANSI_X3.4-1968", "ISO646-US":
      self.init(way: .ascii, name: "US-ASCII")
    default:
      guard let known = Self.converted(name) else { return nil }
      self.init(way: .converted, name: known)
    }
  }

  private static func converted(_ name: String) -> String? {
    switch name {
    case "BIG5", "BIG-5", "CN-BIG5": return "BIG5"
    case "BIG5-HKSCS", "BIG5HKSCS": return "BIG5-HKSCS"
    case "GB2312", "GB_2312-80", "EUC-CN": return "GB2312"
    case "GBK", "CP936", "WINDOWS-936": return "GBK"
    case "GB18030": return "GB18030"
    case "SHIFT_JIS", "SHIFT-JIS", "SJIS": return "SHIFT_JIS"
    case "EUC-JP": return "EUC-JP"
    case "EUC-KR": return "EUC-KR"
    case "LATIN1", "LATIN-1", "L1": return "ISO-8859-1"
    default: break
    }
    for (start, family, numbers) in [
      ("ISO-8859-", "ISO-8859-", Set(1...11).union(13...16)),
      ("ISO8859-", "ISO-8859-", Set(1...11).union(13...16)),
      ("ISO_8859-", "ISO-8859-", Set(1...11).union(13...16)),
      ("WINDOWS-", "CP", Set(1250...1258)), ("CP", "CP", Set(1250...1258)),
    ] where name.hasPrefix(start) {
      if let number = Int(name.dropFirst(start.count)), numbers.contains(number) {
        return family + String(number)
      }
    }
    return nil
  }

  private init(way: Way, name: String) {
    self.way = way
    self.name = name
  }
}
