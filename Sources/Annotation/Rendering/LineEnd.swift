/// How the lines of a document end.
struct LineEnd {
  let text: String

  /// As the first line does; a line feed where there is one line only.
  init(of source: [UInt8]) {
    let first = ByteSet("\n\r").first(in: source, 0..<source.count)
    guard first < source.count, source[first] == 0x0D else {
      text = "\n"
      return
    }
    text = first + 1 < source.count && source[first + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// What makes a blank line before what is inserted at `offset`.
  func separator(at offset: Int, in source: [UInt8]) -> String {
    guard offset > 0 else { return "" }
    let isAtLineStart = source[offset - 1] == 0x0A || source[offset - 1] == 0x0D
    return isAtLineStart ? text : text + text
  }
}
