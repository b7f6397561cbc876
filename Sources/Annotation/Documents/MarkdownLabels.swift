/// Labels of reference definitions: `[label]: https://…`.
enum MarkdownLabels {
  /// The labels that a document defines, made comparable.
  ///
  /// - Complexity: O(*n*): at most 999 bytes are read back from each `]:`.
  static func defined(in bytes: [UInt8]) -> Set<String> {
    var labels: Set<String> = []
    var place = 0
    while let close = bytes.firstOffset(of: "]:", from: place) {
      place = close + 2
      var start = close
      while start > 0, close - start < 999, bytes[start - 1] != UInt8(ascii: "["),
        bytes[start - 1] != UInt8(ascii: "]"), bytes[start - 1] != 0x0A
      {
        start -= 1
      }
      guard start > 0, bytes[start - 1] == UInt8(ascii: "["),
        isAtLineStart(start - 1, in: bytes)
      else { continue }
      let line = MarkdownLine(bytes, from: start - 1)
      if let label = definition(in: bytes, at: start - 1, before: line.end) {
        labels.insert(normalised(bytes[label]))
      }
    }
    return labels
  }

  /// Whether only spaces and marks of quotes and lists stand before a place on its line.
  private static func isAtLineStart(_ place: Int, in bytes: [UInt8]) -> Bool {
    var index = place
    while index > 0, " \t>-+*".utf8.contains(bytes[index - 1]) { index -= 1 }
    return index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }

  /// The range of the label of a definition that begins at `start`.
  static func definition(in bytes: [UInt8], at start: Int, before end: Int) -> Range<Int>? {
    var index = start + 1
    while index < end, index - start < 1_000, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: "[") { return nil }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index > start + 1, index < end, bytes.has("]:", at: index, before: end) else {
      return nil
    }
    let isFootnote = bytes[start + 1] == UInt8(ascii: "^")
    guard isFootnote || isDestination(bytes[(index + 2)..<end]) else { return nil }
    return start + 1..<index
  }

  /// Whether this is a destination and perhaps a title, and nothing else.
  private static func isDestination(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.drop(while: \.isMarkupSpace)
    let rest =
      start.first == UInt8(ascii: "<")
      ? start.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      : start.drop { !$0.isMarkupSpace }
    let title = rest.drop(while: \.isMarkupSpace)
    return !start.isEmpty && (title.isEmpty || isTitle(title))
  }

  /// Whether this is text in quotes or round brackets, and nothing else but spaces at its end.
  static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first,
      let last = text.last(where: { !$0.isMarkupSpace }), text.count > 1
    else { return false }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return last == first
    case UInt8(ascii: "("): return last == UInt8(ascii: ")")
    default: return false
    }
  }

  /// Case and the amount of space between words do not matter.
  static func normalised(_ label: ArraySlice<UInt8>) -> String {
    String(decoding: label, as: UTF8.self).lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
