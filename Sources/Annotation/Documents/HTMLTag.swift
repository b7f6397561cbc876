/// A start or end tag, read as browsers read it.
///
/// - SeeAlso: HTML, 13.2.5 "Tokenization".
struct HTMLTag {
  /// In small letters.
  var name: String
  var range: Range<Int>
  var isEnd: Bool
  /// `<svg/>`
  var isSelfClosing: Bool

  /// The tag that begins at `start`, which holds `<`; `nil` where no tag begins there or where it
  /// is not closed before `end`.
  ///
  /// - Parameters:
  ///   - isStrict: whether what CommonMark does not take for a tag is none.
  ///   - read: grows by the bytes that were looked at.
  /// - Complexity: O(*n*) for the bytes up to the end of the tag, or up to `end`.
  init?(
    _ bytes: [UInt8], at start: Int, before end: Int, isStrict: Bool = false, read: inout Int
  ) {
    var index = start + 1
    isEnd = index < end && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    guard index < end, bytes[index].isASCIILetter else { return nil }
    let nameStart = index
    while index < end, !bytes[index].isMarkupSpace, bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">")
    {
      if isStrict, !bytes[index].isASCIIAlphanumeric, bytes[index] != UInt8(ascii: "-") {
        return nil
      }
      index += 1
    }
    // No element that means anything here has a longer name.
    let shown = bytes[nameStart..<min(index, nameStart + 32)]
    name = String(decoding: shown.map(\.lowercased), as: UTF8.self)
    let close = Self.skipAttributes(&index, in: bytes, before: end, isStrict: isStrict)
    read += index - start
    guard let close else { return nil }
    isSelfClosing = bytes[close - 1] == UInt8(ascii: "/")
    range = start..<(close + 1)
  }

  init?(_ bytes: [UInt8], at start: Int, before end: Int, isStrict: Bool = false) {
    var read = 0
    self.init(bytes, at: start, before: end, isStrict: isStrict, read: &read)
  }

  /// The offset of the `>` that ends a tag.
  private static func skipAttributes(
    _ index: inout Int, in bytes: [UInt8], before end: Int, isStrict: Bool
  ) -> Int? {
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") { return index }
      if byte.isMarkupSpace || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      if isStrict, !byte.isASCIILetter, byte != UInt8(ascii: "_"), byte != UInt8(ascii: ":") {
        return nil
      }
      guard let attribute = HTMLAttribute(bytes, at: index, before: end) else {
        index = end
        return nil
      }
      if isStrict, attribute.isOdd(in: bytes) { return nil }
      index = attribute.end
    }
    return nil
  }

  /// The value of the first attribute of that name, as written.
  func attribute(_ name: String, in bytes: [UInt8]) -> String? {
    var index = range.lowerBound + 1
    while index < range.upperBound, !bytes[index].isMarkupSpace { index += 1 }
    while index < range.upperBound - 1 {
      if bytes[index].isMarkupSpace || bytes[index] == UInt8(ascii: "/") {
        index += 1
        continue
      }
      guard let attribute = HTMLAttribute(bytes, at: index, before: range.upperBound) else {
        return nil
      }
      if attribute.name.count == name.utf8.count,
        zip(bytes[attribute.name], name.utf8).allSatisfy({ $0.lowercased == $1 })
      {
        return String(decoding: bytes[attribute.value], as: UTF8.self)
      }
      index = attribute.end
    }
    return nil
  }

  /// Whether the attribute `class` has `name` among its words.
  func hasClass(_ name: String, in bytes: [UInt8]) -> Bool {
    attribute("class", in: bytes)?.split(whereSeparator: \.isWhitespace).contains { $0 == name }
      ?? false
  }
}
