#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The bytes of a file as they lie there, in blocks, with what was read and not taken yet.
@safe final class RawInput {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// Where the next block is, in a file whose descriptor others read from too.
  private var position: Int?
  private let document: String
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var start = 0
  private var end = 0
  private var isAtEnd = false

  /// Bytes taken.
  private(set) var taken = 0
  /// Bytes of the file; `nil` of a pipe.
  let total: Int?

  static let blockSize = 128 << 10

  /// - Parameter path: `-` for standard input.
  init(path: String) throws(XMLProblem) {
    document = path
    if path == "-" {
      descriptor = 0
      ownsDescriptor = false
    } else {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      ownsDescriptor = true
    }
    unsafe buffer = .allocate(capacity: Self.blockSize)
    guard descriptor >= 0 else {
      let code: XMLProblem.Code = errno == ENOENT ? .missing : .unreadable
      let reason = lastSystemError()
      total = nil
      throw XMLProblem(code, in: path, line: nil, ["reason": reason])
    }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    let format = status.st_mode & S_IFMT
    total = isKnown && format == S_IFREG ? Int(status.st_size) : nil
    if isKnown, format == S_IFDIR { throw XMLProblem(.folder, in: path, line: nil) }
  }

  /// From the beginning of a regular file that is open elsewhere and stays so.
  init(descriptor: Int32, size: Int, document: String) {
    self.document = document
    self.descriptor = descriptor
    ownsDescriptor = false
    position = 0
    total = size
    unsafe buffer = .allocate(capacity: Self.blockSize)
  }

  init(bytes: [UInt8], document: String) {
    self.document = document
    descriptor = -1
    ownsDescriptor = false
    total = bytes.count
    unsafe buffer = .allocate(capacity: max(bytes.count, 1))
    _ = unsafe buffer.initialize(from: bytes)
    end = bytes.count
    isAtEnd = true
  }

  deinit {
    unsafe buffer.deallocate()
    if ownsDescriptor, descriptor >= 0 { _ = close(descriptor) }
  }

  /// What is there to take; at least `count` bytes unless the file ends before.
  func peek(_ count: Int) throws(XMLProblem) -> UnsafeBufferPointer<UInt8> {
    if end - start < count, !isAtEnd { try fill(count) }
    return unsafe UnsafeBufferPointer(rebasing: buffer[start..<end])
  }

  func take(_ count: Int) {
    start += count
    taken += count
  }

  /// Takes bytes away without looking at them; fewer where the file ends.
  func skip(_ count: Int) throws(XMLProblem) {
    var left = count
    while left > 0 {
      let part = unsafe try peek(1).count
      if part == 0 { return }
      take(min(part, left))
      left -= min(part, left)
    }
  }

  /// Goes to a place in a file that is no pipe.
  func seek(to offset: Int) throws(XMLProblem) {
    taken = offset
    guard descriptor >= 0 else {
      start = min(offset, end)
      return
    }
    start = 0
    end = 0
    isAtEnd = false
    if position != nil {
      position = offset
    } else if lseek(descriptor, off_t(offset), SEEK_SET) < 0 {
      try fail()
    }
  }

  /// Reads into memory of the caller what is not in the buffer: it must be empty.
  /// - Returns: the number of bytes, 0 at the end.
  func read(
    into memory: UnsafeMutablePointer<UInt8>, _ capacity: Int
  ) throws(XMLProblem) -> Int {
    precondition(isEmpty, "the buffer has bytes that come before")
    while !isAtEnd {
      let got = unsafe readSome(memory, capacity)
      if got > 0 {
        taken += got
        return got
      }
      if got == 0 { isAtEnd = true } else if errno != EINTR { try fail() }
    }
    return 0
  }

  /// Whether nothing was read that is not taken.
  var isEmpty: Bool { start == end }

  private func fill(_ count: Int) throws(XMLProblem) {
    unsafe buffer.baseAddress!.update(from: buffer.baseAddress! + start, count: end - start)
    end -= start
    start = 0
    while end < max(count, Self.blockSize) {
      let got = unsafe readSome(buffer.baseAddress! + end, Self.blockSize - end)
      if got < 0 {
        if errno == EINTR { continue }
        try fail()
      }
      if got == 0 {
        isAtEnd = true
        return
      }
      end += got
    }
  }

  private func readSome(_ memory: UnsafeMutablePointer<UInt8>, _ capacity: Int) -> Int {
    guard let position else { return unsafe systemRead(descriptor, memory, capacity) }
    let got = unsafe pread(descriptor, memory, capacity, off_t(position))
    if got > 0 { self.position = position + got }
    return got
  }

  private func fail() throws(XMLProblem) -> Never {
    throw XMLProblem(.unreadable, in: document, line: nil, ["reason": lastSystemError()])
  }
}
