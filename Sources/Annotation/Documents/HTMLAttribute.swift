/// One attribute inside a tag.
struct HTMLAttribute {
  var name: Range<Int>
  /// Without quotes; empty where there is no value.
  var value: Range<Int>
  /// Behind the value and its quote.
  var end: Int
  private var isQuoted = false

  /// The attribute at `start`, which holds neither a space, `/` nor `>`; `nil` where its value is
  /// not closed before `end`.
  init?(_ bytes: [UInt8], at start: Int, before end: Int) {
    var index = start + 1
    while index < end, !bytes[index].isMarkupSpace, bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "=")
    {
      index += 1
    }
    name = start..<index
    value = index..<index
    self.end = index
    var next = index
    while next < end, bytes[next].isMarkupSpace { next += 1 }
    guard next < end, bytes[next] == UInt8(ascii: "=") else { return }
    next += 1
    while next < end, bytes[next].isMarkupSpace { next += 1 }
    guard next < end else { return nil }
    let quote = bytes[next]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let valueStart = next + 1
      next = valueStart
      let span = bytes.span
      while next < end, span[next] != quote { next += 1 }
      guard next < end else { return nil }
      value = valueStart..<next
      self.end = next + 1
      isQuoted = true
    } else {
      let valueStart = next
      while next < end, !bytes[next].isMarkupSpace, bytes[next] != UInt8(ascii: ">") { next += 1 }
      value = valueStart..<next
      self.end = next
    }
  }

  /// Whether CommonMark would not take it for an attribute.
  ///
  /// - SeeAlso: CommonMark 0.31.2, 6.6 "Raw HTML".
  func isOdd(in bytes: [UInt8]) -> Bool {
    let isNameOdd = bytes[name].contains {
      !$0.isASCIIAlphanumeric && !"_:.-@".utf8.contains($0)
    }
    return isNameOdd || (!isQuoted && bytes[value].contains { "\"'=<>`".utf8.contains($0) })
  }
}
