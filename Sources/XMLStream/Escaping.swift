/// Which characters are written as references (Canonical XML 1.0, 2.3).
enum Escaping {
  case text, attribute

  fileprivate func isPlain(_ byte: UInt8) -> Bool {
    let table = self == .text ? Self.plainInText : Self.plainInAttributes
    return byte >= 0x40 || table & (1 << UInt64(byte)) != 0
  }

  private static let plainInText: UInt64 = plain(except: "&<>\r")
  private static let plainInAttributes: UInt64 = plain(except: "&<\"\t\n\r")

  private static func plain(except escaped: String) -> UInt64 {
    escaped.utf8.reduce(.max) { $0 & ~(1 << UInt64($1)) }
  }
}

extension XMLByteBuffer {
  /// Adds text with what must be escaped written as references.
  mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, _ escaping: Escaping) {
    let count = text.count
    var start = 0
    while start < count {
      var end = start
      while end < count, escaping.isPlain(unsafe text[end]) { end += 1 }
      unsafe append(UnsafeBufferPointer(rebasing: text[start..<end]))
      if end < count { appendReference(unsafe text[end]) }
      start = end + 1
    }
  }

  private mutating func appendReference(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    case 0x09: append("&#x9;")
    case 0x0A: append("&#xA;")
    default: append("&#xD;")
    }
  }
}
