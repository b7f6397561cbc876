#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The lines of standard input that are not blank, as they come.
///
/// What is no UTF-8 becomes replacement characters.
struct QueryLines {
  /// Of a line only so many bytes are kept.
  private let longestLine: Int
  private var block: [UInt8] = []
  private var place = 0
  private var line: [UInt8] = []
  private var isAtEnd = false

  init(longestLine: Int = 4_096) { self.longestLine = longestLine }

  /// Whether something was read that is not given yet.
  var hasMore: Bool { place < block.count }

  /// - Throws: ``FileError`` where standard input cannot be read.
  mutating func next() throws(FileError) -> String? {
    while true {
      while place < block.count {
        let byte = block[place]
        place += 1
        if byte == UInt8(ascii: "\n") {
          if let text = takeLine() { return text }
        } else if line.count < longestLine {
          line.append(byte)
        }
      }
      if isAtEnd { return takeLine() }
      try readBlock()
    }
  }

  private mutating func takeLine() -> String? {
    defer { line.removeAll(keepingCapacity: true) }
    var text = String(decoding: line, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    if text.unicodeScalars.last == "\r" { text.unicodeScalars.removeLast() }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace) ? nil : text
  }

  private mutating func readBlock() throws(FileError) {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = bytes.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EISDIR { throw FileError(.isFolder, "-") }
      if count < 0 { throw FileError(.unreadable, "-", reason: lastSystemError()) }
      isAtEnd = count == 0
      block = Array(bytes[..<count])
      place = 0
      return
    }
  }
}
