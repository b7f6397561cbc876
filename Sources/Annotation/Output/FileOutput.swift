#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes to an open file, 64 KiB at a time.
public final class FileOutput: ByteOutput {
  private let descriptor: Int32
  private let document: String
  private var buffer: [UInt8] = []
  private static let capacity = 65_536

  /// - Parameters:
  ///   - descriptor: stays open and the caller's.
  ///   - document: the name under which errors speak of it.
  public init(descriptor: Int32, document: String) {
    self.descriptor = descriptor
    self.document = document
  }

  /// Standard output.
  public static func standard() -> FileOutput { FileOutput(descriptor: 1, document: "-") }

  /// - Throws: ``AnnotationError`` with `unwritable`; ``OutputClosed`` if nobody reads any more.
  public func write(_ bytes: ArraySlice<UInt8>) throws {
    if buffer.count + bytes.count > Self.capacity { try flush() }
    if bytes.count > Self.capacity {
      try writeAll(bytes)
    } else {
      buffer += bytes
    }
  }

  public func flush() throws {
    try writeAll(buffer[...])
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeAll(_ bytes: ArraySlice<UInt8>) throws {
    try bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = writeOnce(bytes.baseAddress! + done, bytes.count - done)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          throw OutputClosed()
        } else if errno != EINTR {
          throw AnnotationError(.unwritable, in: document, ["reason": lastSystemError()])
        }
      }
    }
  }

  private func writeOnce(_ start: UnsafeRawPointer, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #elseif canImport(Musl)
      Musl.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }
}
