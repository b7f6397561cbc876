#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads what the command line names, as bytes.
enum InputFile {
  /// More than this is not read into memory.
  static let largest = 1 << 30

  /// - Parameter path: `-` for standard input.
  /// - Throws: ``FileError``.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw FileError(.missing, path) }
      throw FileError(.unreadable, path, reason: lastSystemError())
    }
    defer { if path != "-" { close(descriptor) } }
    var found = stat()
    var expected = 0
    if fstat(descriptor, &found) == 0 {
      if found.st_mode & S_IFMT == S_IFDIR { throw FileError(.isFolder, path) }
      if found.st_mode & S_IFMT == S_IFREG { expected = Int(found.st_size) }
    }
    if expected > largest { throw FileError(.tooLarge, path) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected + 1)
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = block.withUnsafeMutableBytes {
        readSome(descriptor, $0)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EISDIR { throw FileError(.isFolder, path) }
        throw FileError(.unreadable, path, reason: lastSystemError())
      }
      bytes.append(contentsOf: block[..<count])
      if bytes.count > largest { throw FileError(.tooLarge, path) }
    }
  }

  /// `read(2)`, called again when a signal interrupts it.
  private static func readSome(
    _ descriptor: Int32, _ block: UnsafeMutableRawBufferPointer
  ) -> Int {
    while true {
      let count = posixRead(descriptor, block.baseAddress, block.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

/// `read(2)` under a name that ``InputFile/read(_:)`` does not hide.
private func posixRead(
  _ descriptor: Int32, _ start: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  read(descriptor, start, count)
}
