#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Makes one line feed of each carriage return with or without a line feed (XML 1.0, 2.11), before
/// libxml2 does: it would count the lines of a file with bare carriage returns as one.
@safe struct LineEnds {
  /// Whether the last byte was a carriage return, which is written as a line feed.
  private var wasReturn = false

  /// Does so in what stands in the buffer from `start` on.
  mutating func normalise(_ buffer: inout XMLByteBuffer, from start: Int) {
    let count = buffer.count - start
    guard count > 0 else { return }
    let bytes = unsafe buffer.start + start
    let hasReturn = unsafe memchr(bytes, 0x0D, count) != nil
    guard wasReturn || hasReturn else { return }
    var made = 0
    for index in 0..<count {
      let byte = unsafe bytes[index]
      if byte == 0x0D {
        unsafe bytes[made] = 0x0A
        made += 1
      } else if byte != 0x0A || !wasReturn {
        unsafe bytes[made] = byte
        made += 1
      }
      wasReturn = byte == 0x0D
    }
    buffer.truncate(to: start + made)
  }
}
