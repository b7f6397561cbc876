#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Turns attribute values as libxml2 gives them into what they are.
///
/// A value without references lies in the input as it is. Of others libxml2 makes a copy, in which
/// an ampersand is still written as `&#38;`, for a tree to be built of it; with `XML_PARSE_NOENT`
/// it would not be, but then entities would be expanded.
@safe struct AttributeValues: ~Copyable {
  private var scratch = XMLByteBuffer()

  /// For the next start tag.
  /// - Parameter most: bytes of all its values.
  mutating func begin(_ most: Int) {
    scratch.removeAll()
    _ = unsafe scratch.reserve(most)
  }

  /// The value, which lives until ``begin(_:)``.
  mutating func resolved(_ value: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let start = value.baseAddress, unsafe !Self.isPlain(start, value.count) else {
      return unsafe value
    }
    let from = scratch.count
    var index = 0
    while index < value.count {
      let byte = unsafe value[index]
      scratch.append(byte)
      // Nothing else can follow: every ampersand is written so.
      index += byte == UInt8(ascii: "&") ? 5 : 1
    }
    return unsafe UnsafeBufferPointer(start: scratch.start + from, count: scratch.count - from)
  }

  private static func isPlain(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    unsafe memchr(start, CInt(UInt8(ascii: "&")), count) == nil
  }
}
