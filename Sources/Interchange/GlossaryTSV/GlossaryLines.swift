/// The lines of a file as ranges of its bytes, without their ends (LF, CR LF) and without a byte
/// order mark.
///
/// - Complexity: O(*n*) over all lines; allocates nothing.
struct GlossaryLines {
  private let bytes: [UInt8]
  private var position: Int
  /// Of the line that ``next()`` gave last, from 1.
  private(set) var line = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    line += 1
    let start = position
    let bytes = bytes
    let span = bytes.span
    var end = start
    while end < span.count, span[end] != UInt8(ascii: "\n") { end += 1 }
    position = end + 1
    while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Whether the line says nothing: a comment, or only spaces and tabs.
  func isSilent(_ line: Range<Int>) -> Bool {
    guard let first = line.first else { return true }
    if bytes[first] == UInt8(ascii: "#") { return true }
    return !line.contains { bytes[$0] != UInt8(ascii: " ") && bytes[$0] != UInt8(ascii: "\t") }
  }
}
