import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Ctrl-C, and the signals TERM and HUP: end the process with 130, 143 and 129, at once, or where
/// something must be undone first, at the next ``check()``.
struct Interruption: Error, CustomStringConvertible {
  /// What was not done.
  var description: String

  /// What Ctrl-C does. Atomic without locks, so that a signal handler may use it.
  private static let state = Atomic<Int>(atOnce)
  private static let atOnce = 0
  private static let atNextCheck = 1
  /// From here on: this and the number of the signal that came.
  private static let pressed = 2

  /// 128 and the number of the signal, as a shell tells of it.
  static var exitCode: Int32 {
    let signal = state.load(ordering: .sequentiallyConsistent) - pressed
    return 128 + (signal > 0 ? Int32(signal) : SIGINT)
  }

  /// To be called once, first of all.
  static func install() {
    // The handler must find it made.
    state.store(atOnce, ordering: .sequentiallyConsistent)
    let end: @convention(c) (Int32) -> Void = { number in
      let (exchanged, _) = Interruption.state.compareExchange(
        expected: Interruption.atNextCheck, desired: Interruption.pressed + Int(number),
        ordering: .sequentiallyConsistent)
      // Pressed again, it does not wait for the check.
      if !exchanged { _exit(128 + number) }
    }
    signal(SIGINT, end)
    signal(SIGTERM, end)
    // Where it is ignored already, as by nohup, it stays so.
    var hangUp = sigaction()
    let isIgnored = sigaction(SIGHUP, nil, &hangUp) == 0 && Self.isIgnored(hangUp)
    if !isIgnored { signal(SIGHUP, end) }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
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

  static var wasPressed: Bool { state.load(ordering: .sequentiallyConsistent) >= pressed }

  /// - Throws: an ``Interruption`` that says `what`, when Ctrl-C was pressed.
  static func check(_ what: @autoclosure () -> String) throws {
    if wasPressed { throw Interruption(description: what()) }
  }
}
