import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary files that are being written: Ctrl-C does not leave them behind.
public enum UnfinishedFile {
  /// As many files at once, one for each document at work.
  static let most = 64

  /// The addresses of their paths, 0 for none. Atomics, made once and never given back.
  nonisolated(unsafe) private static let pending: UnsafeMutablePointer<Atomic<UInt>> = {
    let addresses = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: most)
    for index in 0..<most { (addresses + index).initialize(to: Atomic(0)) }
    return addresses
  }()

  /// From now on an interruption (SIGINT, SIGTERM, SIGHUP) removes the files that are being written
  /// and ends the process with 128 and the signal's number: 130 after Ctrl-C.
  public static func removeWhenInterrupted() {
    // The handler must find it made.
    _ = pending
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Only what a signal handler may call: an atomic load, unlink, _exit.
      signal(number) { number in
        for index in 0..<UnfinishedFile.most {
          let address = UnfinishedFile.pending[index].load(ordering: .acquiring)
          if let path = UnsafePointer<CChar>(bitPattern: address) { unlink(path) }
        }
        _exit(128 + number)
      }
    }
  }

  /// Takes a file up among those to remove. The path's memory is never given back, for a handler
  /// might be reading it.
  ///
  /// - Returns: what ``remove(_:)`` takes; `nil` where there are too many.
  static func add(_ path: String) -> Int? {
    guard let copy = strdup(path) else { return nil }
    for index in 0..<most {
      let (isOurs, _) = pending[index].compareExchange(
        expected: 0, desired: UInt(bitPattern: copy), ordering: .acquiringAndReleasing)
      if isOurs { return index }
    }
    free(copy)
    return nil
  }

  /// The file is whole, or gone.
  static func remove(_ number: Int?) {
    guard let number else { return }
    pending[number].store(0, ordering: .releasing)
  }
}
