/// Bytes that are written at the end and thrown away together: memory that is taken once and used
/// again.
@safe public struct XMLByteBuffer: ~Copyable {
  @usableFromInline private(set) var start: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  public private(set) var count = 0

  public init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  public var isEmpty: Bool { count == 0 }

  /// Forgets the bytes and keeps the memory, unless it is more than `most` bytes: one large piece
  /// does not hold its memory for ever.
  public mutating func removeAll(keepingAtMost most: Int = 1 << 20) {
    count = 0
    if capacity > most { reallocate(to: most) }
  }

  public var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: start, count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  /// A copy of the bytes.
  public var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  public mutating func append(_ byte: UInt8) {
    unsafe reserve(1).pointee = byte
    count += 1
  }

  public mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  public mutating func append(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append($0) }
  }

  public mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let from = bytes.baseAddress else { return }
    unsafe Self.copy(
      UnsafeRawPointer(from), to: UnsafeMutableRawPointer(reserve(bytes.count)), bytes.count)
    count += bytes.count
  }

  /// Most texts are short, and for these the way to the C library is as long as the copying.
  @inline(__always)
  private static func copy(_ from: UnsafeRawPointer, to: UnsafeMutableRawPointer, _ count: Int) {
    if count > 16 {
      unsafe to.copyMemory(from: from, byteCount: count)
    } else if count >= 8 {
      unsafe copyEnds(UInt64.self, from, to, count)
    } else if count >= 4 {
      unsafe copyEnds(UInt32.self, from, to, count)
    } else {
      for index in 0..<count {
        unsafe to.storeBytes(
          of: from.load(fromByteOffset: index, as: UInt8.self), toByteOffset: index, as: UInt8.self)
      }
    }
  }

  /// Copies as two words, which may overlap.
  @inline(__always)
  private static func copyEnds<Word: FixedWidthInteger & BitwiseCopyable>(
    _ word: Word.Type, _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _ count: Int
  ) {
    let last = count - MemoryLayout<Word>.size
    let (head, tail) = unsafe (
      from.loadUnaligned(as: Word.self), from.loadUnaligned(fromByteOffset: last, as: Word.self)
    )
    unsafe to.storeBytes(of: head, as: Word.self)
    unsafe to.storeBytes(of: tail, toByteOffset: last, as: Word.self)
  }

  /// Room for so many more bytes: where to write them. ``advance(by:)`` says how many were.
  @inline(__always)
  mutating func reserve(_ more: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < more { reallocate(to: max(2 * capacity, count + more)) }
    return unsafe start + count
  }

  mutating func advance(by written: Int) { count += written }

  mutating func truncate(to count: Int) { self.count = min(count, self.count) }

  /// Takes bytes away at the front; what follows moves there.
  mutating func removeFirst(_ gone: Int) {
    precondition(gone <= count, "there are not so many bytes")
    unsafe start.update(from: start + gone, count: count - gone)
    count -= gone
  }

  private mutating func reallocate(to size: Int) {
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    unsafe new.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = new
    capacity = size
  }
}
