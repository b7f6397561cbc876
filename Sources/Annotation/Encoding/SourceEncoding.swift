/// An encoding in which a document can be read and written back.
public enum SourceEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// Big5 as Windows has it (code page 950).
  case big5
  /// Big5 with the ETEN and Hong Kong characters, which plain Big5 leaves to private use.
  case big5HKSCS = "big5-hkscs"

  /// - Parameter label: a name as HTML pages and people write it, in any case: `UTF8`, `x-x-big5`.
  ///   `utf-16` alone, which leaves the byte order open, is no encoding in this sense.
  /// - SeeAlso: WHATWG Encoding, 4.2 "Names and labels".
  public init?(label: String) {
    switch label.lowercased().replacing("_", with: "-") {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "us-ascii", "ascii": self = .utf8
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "big5", "big-5", "cn-big5", "csbig5", "x-x-big5", "cp950", "ms950", "windows-950":
      self = .big5
    case "big5-hkscs", "big5hkscs": self = .big5HKSCS
    default: return nil
    }
  }

  /// The name under which `iconv_open` knows it.
  var converterName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .big5: "CP950"
    case .big5HKSCS: "BIG5-HKSCS"
    }
  }

  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .big5, .big5HKSCS: []
    }
  }
}
