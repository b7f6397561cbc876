#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Who writes to a term base, for those who wait: a file `DATABASE.lock`, held with `flock`, with the
/// process and its command in it.
///
/// SQLite's own locks guard the data; this one only makes the turns known, so nothing is lost where
/// a file system has no `flock` or a program writes without it. The system lets go of it when its
/// process ends, however it ends; a file that is left behind means nothing.
struct WriterLock: ~Copyable {
  /// -1 where the file system knows no such lock.
  private let descriptor: Int32
  private let path: String

  /// Waits for its turn.
  ///
  /// - Throws: ``StoreError`` with `busy` when the policy's limit is reached.
  init(database: String, shownPath: String, policy: WaitPolicy) throws(StoreError) {
    path = database + ".lock"
    let start = ContinuousClock.now
    var told: String?
    while true {
      switch Self.tryLock(path) {
      case .held(let descriptor):
        self.descriptor = descriptor
        sign(policy.command)
        return
      case .unsupported:
        descriptor = -1
        return
      case .gone: continue
      case .taken(let holder):
        let waited = ContinuousClock.now - start
        if waited >= policy.limit {
          throw StoreError(
            .busy, at: shownPath, ["holder": holder, "seconds": policy.seconds])
        }
        if waited >= policy.patience, told != holder {
          told = holder
          policy.notice(StoreError(.waiting, at: shownPath, ["holder": holder]))
        }
        usleep(20_000)
      }
    }
  }

  /// The file goes while it is still held, so that whoever waits finds it gone and makes a new one.
  deinit {
    guard descriptor >= 0 else { return }
    unlink(path)
    close(descriptor)
  }

  private enum Attempt {
    case held(Int32)
    case taken(holder: String)
    /// The file was removed between being opened and being locked.
    case gone
    case unsupported
  }

  private static func tryLock(_ path: String) -> Attempt {
    var descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    // Another user's file can still be locked.
    if descriptor < 0 { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard descriptor >= 0 else { return .unsupported }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      var held = stat()
      var named = stat()
      if fstat(descriptor, &held) == 0, lstat(path, &named) == 0, held.st_ino == named.st_ino,
        held.st_dev == named.st_dev
      {
        return .held(descriptor)
      }
      close(descriptor)
      return .gone
    }
    let isTaken = errno == EWOULDBLOCK
    let holder = isTaken ? signature(descriptor) : ""
    close(descriptor)
    return isTaken ? .taken(holder: holder) : .unsupported
  }

  private func sign(_ command: String) {
    let text = Array("\(getpid())\t\(command)\n".utf8.prefix(4_000))
    // A lock without a name on it is still a lock: on a full disk nobody is told who writes.
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  /// "process 12 (yiming term add …)", as far as the file says.
  private static func signature(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let text = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let parts = text.split(separator: "\n").first?.split(separator: "\t", maxSplits: 1) ?? []
    guard let process = parts.first, Int32(process) != nil else { return unknownHolder }
    return parts.count > 1 ? "process \(process) (\(parts[1]))" : "process \(process)"
  }

  static let unknownHolder = "another program"
}
