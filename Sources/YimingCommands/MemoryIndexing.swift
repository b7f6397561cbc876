import Store
import TermModel
import Workspace

/// Makes a memory searchable when units came to it, so that the first search need not wait.
enum MemoryIndexing {
  /// What was stored is stored: that an index cannot be made now is a warning.
  static func prepare(_ memory: String, in base: SQLiteTermBase, spool: SegmentSpool? = nil) {
    do {
      try MemoryLibrary(opened: base).prepare(memory, spool: spool)
    } catch {
      let reason = (error as? any ReportableError).map { Message($0).description } ?? "\(error)"
      Console.warn(CommandError(.notIndexed, nil, ["name": memory, "reason": reason]))
    }
  }
}
