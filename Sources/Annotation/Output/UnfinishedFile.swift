import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The temporary file that is being written: Ctrl-C does not leave it behind.
public enum UnfinishedFile {
  /// The address of its path, 0 for none.
  private static let pending = Atomic<UInt>(0)

  /// From now on an interruption (SIGINT, SIGTERM, SIGHUP) removes the file that is being written
  /// and ends the process with 128 and the signal's number: 130 after Ctrl-C.
  public static func removeWhenInterrupted() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      // Only what a signal handler may call: an atomic load, unlink, _exit.
      signal(number) { number in
        let address = UnfinishedFile.pending.load(ordering: .acquiring)
        if let path = UnsafePointer<CChar>(bitPattern: address) { unlink(path) }
        _exit(128 + number)
      }
    }
  }

  /// The file to remove, one at a time; `nil` for none. The path's memory is never given back, for
  /// a handler might be reading it.
  static func set(_ path: String?) {
    let copy = path.flatMap { strdup($0) }
    pending.store(UInt(bitPattern: copy), ordering: .releasing)
  }
}
