import Interchange
import Store
import TermModel
import Workspace

/// Writes answers to standard output as they come.
struct MemorySearchOutput {
  private let format: MemorySearchFormat
  private let withQueries: Bool
  private var output = StandardOutput()
  private var writer: TMXWriter?
  private let file: StreamedOutput?
  private var isFirst = true
  /// Units that were written.
  private var seen: Set<[Int]> = []

  /// - Parameter withQueries: whether answers are told apart by their queries.
  init(_ format: MemorySearchFormat, withQueries: Bool) throws {
    self.format = format
    self.withQueries = withQueries
    file = format == .tmx ? try StreamedOutput("-") : nil
    if format == .tsv { try output.write(line: MemorySearchText.tableHead) }
    if let file {
      let writer = TMXWriter(to: file, document: "-")
      try writer.begin(MemoryHeader(tool: "Yiming", toolVersion: ProgramVersion.current))
      self.writer = writer
    }
  }

  mutating func write(_ answer: MemoryAnswer) throws {
    switch format {
    case .json: try output.write(line: MemorySearchText.json(answer).description)
    case .tsv: for row in MemorySearchText.rows(answer) { try output.write(line: row) }
    case .text:
      if !isFirst { try output.write("\n") }
      try output.write(MemorySearchText.text(answer, withQuery: withQueries))
    case .tmx:
      for match in answer.matches where seen.insert([match.memory.id, match.number]).inserted {
        try writer?.write(match.unit)
      }
    }
    isFirst = false
  }

  mutating func flush() throws { try output.flush() }

  mutating func finish() throws {
    try output.flush()
    try writer?.finish()
    try file?.commit()
  }
}
