import CLibXML2Shims

/// The bytes of a file or of standard input, unpacked where they are packed: gzip and zip are known
/// by their content.
///
/// Of a zip file the first entry whose name ends in `.tmx` is read, or the only one; from a pipe,
/// only the former, and what stands before it must tell its size. Reading is in one direction and
/// in memory that does not depend on the size.
@safe public final class XMLByteSource {
  /// How the file is packed.
  public enum Packing: String, Sendable {
    case none, gzip, zip
  }

  /// For messages: the path as given.
  public let document: String
  public private(set) var packing = Packing.none

  let input: RawInput
  private let limits: XMLLimits
  private var inflated: InflatedStream?
  private var output: UnsafeMutableBufferPointer<UInt8>
  private var entry: ZipEntry?
  private var checksum: UInt32 = 0
  private var packedLeft: Int?
  private var unpacked = 0
  private var isAtEnd = false
  private var packedStart = 0
  /// A problem that is told when what came before it was given.
  private var found: XMLProblem?

  /// Opens a file.
  /// - Parameter path: `-` for standard input.
  /// - Throws: ``XMLProblem``.
  public convenience init(path: String, limits: XMLLimits = XMLLimits()) throws {
    try self.init(RawInput(path: path), document: path, limits)
  }

  /// A source over bytes that are there, for tests and small things.
  public convenience init(
    bytes: [UInt8], document: String, limits: XMLLimits = XMLLimits()
  ) throws {
    try self.init(RawInput(bytes: bytes, document: document), document: document, limits)
  }

  init(_ input: RawInput, document: String, _ limits: XMLLimits) throws(XMLProblem) {
    self.input = input
    self.document = document
    self.limits = limits
    unsafe output = UnsafeMutableBufferPointer(start: nil, count: 0)
    let head = unsafe Array(try input.peek(4).prefix(4))
    if head.starts(with: [0x1F, 0x8B]) {
      packing = .gzip
    } else if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      packing = .zip
    } else {
      return
    }
    unsafe output = .allocate(capacity: 64 << 10)
    if packing == .zip {
      let entry = try openZip()
      self.entry = entry
      packedLeft = entry.packedSize
      if entry.method == 8 { inflated = InflatedStream(isGzip: false) }
    } else {
      inflated = InflatedStream(isGzip: true)
    }
    packedStart = input.taken
  }

  deinit { unsafe output.deallocate() }

  /// Bytes of the file taken so far, packed.
  public var bytesTaken: Int { input.taken }
  /// Bytes of the file; `nil` of a pipe.
  public var totalBytes: Int? { input.total }

  /// Gives the next block to `body`: at least 64 KiB, but for the last.
  /// - Returns: whether there was one.
  /// - Throws: ``XMLProblem``, or what `body` throws.
  public func next(_ body: (Span<UInt8>) throws -> Void) throws -> Bool {
    if packing == .none {
      let block = unsafe try input.peek(RawInput.blockSize)
      if block.isEmpty { return false }
      input.take(block.count)
      try body(unsafe Span(_unsafeElements: block))
      return true
    }
    guard !isAtEnd else { return false }
    let made = try unpack()
    guard made > 0 else { return false }
    let block = unsafe UnsafeBufferPointer(start: output.baseAddress, count: made)
    try body(unsafe Span(_unsafeElements: block))
    return true
  }

  func problem(_ code: XMLProblem.Code, _ values: [String: String] = [:]) -> XMLProblem {
    XMLProblem(code, in: document, line: nil, values)
  }

  // MARK: Unpacking

  /// Fills the output as far as the packed bytes go. What was unpacked before a problem is given
  /// first.
  private func unpack() throws(XMLProblem) -> Int {
    if let found { throw found }
    var made = 0
    do throws(XMLProblem) {
      let room = unsafe output.count
      while made < room, !isAtEnd { made += try unpackSome(from: made) }
    } catch {
      if made == 0 { throw error }
      found = error
    }
    unpacked += made
    if unpacked > limits.unpackedBytes {
      throw problem(.unpackedTooLarge, ["limit": String(limits.unpackedBytes)])
    }
    let packed = max(1, input.taken - packedStart)
    if unpacked > 16 << 20, unpacked / packed > limits.unpackedRatio {
      throw problem(.unpackedRatio, ["limit": String(limits.unpackedRatio)])
    }
    if packing == .zip {
      checksum = unsafe cxml_crc32(checksum, output.baseAddress, made)
      if isAtEnd, let expected = entry?.checksum, expected != checksum {
        throw problem(.archiveDamaged, ["reason": "the check sum is wrong"])
      }
    }
    return made
  }

  private func unpackSome(from made: Int) throws(XMLProblem) -> Int {
    var packed = unsafe try input.peek(1)
    if let packedLeft { unsafe packed = UnsafeBufferPointer(rebasing: packed.prefix(packedLeft)) }
    let room = unsafe UnsafeMutableBufferPointer(rebasing: output[made...])
    return unsafe inflated == nil ? copy(packed, room) : try inflate(packed, room)
  }

  /// From a stored entry.
  private func copy(
    _ packed: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let count = min(packed.count, room.count)
    _ = unsafe room.initialize(from: packed.prefix(count))
    take(count)
    if packedLeft == 0 || count == 0 { isAtEnd = true }
    return count
  }

  private func inflate(
    _ packed: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt8>
  ) throws(XMLProblem) -> Int {
    // It has been made where this is called.
    let (step, taken, made) = unsafe inflated!.step(packed, room)
    take(taken)
    switch step {
    case .damaged: throw problem(.archiveDamaged, ["reason": "its packed bytes are damaged"])
    case .end: try startNextMember()
    case .more:
      if packed.isEmpty, made == 0 {
        throw problem(.archiveDamaged, ["reason": "it is cut off"])
      }
    }
    return made
  }

  private func take(_ count: Int) {
    input.take(count)
    if let left = packedLeft { packedLeft = left - count }
  }

  /// A gzip file may be several, one after another (RFC 1952, 2.2); zeros may fill it up.
  private func startNextMember() throws(XMLProblem) {
    guard packing == .gzip else {
      isAtEnd = true
      return
    }
    let next = unsafe Array(try input.peek(2).prefix(2))
    if next == [0x1F, 0x8B] {
      inflated?.startAgain()
    } else {
      while case let rest = unsafe try input.peek(1), !rest.isEmpty {
        guard unsafe rest.allSatisfy({ $0 == 0 }) else {
          throw problem(.archiveDamaged, ["reason": "something else follows its end"])
        }
        input.take(rest.count)
      }
      isAtEnd = true
    }
  }
}
