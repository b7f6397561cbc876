#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A temporary file that is written at its end and read anywhere; it goes with its owner, also where
/// the process is killed, for it has no name.
final class SpoolFile {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var written = 0
  private(set) var hasFailed = false
  private static let block = 1 << 18

  init?(folder: String) {
    let path = "\(folder)/spool-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    buffer.reserveCapacity(Self.block + 4_096)
  }

  deinit { close(descriptor) }

  var length: Int { written + buffer.count }

  func append(_ bytes: UnsafeRawBufferPointer) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.block { flush() }
  }

  func flush() {
    var start = 0
    while start < buffer.count, !hasFailed {
      let count = buffer[start...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      // A full disk: then there is no spool.
      if count <= 0 {
        hasFailed = true
      } else {
        (start, written) = (start + count, written + count)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Forgets what was written behind a place.
  func truncate(to place: Int) {
    if place >= written {
      buffer.removeLast(max(0, length - place))
    } else {
      buffer.removeAll(keepingCapacity: true)
      written = place
      // What stands there is written over.
      _ = ftruncate(descriptor, off_t(place))
    }
  }

  /// As many bytes from a place as are there, up to a number.
  func read(at place: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var got = 0
    while got < count {
      let some = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + got, count - got, off_t(place + got))
      }
      if some < 0, errno == EINTR { continue }
      guard some >= 0 else { return nil }
      if some == 0 { break }
      got += some
    }
    bytes.removeLast(count - got)
    return bytes
  }
}

/// Reads a part of a spool from its beginning to its end.
struct SpoolReader {
  private let file: SpoolFile
  private var block: [UInt8] = []
  /// In the block.
  private var at = 0
  /// In the file, behind the block.
  private var place: Int
  private let end: Int
  private static let blockLength = 1 << 18

  /// - Returns: `nil` where the file was not written as it should be.
  init?(_ file: SpoolFile, _ range: Range<Int>) {
    file.flush()
    if file.hasFailed { return nil }
    self.file = file
    place = range.lowerBound
    end = range.upperBound
  }

  var hasMore: Bool { at < block.count || place < end }

  /// Sees to it that so many bytes are in the block.
  private mutating func need(_ count: Int) -> Bool {
    if block.count - at >= count { return true }
    let wanted = min(max(Self.blockLength, count), end - place + (block.count - at))
    guard wanted >= count, let more = file.read(at: place, wanted - (block.count - at)) else {
      return false
    }
    block = Array(block[at...]) + more
    at = 0
    place += more.count
    return block.count >= count
  }

  mutating func value<Value: BitwiseCopyable>(_ type: Value.Type) -> Value? {
    let size = MemoryLayout<Value>.size
    guard need(size) else { return nil }
    defer { at += size }
    return block.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: at, as: Value.self) }
  }

  mutating func bytes(_ count: Int) -> [UInt8]? {
    guard need(count) else { return nil }
    defer { at += count }
    return Array(block[at..<at + count])
  }

  mutating func skip(_ count: Int) -> Bool {
    guard need(count) else { return false }
    at += count
    return true
  }
}
