#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An input that is read more than once, whatever it is.
///
///     let input = try RereadableInput(path: "-")
///     let source = try input.source()   // each from the beginning
///
/// What is no regular file (a pipe, standard input) gives its bytes once: it is copied first, packed
/// as it is, into a file without a name in `TMPDIR`, which is gone with this object.
@safe public final class RereadableInput {
  public let path: String
  private let limits: XMLLimits
  /// The copy and its size.
  private var copy: (descriptor: Int32, size: Int)?

  /// - Parameters:
  ///   - path: `-` for standard input.
  ///   - limits: of a copy, ``XMLLimits/unpackedBytes`` is the most.
  ///   - progress: is told the bytes copied so far; what it throws ends the copying.
  /// - Throws: ``XMLProblem``, what `progress` threw. That there is no such file, ``source()`` tells.
  public init(
    path: String, limits: XMLLimits = XMLLimits(), progress: ((Int) throws -> Void)? = nil
  ) throws {
    self.path = path
    self.limits = limits
    var found = stat()
    let isKnown = unsafe path == "-" ? fstat(STDIN_FILENO, &found) == 0 : stat(path, &found) == 0
    let format = found.st_mode & S_IFMT
    if isKnown, format == S_IFDIR || (format == S_IFREG && path != "-") { return }
    // A closed standard input is told by its reading.
    if !isKnown, path != "-" { return }
    try makeCopy(progress)
  }

  deinit { if let copy { _ = close(copy.descriptor) } }

  /// The bytes from the beginning, independent of the other sources.
  ///
  /// - Throws: ``XMLProblem``.
  public func source() throws -> XMLByteSource {
    guard let copy else { return try XMLByteSource(path: path, limits: limits) }
    let input = RawInput(descriptor: copy.descriptor, size: copy.size, document: path)
    return try XMLByteSource(input, document: path, limits)
  }

  private func makeCopy(_ progress: ((Int) throws -> Void)?) throws {
    let input = try RawInput(path: path)
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    let descriptor = try Self.openNameless(in: folder)
    copy = (descriptor, 0)
    let sink = XMLFileSink(descriptor: descriptor, document: folder)
    var size = 0
    while case let block = unsafe try input.peek(1), !block.isEmpty {
      size += block.count
      if size > limits.unpackedBytes {
        throw XMLProblem(
          .unreadable, in: path, line: nil,
          ["reason": "it gives more than \(limits.unpackedBytes) bytes; save them as a file first"])
      }
      unsafe try sink.write(Span(_unsafeElements: block))
      input.take(block.count)
      try progress?(size)
    }
    copy = (descriptor, size)
  }

  /// A new file that has no name any more.
  private static func openNameless(in folder: String) throws -> Int32 {
    var template = Array("\(folder)/yiming-XXXXXX".utf8CString)
    let descriptor = unsafe template.withUnsafeMutableBufferPointer { name in
      let descriptor = unsafe mkstemp(name.baseAddress!)
      if descriptor >= 0 { _ = unsafe unlink(name.baseAddress!) }
      return descriptor
    }
    guard descriptor >= 0 else {
      throw XMLProblem(.unwritable, in: folder, line: nil, ["reason": lastSystemError()])
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }
}
