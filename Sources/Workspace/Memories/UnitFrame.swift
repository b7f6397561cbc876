/// What stands round a unit so that it means what it meant in its file.
struct UnitFrame: Hashable {
  let start: [UInt8]
  let end: [UInt8]

  static let plain = UnitFrame(prefix: [], declarations: [])

  private init(prefix: [UInt8], declarations: [UInt8]) {
    let open = [UInt8(ascii: "<")] + prefix
    start =
      open + Array("tmx".utf8) + declarations + [UInt8(ascii: ">")] + open + Array("body>".utf8)
    let close = Array("</".utf8) + prefix
    end = close + Array("body>".utf8) + close + Array("tmx>".utf8)
  }

  /// By the prefix and the declarations of the unit's start tag: in canonical XML these stand first
  /// in the tag, and all that were declared round the unit are there.
  init(of xml: Span<UInt8>) {
    let isPlain = Self.hasText("<tu ", xml, at: 0) && !Self.hasText("xmlns", xml, at: 4)
    if isPlain || Self.hasText("<tu>", xml, at: 0) {
      self = .plain
      return
    }
    var at = 1
    var prefix: [UInt8] = []
    while at < xml.count, !Self.endsName(xml[at]) {
      if xml[at] == UInt8(ascii: ":") { prefix = (1...at).map { xml[$0] } }
      at += 1
    }
    let first = at
    while Self.hasText(" xmlns", xml, at: at) {
      guard let open = Self.index(of: UInt8(ascii: "\""), xml, from: at),
        let close = Self.index(of: UInt8(ascii: "\""), xml, from: open + 1)
      else { break }
      at = close + 1
    }
    self.init(prefix: prefix, declarations: (first..<at).map { xml[$0] })
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func hasText(_ text: StaticString, _ xml: Span<UInt8>, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= xml.count else { return false }
    return text.withUTF8Buffer { text in text.indices.allSatisfy { text[$0] == xml[place + $0] } }
  }

  private static func index(of byte: UInt8, _ xml: Span<UInt8>, from place: Int) -> Int? {
    var at = place
    while at < xml.count {
      if xml[at] == byte { return at }
      at += 1
    }
    return nil
  }
}
