/// Names a section of a compiled file: up to eight ASCII characters.
///
///     static let words: SectionName = "lex.key"
public struct SectionName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  let packed: UInt64

  public init(stringLiteral text: String) { self.init(text) }

  public init(_ text: String) {
    precondition(text.utf8.count <= 8 && text.utf8.allSatisfy { $0 < 0x80 },
      "a section's name is at most eight ASCII characters")
    packed = text.utf8.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  init(packed: UInt64) { self.packed = packed }

  public var description: String {
    var rest = packed
    var text = ""
    while rest != 0 {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(rest & 0xFF)))
      rest >>= 8
    }
    return text
  }
}
