import TermModel
import Workspace

/// How far the making of an index is, on a line of the terminal that is written over: after half a
/// second, and only where standard error is one.
///
///     indexing news (zh-TW): 45 %
final class IndexingLine {
  private let isShown = Console.isTerminal
  private var start: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?
  private var isOnScreen = false

  deinit { clear() }

  func update(_ progress: MemoryLibrary.Progress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let start = start ?? now
    self.start = start
    guard now - start >= .milliseconds(500), last.map({ now - $0 >= .milliseconds(200) }) ?? true
    else { return }
    last = now
    let share = progress.units * 100 / max(1, max(progress.units, progress.totalUnits))
    let language = progress.language.isEmpty ? "languages" : progress.language
    let name = "\(Message.shown(progress.memory)) (\(Message.shown(language)))"
    // Back to the start of the line, and what stood there cleared (ECMA-48, EL).
    Console.put("\r\u{1B}[Kindexing \(name): \(share) %")
    isOnScreen = true
  }

  /// Takes the line away, so that messages begin at the left.
  func clear() {
    if isOnScreen { Console.put("\r\u{1B}[K") }
    isOnScreen = false
    start = nil
  }
}
