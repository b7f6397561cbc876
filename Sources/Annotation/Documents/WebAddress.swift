/// Addresses of pages and mailboxes in running text.
enum WebAddress {
  /// The bytes at which an address can be noticed.
  static let triggers = ":@."

  /// The address around the byte at `trigger`, which is one of ``triggers``.
  ///
  /// - Parameter bounds: the text that the address must be within.
  /// - Complexity: O(*m*) for *m* bytes of the address, and at most 255 before it.
  static func range(in bytes: [UInt8], at trigger: Int, within bounds: Range<Int>) -> Range<Int>? {
    switch bytes[trigger] {
    case UInt8(ascii: ":"): scheme(in: bytes, at: trigger, within: bounds)
    case UInt8(ascii: "@"): mailbox(in: bytes, at: trigger, within: bounds)
    default: host(in: bytes, at: trigger, within: bounds)
    }
  }

  /// `https://…`, `mailto:…`
  private static func scheme(in bytes: [UInt8], at colon: Int, within bounds: Range<Int>)
    -> Range<Int>?
  {
    let isWeb = bytes.has("://", at: colon, before: bounds.upperBound)
    guard isWeb || (colon - bounds.lowerBound >= 6 && bytes.has("mailto", at: colon - 6)) else {
      return nil
    }
    var start = colon
    while start > bounds.lowerBound, colon - start < 20,
      bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] == UInt8(ascii: "+")
        || bytes[start - 1] == UInt8(ascii: "-")
    {
      start -= 1
    }
    guard start < colon, bytes[start].isASCIILetter else { return nil }
    return start..<end(in: bytes, from: colon + (isWeb ? 3 : 1), before: bounds.upperBound)
  }

  /// `someone@example.org`
  private static func mailbox(in bytes: [UInt8], at sign: Int, within bounds: Range<Int>)
    -> Range<Int>?
  {
    var start = sign
    while start > bounds.lowerBound, sign - start < 64, isMailboxByte(bytes[start - 1]) {
      start -= 1
    }
    guard start < sign else { return nil }
    var end = sign + 1
    var hasDot = false
    while end < bounds.upperBound, end - sign < 255 {
      let byte = bytes[end]
      if byte == UInt8(ascii: ".") {
        guard end + 1 < bounds.upperBound, bytes[end + 1].isASCIIAlphanumeric else { break }
        hasDot = true
      } else if !byte.isASCIIAlphanumeric, byte != UInt8(ascii: "-") {
        break
      }
      end += 1
    }
    return hasDot ? start..<end : nil
  }

  /// `www.example.org`, and `example.com/path` without a scheme.
  private static func host(in bytes: [UInt8], at dot: Int, within bounds: Range<Int>)
    -> Range<Int>?
  {
    if dot - bounds.lowerBound >= 3, bytes.has("www", at: dot - 3),
      dot - 3 == bounds.lowerBound || !bytes[dot - 4].isASCIIAlphanumeric
    {
      return dot - 3..<end(in: bytes, from: dot + 1, before: bounds.upperBound)
    }
    var slash = dot + 1
    while slash < bounds.upperBound, slash - dot < 8, bytes[slash].isASCIILetter { slash += 1 }
    guard slash < bounds.upperBound, bytes[slash] == UInt8(ascii: "/"), slash - dot > 2 else {
      return nil
    }
    var start = dot
    while start > bounds.lowerBound, dot - start < 255,
      bytes[start - 1].isASCIIAlphanumeric || bytes[start - 1] == UInt8(ascii: "-")
        || bytes[start - 1] == UInt8(ascii: ".")
    {
      start -= 1
    }
    guard start < dot else { return nil }
    return start..<end(in: bytes, from: slash, before: bounds.upperBound)
  }

  /// Where the address ends: at a space or a mark that addresses do not hold. A character beyond
  /// ASCII belongs to it only in the path (`/wiki/川普`), for in Chinese text a sentence goes on
  /// right behind an address.
  private static func end(in bytes: [UInt8], from start: Int, before limit: Int) -> Int {
    var index = start
    var isInPath = false
    var open = 0
    while index < limit {
      let byte = bytes[index]
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
        UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "*"):
        return index
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        if open == 0 { return index }
        open -= 1
      case 0x80...:
        guard isInPath, let length = letterLength(in: bytes, at: index, before: limit) else {
          return index
        }
        index += length
        continue
      default:
        break
      }
      isInPath = "/=?#-_%".utf8.contains(byte)
      index += 1
    }
    return index
  }

  /// The length of a Han character (U+3400 to U+9FFF) at `index`.
  private static func letterLength(in bytes: [UInt8], at index: Int, before limit: Int) -> Int? {
    guard index + 3 <= limit else { return nil }
    return (0xE3...0xE9).contains(bytes[index])
      && !(bytes[index] == 0xE3 && bytes[index + 1] < 0x90)
      ? 3 : nil
  }

  private static func isMailboxByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || ".!#$%&'*+/=?^_{|}~-".utf8.contains(byte)
  }
}
