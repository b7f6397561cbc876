#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The program's answer: standard output, written in blocks of 64 KiB.
///
/// Whoever writes to it calls ``flush()`` at the end.
struct StandardOutput {
  private var buffer: [UInt8] = []
  private static let block = 65_536

  mutating func write(_ text: String) throws { try write(bytes: text.utf8) }

  mutating func write(line: String) throws {
    try write(line)
    try write("\n")
  }

  /// - Throws: ``ClosedPipe`` when nobody reads any more, ``FileError`` for a full disk and the like.
  mutating func write(bytes: some Collection<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.block { try flush() }
  }

  mutating func flush() throws {
    try Self.writeAll(buffer, to: STDOUT_FILENO, name: "-")
    buffer.removeAll(keepingCapacity: true)
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { writeSome(descriptor, $0) }
      if written < 0, errno == EPIPE { throw ClosedPipe() }
      if written < 0 { throw FileError(.unwritable, name, reason: lastSystemError()) }
      start += written
    }
  }
}

/// Whoever read our output has enough: `yiming term list | head -1`.
struct ClosedPipe: Error {}

/// What the system said of the last call that failed: "Permission denied".
func lastSystemError() -> String { String(cString: strerror(errno)) }
