import ArgumentParser

/// How `yiming memory search` answers.
enum MemorySearchFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  /// JSON Lines: one object a line.
  case json
  /// A table with a head, a line for each translation.
  case tsv
  /// The units that were found, each once.
  case tmx
}
