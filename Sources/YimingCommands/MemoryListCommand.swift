import ArgumentParser
import Store
import TermModel

/// `yiming memory list`
struct MemoryListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the memories, or the imports of one.",
    discussion: """
      A line each, parted by tabs: name, units, imports that can be taken back. Of one memory: the \
      imports, the last one last, with time (UTC), units added and replaced, and file.

      EXAMPLES
        yiming memory list
        yiming memory list news --format json
      """)

  @Argument(help: "The memory whose imports are listed.")
  var name: String?

  @OptionGroup var databaseOptions: DatabaseOptions

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  func run() throws {
    let base = try databaseOptions.openForReading()
    let lines = try base?.readMemories { memories -> [String] in
      guard let name else { return try memories.memories().map(line) }
      let memory = try memories.existingMemory(named: name)
      return try memories.imports(of: memory.id).map(line)
    }
    if base == nil, let name {
      throw StoreError.noMemory(name, names: [])
    }
    var output = StandardOutput()
    for line in lines ?? [] { try output.write(line: line) }
    try output.flush()
    if name == nil, lines?.isEmpty ?? true { Console.report(CommandError(.noMemories)) }
  }

  private func line(_ memory: Memory) -> String {
    if format == .text {
      return "\(Message.shown(memory.name))\t\(memory.unitCount)\t\(memory.importCount)"
    }
    return JSONValue.object([
      ("name", .string(memory.name)), ("units", .number(memory.unitCount)),
      ("imports", .number(memory.importCount)), ("made", .string(UnitDate.text(memory.madeAt))),
    ]).description
  }

  private func line(_ document: ImportedDocument) -> String {
    let counts = document.counts
    if format == .text {
      let file = Message.shown(document.document)
      let added = "\(counts.added)\t\(counts.replaced)"
      return "\(UnitDate.text(document.madeAt))\t\(added)\t\(file)"
        + (document.isComplete ? "" : "\tbroken off")
    }
    return JSONValue.object([
      ("document", .string(document.document)), ("made", .string(UnitDate.text(document.madeAt))),
      ("read", .number(counts.read)), ("added", .number(counts.added)),
      ("unchanged", .number(counts.unchanged)), ("replaced", .number(counts.replaced)),
      ("skipped", .number(counts.skipped)), ("rejected", .number(counts.rejected)),
      ("complete", .bool(document.isComplete)),
    ]).description
  }
}
