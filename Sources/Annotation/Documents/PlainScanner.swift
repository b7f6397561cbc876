import TermRecognition

/// Finds the text of a plain document: all of it but addresses and our own table of names.
///
/// A paragraph is a line in Chinese text, and runs to a blank line in English text, whose lines
/// are mostly cut at some width.
struct PlainScanner {
  private let bytes: [UInt8]
  private let direction: Direction
  private var builder: SectionBuilder
  /// Our table of names; its rows are no text.
  private(set) var table: Range<Int>?

  private static let special = ByteSet(WebAddress.triggers + "\n\r")

  init(_ bytes: [UInt8], direction: Direction, builder: SectionBuilder) {
    self.bytes = bytes
    self.direction = direction
    self.builder = builder
  }

  /// - Complexity: O(*n*).
  mutating func scan() throws -> DocumentEnd {
    var textStart = 0
    var index = 0
    var lineStart = 0
    var lineIsBlank = true
    while index < bytes.count {
      if index == lineStart, let end = NameTable.plainTable(in: bytes, at: index) {
        builder.add(textStart..<index)
        try builder.endParagraph()
        table = index..<end
        index = end
        (textStart, lineStart, lineIsBlank) = (end, end, true)
        continue
      }
      let stop = Self.special.first(in: bytes, index..<bytes.count)
      if lineIsBlank { lineIsBlank = isBlank(max(index, lineStart)..<stop) }
      guard stop < bytes.count else { break }
      index = stop + 1
      switch bytes[stop] {
      case 0x0A, 0x0D:
        if bytes[stop] == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
        let ends = direction == .chineseToEnglish || lineIsBlank
        if ends || NameTable.plainTable(in: bytes, at: index) != nil {
          builder.add(textStart..<(ends && lineIsBlank ? max(textStart, lineStart) : stop))
          try builder.endParagraph()
          textStart = index
        }
        lineStart = index
        lineIsBlank = true
      default:
        lineIsBlank = false
        if let address = WebAddress.range(in: bytes, at: stop, within: textStart..<bytes.count) {
          builder.add(textStart..<address.lowerBound)
          builder.interrupt()
          textStart = address.upperBound
          index = max(index, address.upperBound)
        }
      }
    }
    if !(lineIsBlank && textStart >= lineStart) { builder.add(textStart..<bytes.count) }
    try builder.endParagraph()
    try builder.finish()
    return DocumentEnd(offset: bytes.count, table: table, rows: table?.upperBound)
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    // A long line shows at its start that it is not blank.
    range.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0C }
  }
}
