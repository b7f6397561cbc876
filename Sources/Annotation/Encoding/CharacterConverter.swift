#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One direction of the C library's `iconv`.
struct CharacterConverter: ~Copyable {
  private let descriptor: iconv_t

  /// Where a conversion stopped.
  struct Progress {
    var read: Int
    var written: Int
    var end: End
  }

  enum End {
    case complete
    /// There is no room for the next character.
    case full
    /// The input ends inside a character.
    case cut
    /// The bytes at the place reached are no character, or one that the target does not have.
    case wrong
  }

  /// `nil` where the C library does not know one of the encodings.
  init?(from source: String, to target: String) {
    guard let opened = iconv_open(target, source), opened != iconv_t(bitPattern: -1) else {
      return nil
    }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// Converts `input[range]` into `output`, as far as it goes, from a fresh state.
  func convert(_ input: [UInt8], _ range: Range<Int>, into output: inout [UInt8], limit: Int)
    -> Progress
  {
    precondition(range.upperBound <= input.count && limit <= output.count)
    return input.withUnsafeBytes { source in
      output.withUnsafeMutableBytes { target in
        iconv(descriptor, nil, nil, nil, nil)
        // iconv only reads what it is given, but its signature does not say so.
        var next = source.baseAddress.map {
          UnsafeMutableRawPointer(mutating: $0 + range.lowerBound)
            .assumingMemoryBound(to: CChar.self)
        }
        var left = range.count
        var place = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = limit
        guard next != nil, place != nil else {
          return Progress(read: 0, written: 0, end: range.isEmpty ? .complete : .full)
        }
        var end = End.complete
        if iconv(descriptor, &next, &left, &place, &room) == Int(bitPattern: UInt.max) {
          end =
            switch errno {
            case E2BIG: .full
            case EINVAL: .cut
            default: .wrong
            }
        } else if iconv(descriptor, nil, nil, &place, &room) == Int(bitPattern: UInt.max) {
          end = .full
        }
        return Progress(read: range.count - left, written: limit - room, end: end)
      }
    }
  }
}
