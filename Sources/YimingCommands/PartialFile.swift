#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A new file in a folder, for what is to take another file's place when it is complete.
enum PartialFile {
  /// Makes a file with a short name of its own, `.yiming-3f0a….part`, and the usual permissions.
  ///
  /// - Parameter target: the file whose folder it is made in, so that it can be renamed to it.
  /// - Returns: `nil` where it cannot be made; `errno` says why.
  static func open(beside target: String) -> (descriptor: Int32, path: String)? {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    // A name may be taken; that so many are is no chance.
    for _ in 0..<100 {
      let number = String(UInt64.random(in: .min ... .max), radix: 16)
      let path = "\(folder).yiming-\(number).part"
      let descriptor = create(path)
      if descriptor >= 0 { return (descriptor, path) }
      if errno != EEXIST { return nil }
    }
    return nil
  }

  private static func create(_ path: String) -> Int32 {
    openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  }
}

/// `open(2)` under a name that ``PartialFile/open(beside:)`` does not hide.
private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
