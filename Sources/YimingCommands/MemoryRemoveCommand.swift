import ArgumentParser
import Store
import TermModel

/// `yiming memory remove`
struct MemoryRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove a memory with all its units, or single units of it.",
    discussion: """
      What is removed is gone; "yiming tmx export" makes a copy before. Of several units all are \
      removed, or none.

      EXAMPLES
        yiming memory remove news
        yiming memory remove news --unit 17 --unit 18
      """)

  @Argument(help: "The memory.")
  var name: String

  @Option(
    name: .customLong("unit"),
    help: ArgumentHelp("The number of a unit of it; repeatable.", valueName: "number"))
  var units: [Int] = []

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let (memory, count) = try writing.openExisting().writeMemories { memories in
      let memory = try memories.existingMemory(named: name)
      if units.isEmpty {
        try memories.remove(memory.id)
        return (memory, memory.unitCount)
      }
      let numbers = Set(units)
      for number in numbers.sorted() { try memories.removeUnit(number, of: memory.id) }
      return (memory, numbers.count)
    }
    var output = StandardOutput()
    if format == .json {
      let members: [(String, JSONValue)] = [
        ("removed", .string(memory.name)), ("units", .number(count)),
        ("memoryRemoved", .bool(units.isEmpty)),
      ]
      try output.write(line: JSONValue.object(members).description)
    } else if units.isEmpty {
      try output.write(line: "removed \(Message.shown(memory.name)) with its units (\(count))")
    } else {
      try output.write(line: "removed units of \(Message.shown(memory.name)): \(count)")
    }
    try output.flush()
  }
}
