import ArgumentParser
import Store
import TermModel

/// `yiming memory undo`
struct MemoryUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take the last import into a memory back.",
    discussion: """
      The units that it added go, and those that it replaced return; units that were changed by \
      hand since stay and are counted. Given again, it takes back the import before. A memory in \
      which nothing is left goes too.

      EXAMPLES
        yiming memory undo news
      """)

  @Argument(help: "The memory.")
  var name: String

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let (memory, result) = try writing.openExisting().writeMemories { memories in
      let memory = try memories.existingMemory(named: name)
      return (memory, try memories.undoLastImport(of: memory.id))
    }
    var output = StandardOutput()
    if format == .json {
      let members: [(String, JSONValue)] = [
        ("memory", .string(memory.name)), ("document", .string(result.document)),
        ("removed", .number(result.removed)), ("restored", .number(result.restored)),
        ("kept", .number(result.kept)), ("memoryRemoved", .bool(result.isMemoryRemoved)),
      ]
      try output.write(line: JSONValue.object(members).description)
    } else {
      var line = "took \(Message.shown(result.document)) back from \(Message.shown(memory.name)): "
      line += "\(result.removed) removed, \(result.restored) restored"
      if result.kept > 0 { line += ", \(result.kept) kept, for they were changed by hand" }
      if result.isMemoryRemoved { line += "; nothing is left, so the memory is removed" }
      try output.write(line: line)
    }
    try output.flush()
  }
}
