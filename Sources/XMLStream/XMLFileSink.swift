#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A sink that is an open file, which stays its owner's to close.
public final class XMLFileSink: XMLSink {
  private let descriptor: Int32
  private let document: String

  /// - Parameters:
  ///   - descriptor: open for writing.
  ///   - document: its name for messages.
  public init(descriptor: Int32, document: String) {
    self.descriptor = descriptor
    self.document = document
  }

  /// - Throws: ``XMLProblem`` with `unwritable`, whose value `errno` is the system's number: 32
  ///   where the reader of a pipe has gone.
  public func write(_ bytes: Span<UInt8>) throws {
    try unsafe bytes.withUnsafeBytes { raw in
      var rest = unsafe raw
      while let start = rest.baseAddress, unsafe !rest.isEmpty {
        let written = unsafe systemWrite(descriptor, start, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          throw XMLProblem(
            .unwritable, in: document, line: nil,
            ["reason": lastSystemError(), "errno": String(errno)])
        }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
