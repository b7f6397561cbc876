import TermModel
import Workspace

/// Why nothing can be found, told once.
struct MemoryHints {
  private var told: Set<CommandError> = []
  private var pending: [CommandError] = []

  /// - Parameter isEmpty: whether there is no memory.
  mutating func note(_ isEmpty: Bool) { if isEmpty { add(CommandError(.noMemories)) } }

  mutating func note(_ scope: OpenLibrary.Scope, from language: LanguageTag) {
    guard scope.isEmpty, !scope.memories.isEmpty else { return }
    let others = scope.languages.map(\.description).joined(separator: ", ")
    let values = ["language": language.description, "languages": others.isEmpty ? "none" : others]
    add(CommandError(.noSegments, nil, values))
  }

  private mutating func add(_ error: CommandError) {
    if told.insert(error).inserted { pending.append(error) }
  }

  mutating func tell() {
    for error in pending { Console.warn(error) }
    pending = []
  }
}
