import TestSupport

/// Documents at random, cut at random.
struct DocumentMaker {
  var random: SeededGenerator

  mutating func pick<T>(_ choices: [T]) -> T { choices.randomElement(using: &random)! }

  mutating func text() -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      pick([
        "a", "儲存", "é", "\n", "\r", "\r\n", " ", "&lt;", "&amp;", "&#x5132;", "&#13;", "]]", "]",
        " >",
        "&gt;", "한", "\t", "\"", "'",
      ])
    }.joined()
  }

  mutating func attributes() -> String {
    ["b", "c", "xml:lang", "p:d"].filter { _ in Bool.random(using: &random) }
      .map { name in
        let value = text().replacing("\"", with: "&quot;")
        return " \(name)\(pick(["=", " = ", "\n="]))\"\(value)\""
      }.joined()
  }

  mutating func element(_ depth: Int) -> String {
    let name = pick(["a", "b", "p:c", "seg", "儲"])
    let namespace = pick(["", "", " xmlns=\"u\"", " xmlns:p=\"v\""])
    let tag = "\(name)\(namespace)\(attributes())"
    if Int.random(in: 0..<5, using: &random) == 0 { return "<\(tag)/>" }
    let content = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      switch Int.random(in: 0..<(depth > 4 ? 5 : 8), using: &random) {
      case 0: "<!--\(pick(["", " x ", "<a b='", "é", "> ' \""]))-->"
      case 1: "<?p\(pick(["", " q", " <x y=\"?", " 儲"]))?>"
      case 2: "<![CDATA[\(pick(["", "<a>", "]]", "]] >", "&x;", "儲\r\n", "'\""]))]]>"
      case 3, 4: text()
      default: element(depth + 1)
      }
    }
    return "<\(tag)>\(content.joined())</\(name)\(pick(["", " ", "\n"]))>"
  }

  mutating func document() -> String {
    pick(["", "<!DOCTYPE r SYSTEM 'a.dtd'>\n", "<!-- c -->\n"])
      + "<r xmlns:p='w'\(attributes())>\(element(0))\(text())</r>" + pick(["", "\n", "<!--e-->"])
  }

  mutating func cuts(_ count: Int) -> [Int] {
    (0..<Int.random(in: 1...12, using: &random)).map { _ in
      Int.random(in: 0...count, using: &random)
    }
  }

  /// The bytes of a document, in an encoding that has all its characters.
  mutating func encoded(_ document: String) -> [UInt8] {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: EncodingTests.utf16(document, bigEndian: Bool.random(using: &random))
    case 1: [0xEF, 0xBB, 0xBF] + Array(document.utf8)
    default: Array("<?xml version='1.0'?>\(document)".utf8)
    }
  }
}
