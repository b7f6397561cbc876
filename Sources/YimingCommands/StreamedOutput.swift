import XMLStream

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An output of any size: standard output, or a file that takes its place when it is complete.
///
///     let output = try StreamedOutput(path)
///     try output.write("<tmx>")
///     try output.commit()
///
/// Without ``commit()`` nothing is left of a file, and what was there stays.
final class StreamedOutput: XMLSink {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// The file that is written, and where it goes; `nil` for what is written to as it is.
  private var replacement: (temporary: String, target: String)?
  private static let block = 1 << 18

  /// - Parameter path: `-` for standard output. A pipe or a device is written to as it is.
  /// - Throws: ``FileError``.
  init(_ path: String) throws(FileError) {
    self.path = path
    if path == "-" {
      descriptor = STDOUT_FILENO
      return
    }
    var target = path
    var found = stat()
    let exists = stat(path, &found) == 0
    if exists, found.st_mode & S_IFMT == S_IFDIR { throw FileError(.isFolder, path) }
    if exists, found.st_mode & S_IFMT != S_IFREG {
      descriptor = open(path, O_WRONLY | O_CLOEXEC)
    } else {
      if exists, let real = realpath(path, nil) {
        target = String(cString: real)
        free(real)
      }
      let temporary = "\(target).\(getpid()).part"
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      replacement = (temporary, target)
    }
    guard descriptor >= 0 else {
      replacement = nil
      throw FileError(.unwritable, path, reason: lastSystemError())
    }
    if exists, replacement != nil { _ = fchmod(descriptor, found.st_mode & 0o7777) }
    buffer.reserveCapacity(Self.block + 65_536)
  }

  deinit {
    if path != "-", descriptor >= 0 { close(descriptor) }
    if let replacement { unlink(replacement.temporary) }
  }

  func write(_ bytes: Span<UInt8>) throws {
    bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    try flushIfFull()
  }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    try flushIfFull()
  }

  func write(_ text: StaticString) throws {
    text.withUTF8Buffer { buffer.append(contentsOf: $0) }
    try flushIfFull()
  }

  private func flushIfFull() throws { if buffer.count >= Self.block { try flush() } }

  /// - Throws: ``ClosedPipe``, ``FileError``.
  private func flush() throws {
    try StandardOutput.writeAll(buffer, to: descriptor, name: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what is left; a file is on the disk and in its place when this returns.
  ///
  /// - Throws: ``ClosedPipe``, ``FileError``.
  func commit() throws {
    try flush()
    guard let replacement else { return }
    guard fsync(descriptor) == 0, rename(replacement.temporary, replacement.target) == 0 else {
      throw FileError(.unwritable, path, reason: lastSystemError())
    }
    self.replacement = nil
  }
}
