#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads files whole.
enum FileInput {
  /// - Parameter path: `-` for standard input.
  /// - Throws: ``AnnotationError`` with `missing`, `folder` or `unreadable`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, sizeHint: 65_536, document: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw AnnotationError(.missing, in: path) }
      throw AnnotationError(.unreadable, in: path, ["reason": lastSystemError()])
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw AnnotationError(.unreadable, in: path, ["reason": lastSystemError()])
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw AnnotationError(.folder, in: path) }
    return try read(descriptor: descriptor, sizeHint: Int(status.st_size) + 1, document: path)
  }

  /// Bytes of a file; 0 where that is not known beforehand.
  static func size(_ path: String) -> Int {
    var status = stat()
    return path != "-" && stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// - Parameter sizeHint: mostly the file's size and one more, so that one read has it all.
  private static func read(descriptor: Int32, sizeHint: Int, document: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var room = max(sizeHint, 4_096)
    while true {
      var got = 0
      let block = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        repeat {
          got = readOnce(descriptor, buffer.baseAddress, room)
        } while got < 0 && errno == EINTR
        initialized = max(0, got)
      }
      if got < 0 {
        throw AnnotationError(.unreadable, in: document, ["reason": lastSystemError()])
      }
      if got == 0 { return bytes }
      if bytes.isEmpty { bytes = block } else { bytes += block }
      room = 65_536
    }
  }

  private static func readOnce(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  )
    -> Int
  {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Musl)
      Musl.read(descriptor, buffer, count)
    #else
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}
