import ArgumentParser

/// `yiming memory`: translation memories.
struct MemoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Search, list and change translation memories.",
    discussion: """
      A memory holds translation units as "yiming tmx import" brought them, with everything that TMX \
      can carry. Names of memories are compared without regard to case.

      EXAMPLES
        yiming memory search 儲存檔案。
        yiming memory concordance 檔案
        yiming memory list
        yiming memory undo news
      """,
    subcommands: [
      MemorySearchCommand.self, MemoryConcordanceCommand.self, MemoryPretranslateCommand.self,
      MemoryAddCommand.self, MemoryEditCommand.self, MemoryListCommand.self,
      MemoryRenameCommand.self, MemoryRemoveCommand.self, MemoryUndoCommand.self,
    ])
}
