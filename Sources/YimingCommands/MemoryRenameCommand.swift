import ArgumentParser
import Store
import TermModel

/// `yiming memory rename`
struct MemoryRenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give a memory another name.",
    discussion: """
      EXAMPLES
        yiming memory rename default news
      """)

  @Argument(help: "The memory.")
  var name: String

  @Argument(help: "What it is to be called.")
  var newName: String

  @OptionGroup var writing: WritingOptions

  func run() throws {
    let old = try writing.openExisting().writeMemories { memories in
      let memory = try memories.existingMemory(named: name)
      try memories.rename(memory.id, to: newName)
      return memory.name
    }
    var output = StandardOutput()
    try output.write(line: "renamed \(Message.shown(old)) to \(Message.shown(newName))")
    try output.flush()
  }
}
