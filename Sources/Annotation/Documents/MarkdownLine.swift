/// A line of Markdown and how far its beginning has been read.
struct MarkdownLine {
  /// With its line end.
  let range: Range<Int>
  /// Without its line end.
  let end: Int
  private(set) var place: Int
  /// From 0; a tab goes to the next multiple of four.
  private(set) var column = 0
  /// From here to the end there are only spaces and one of `-`, `=`, `*`, `_`.
  let ruleStart: Int

  init(_ bytes: [UInt8], from start: Int) {
    var index = Self.lineEnds.first(in: bytes, start..<bytes.count)
    end = index
    if index < bytes.count {
      index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    }
    range = start..<index
    place = start
    var last = end
    var mark: UInt8?
    while last > start {
      let byte = bytes[last - 1]
      if byte != 0x20, byte != 0x09 {
        guard mark == nil || mark == byte, "-=*_".utf8.contains(byte) else { break }
        mark = byte
      }
      last -= 1
    }
    ruleStart = last
  }

  private static let lineEnds = ByteSet("\n\r")

  func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes[place..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The column of the next byte that is no space.
  func indent(_ bytes: [UInt8]) -> Int {
    var column = column
    var index = place
    while index < end {
      if bytes[index] == 0x20 {
        column += 1
      } else if bytes[index] == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
      index += 1
    }
    return column
  }

  mutating func skipSpaces(_ bytes: [UInt8]) {
    column = indent(bytes)
    while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
  }

  mutating func skip(_ count: Int) {
    place += count
    column += count
  }

  /// Reads `>` marks.
  mutating func skipQuoteMarks(_ bytes: [UInt8], listIndent: Int) -> Int {
    var depth = 0
    while true {
      let indent = indent(bytes)
      guard indent - column <= (depth == 0 ? listIndent : 0) + 3 else { return depth }
      var ahead = self
      ahead.skipSpaces(bytes)
      guard ahead.place < end, bytes[ahead.place] == UInt8(ascii: ">") else { return depth }
      ahead.skip(1)
      if ahead.place < end, bytes[ahead.place] == 0x20 { ahead.skip(1) }
      self = ahead
      depth += 1
    }
  }

  /// The length of the run of `byte` at the place reached.
  func run(of byte: UInt8, in bytes: [UInt8]) -> Int {
    var index = place
    while index < end, bytes[index] == byte { index += 1 }
    return index - place
  }

  /// The length of a list mark at the place reached, without the spaces behind it.
  func listMark(in bytes: [UInt8]) -> Int? {
    guard place < end else { return nil }
    var index = place
    if "-+*".utf8.contains(bytes[index]) {
      index += 1
    } else {
      while index < end, index - place < 9, bytes[index].isASCIIDigit { index += 1 }
      guard index > place, index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == 0x29
      else { return nil }
      index += 1
    }
    guard index == end || bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
    return index - place
  }
}
