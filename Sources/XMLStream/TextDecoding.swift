#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why bytes are not the encoding that they should be.
struct DecodingFlaw: Error {
  var code: XMLProblem.Code
  var values: [String: String] = [:]

  static func wrong(_ bytes: some Sequence<UInt8>, _ encoding: TextEncoding) -> DecodingFlaw {
    let shown = XMLText.hexadecimal(bytes.prefix(4))
    return DecodingFlaw(
      code: .wrongBytes,
      values: ["encoding": encoding.name, "reason": "\(shown) is not \(encoding.name)"])
  }
}

/// Makes UTF-8 of bytes that arrive in pieces, cut anywhere.
@safe struct TextDecoding: ~Copyable {
  private let encoding: TextEncoding
  /// The beginning of a character whose rest has not come yet.
  private var rest: [UInt8] = []
  private var converter: iconv_t?

  /// The most bytes of UTF-8 that one byte can become.
  static let growth = 3

  init(_ encoding: TextEncoding) throws(DecodingFlaw) {
    self.encoding = encoding
    unsafe converter = nil
    guard encoding.way == .converted else { return }
    let opened = unsafe iconv_open("UTF-8", encoding.name)
    guard Int(bitPattern: opened) != -1 else {
      throw DecodingFlaw(code: .encodingUnavailable, values: ["encoding": encoding.name])
    }
    unsafe converter = opened
  }

  deinit {
    if let converter = unsafe converter { _ = unsafe iconv_close(converter) }
  }

  /// Whether text is the same bytes as its input.
  var isCopying: Bool { encoding.way == .utf8 }

  /// Adds the text of `input` to `output`: all before the flaw, where there is one.
  mutating func decode(
    _ input: UnsafeBufferPointer<UInt8>, into output: inout XMLByteBuffer
  ) throws(DecodingFlaw) {
    switch encoding.way {
    case .utf8: unsafe output.append(input)
    case .ascii:
      let end = unsafe input.firstIndex { $0 > 0x7F } ?? input.count
      unsafe output.append(UnsafeBufferPointer(rebasing: input[..<end]))
      if end < input.count { throw .wrong([unsafe input[end]], encoding) }
    case .utf16LittleEndian, .utf16BigEndian:
      try unsafe decodeUTF16(joined(input), &output)
    case .converted:
      try unsafe convert(joined(input), &output)
    }
  }

  /// There is no more.
  mutating func finish(into output: inout XMLByteBuffer) throws(DecodingFlaw) {
    if encoding.isUTF16, rest.count % 2 == 1 { throw DecodingFlaw(code: .oddByte) }
    if !rest.isEmpty { throw .wrong(rest, encoding) }
    guard let converter = unsafe converter else { return }
    // What a converter held back to see whether it combines with what follows.
    var left = 64
    var to: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(output.reserve(left))
      .assumingMemoryBound(to: CChar.self)
    _ = unsafe iconv(converter, nil, nil, &to, &left)
    output.advance(by: 64 - left)
  }

  private mutating func joined(_ input: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let all = unsafe rest + input
    rest.removeAll(keepingCapacity: true)
    return all
  }

  // MARK: UTF-16

  private mutating func decodeUTF16(
    _ input: [UInt8], _ output: inout XMLByteBuffer
  ) throws(DecodingFlaw) {
    let high = encoding.way == .utf16BigEndian ? 0 : 1
    let room = unsafe output.reserve(input.count * Self.growth / 2 + 4)
    var made = 0
    var index = 0
    defer { output.advance(by: made) }
    while index + 1 < input.count {
      let unit = UInt32(input[index + high]) << 8 | UInt32(input[index + 1 - high])
      if unit < 0x80 {
        unsafe room[made] = UInt8(unit)
        made += 1
      } else if unit < 0x800 {
        unsafe room[made] = UInt8(0xC0 | unit >> 6)
        unsafe room[made + 1] = UInt8(0x80 | unit & 0x3F)
        made += 2
      } else if unit & 0xF800 != 0xD800 {
        unsafe room[made] = UInt8(0xE0 | unit >> 12)
        unsafe room[made + 1] = UInt8(0x80 | unit >> 6 & 0x3F)
        unsafe room[made + 2] = UInt8(0x80 | unit & 0x3F)
        made += 3
      } else {
        guard unit < 0xDC00 else { throw .wrong(input[index..<index + 2], encoding) }
        guard index + 3 < input.count else { break }
        let low = UInt32(input[index + 2 + high]) << 8 | UInt32(input[index + 3 - high])
        guard low & 0xFC00 == 0xDC00 else { throw .wrong(input[index..<index + 4], encoding) }
        let scalar = 0x10000 + ((unit & 0x3FF) << 10 | low & 0x3FF)
        unsafe room[made] = UInt8(0xF0 | scalar >> 18)
        unsafe room[made + 1] = UInt8(0x80 | scalar >> 12 & 0x3F)
        unsafe room[made + 2] = UInt8(0x80 | scalar >> 6 & 0x3F)
        unsafe room[made + 3] = UInt8(0x80 | scalar & 0x3F)
        made += 4
        index += 2
      }
      index += 2
    }
    rest.append(contentsOf: input[index...])
  }

  // MARK: By the C library

  private mutating func convert(
    _ input: [UInt8], _ output: inout XMLByteBuffer
  ) throws(DecodingFlaw) {
    var input = input
    let capacity = input.count * Self.growth + 64
    let room = unsafe UnsafeMutableRawPointer(output.reserve(capacity))
    var inLeft = input.count
    var outLeft = capacity
    var problem: Int32 = 0
    unsafe input.withUnsafeMutableBytes { bytes in
      var from = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      var to: UnsafeMutablePointer<CChar>? = unsafe room.assumingMemoryBound(to: CChar.self)
      // The room is enough for the whole: it returns at the end, or at a flaw.
      if unsafe iconv(converter, &from, &inLeft, &to, &outLeft) == Int.max.magnitude * 2 + 1 {
        problem = errno
      }
    }
    output.advance(by: capacity - outLeft)
    let left = input[(input.count - inLeft)...]
    if problem == EILSEQ || left.count > 16 { throw .wrong(left, encoding) }
    rest.append(contentsOf: left)
  }
}
