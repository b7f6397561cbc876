/// Finds the languages of a unit's variants in its canonical XML.
///
/// No parser: in canonical form a start tag is `<name attribute="value">` with `<` and `"` escaped
/// inside of values, so that the tags of `tuv` can be found by their letters, ten times as fast. What
/// stands inside of comments and instructions is passed over.
struct TagScan {
  /// Values of `xml:lang` and `lang` on `tuv`, as they stand there.
  private(set) var found: Set<[UInt8]> = []
  private var last: [UInt8] = []

  mutating func add(_ xml: Span<UInt8>) {
    xml.withUnsafeBufferPointer { xml in
      var at = 0
      while at < xml.count {
        guard xml[at] == UInt8(ascii: "<") else {
          at += 1
          continue
        }
        at += 1
        guard at < xml.count else { return }
        switch xml[at] {
        case UInt8(ascii: "!"): at = Self.end("-->", in: xml, from: at)
        case UInt8(ascii: "?"): at = Self.end("?>", in: xml, from: at)
        case UInt8(ascii: "/"): break
        default: readTag(xml, &at)
        }
      }
    }
  }

  /// From the first letter of the name to the end of the tag.
  private mutating func readTag(_ xml: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    let start = at
    while at < xml.count, xml[at] != UInt8(ascii: " "), xml[at] != UInt8(ascii: ">") { at += 1 }
    let isVariant = Self.endsName(xml, start..<at, "tuv")
    while at < xml.count, xml[at] == UInt8(ascii: " ") {
      at += 1
      let name = at
      while at < xml.count, xml[at] != UInt8(ascii: "=") { at += 1 }
      let nameEnd = at
      at += 2
      let value = at
      while at < xml.count, xml[at] != UInt8(ascii: "\"") { at += 1 }
      if isVariant, value <= at, at <= xml.count, Self.endsName(xml, name..<nameEnd, "lang") {
        note(xml[min(value, xml.count)..<min(at, xml.count)])
      }
      at += 1
    }
  }

  private mutating func note(_ value: Slice<UnsafeBufferPointer<UInt8>>) {
    // Variants mostly take turns, so two comparisons do.
    if value.isEmpty || value.elementsEqual(last) { return }
    last = Array(value)
    if found.contains(last) { return }
    // More are no languages.
    if found.count < 10_000 { found.insert(last) }
  }

  /// Whether a name, or what follows the colon in it, is this one.
  private static func endsName(
    _ xml: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString
  ) -> Bool {
    let count = name.utf8CodeUnitCount
    guard range.count >= count else { return false }
    let first = range.upperBound - count
    if range.count > count, xml[first - 1] != UInt8(ascii: ":") { return false }
    return name.withUTF8Buffer { text in (0..<count).allSatisfy { xml[first + $0] == text[$0] } }
  }

  /// The place behind a mark; the end where it is missing.
  private static func end(
    _ mark: StaticString, in xml: UnsafeBufferPointer<UInt8>, from place: Int
  ) -> Int {
    let count = mark.utf8CodeUnitCount
    var at = place
    while at + count <= xml.count {
      let isHere = mark.withUTF8Buffer { text in
        (0..<count).allSatisfy { xml[at + $0] == text[$0] }
      }
      if isHere { return at + count }
      at += 1
    }
    return xml.count
  }
}
