import TermModel

/// The cells of a file's lines as they stand there, spaces and all, for a checker that goes through
/// the file in order.
struct RawGlossaryCells {
  private let bytes: [UInt8]
  private var lines: GlossaryLines
  private var columns: [GlossaryHeader.Column] = []

  /// - Parameter bytes: a file that ``GlossaryReader`` did not refuse.
  init(_ bytes: [UInt8], document: String) {
    self.bytes = bytes
    lines = GlossaryLines(bytes)
    while let line = lines.next() {
      if lines.isSilent(line) { continue }
      columns = Self.split(line, of: bytes).map { cell in
        GlossaryColumn(name: cell.trimmingOuterSpace()).map { .known($0) } ?? .other(cell)
      }
      break
    }
  }

  /// The cells of known columns that hold anything, spaces included.
  ///
  /// - Parameter line: beyond those asked for before.
  mutating func cells(ofLine line: Int) -> [(column: GlossaryColumn, text: String)] {
    while let range = lines.next() {
      if lines.line < line { continue }
      var cells: [(column: GlossaryColumn, text: String)] = []
      for (column, text) in zip(columns, Self.split(range, of: bytes)) where !text.isEmpty {
        if case .known(let column) = column { cells.append((column, text)) }
      }
      return cells
    }
    return []
  }

  private static func split(_ line: Range<Int>, of bytes: [UInt8]) -> [String] {
    bytes[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
