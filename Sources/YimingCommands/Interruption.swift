import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C: ends the process with 130, at once, or where something must be undone first, at the next
/// ``check()``.
struct Interruption: Error, CustomStringConvertible {
  /// What was not done.
  var description: String

  /// What Ctrl-C does. Atomic without locks, so that a signal handler may use it.
  private static let state = Atomic<Int>(atOnce)
  private static let atOnce = 0
  private static let atNextCheck = 1
  private static let pressed = 2

  /// To be called once, first of all.
  static func install() {
    // The handler must find it made.
    state.store(atOnce, ordering: .sequentiallyConsistent)
    signal(SIGINT) { _ in
      let (exchanged, _) = Interruption.state.compareExchange(
        expected: Interruption.atNextCheck, desired: Interruption.pressed,
        ordering: .sequentiallyConsistent)
      // Pressed again, it does not wait for the check.
      if !exchanged { _exit(130) }
    }
  }

  /// Runs the body, in which Ctrl-C waits for ``check()``.
  static func deferred<Answer>(_ body: () throws -> Answer) rethrows -> Answer {
    state.store(atNextCheck, ordering: .sequentiallyConsistent)
    defer {
      // A press that no check has seen is not forgotten: see ``wasPressed``.
      _ = state.compareExchange(
        expected: atNextCheck, desired: atOnce, ordering: .sequentiallyConsistent)
    }
    return try body()
  }

  /// Runs the body, in which Ctrl-C waits for ``check()`` once the body says so: what is waited for
  /// before that ends at once.
  static func deferredOnceBegun<Answer>(
    _ body: (_ begin: () -> Void) throws -> Answer
  ) rethrows -> Answer {
    defer {
      _ = state.compareExchange(
        expected: atNextCheck, desired: atOnce, ordering: .sequentiallyConsistent)
    }
    return try body { state.store(atNextCheck, ordering: .sequentiallyConsistent) }
  }

  static var wasPressed: Bool { state.load(ordering: .sequentiallyConsistent) == pressed }

  /// - Throws: an ``Interruption`` that says `what`, when Ctrl-C was pressed.
  static func check(_ what: @autoclosure () -> String) throws {
    if wasPressed { throw Interruption(description: what()) }
  }
}
