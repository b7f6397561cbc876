/// A set of bytes below 0x80, for finding the next byte that means something.
struct ByteSet {
  private let low: UInt64
  private let high: UInt64
  private static let topBits: UInt64 = 0x8080_8080_8080_8080

  init(_ members: String) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    for byte in members.utf8 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
    self.low = low
    self.high = high
  }

  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low >> UInt64(byte) & 1 == 1 }
    return byte < 128 && high >> UInt64(byte & 63) & 1 == 1
  }

  /// The offset of the first member in `range`, else the end of `range`.
  ///
  /// - Complexity: O(*n*) for the *n* bytes passed, a nanosecond a byte of ASCII and 0.2 of
  ///   Chinese text.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "a range of the bytes")
    return bytes.withUnsafeBytes { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte < 0x80 {
          if contains(byte) { return index }
          index += 1
          continue
        }
        // No member is above 7F: eight bytes of Chinese text are passed at once.
        index += 1
        while index + 8 <= range.upperBound,
          bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & Self.topBits
            == Self.topBits
        {
          index += 8
        }
      }
      return index
    }
  }
}

extension [UInt8] {
  /// Whether `text` stands at `offset`, ASCII letters compared without case if `text` is lowercase.
  func has(_ text: StaticString, at offset: Int, before end: Int? = nil) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= (end ?? self.count) else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<count where self[offset + index].lowercased != expected[index] {
        return false
      }
      return true
    }
  }

  /// Whether just these bytes stand at `offset`.
  func hasExactly(_ text: StaticString, at offset: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= self.count else { return false }
    return text.withUTF8Buffer { self[offset..<offset + count].elementsEqual($0) }
  }

  /// The offset of `text` (lowercase) at or after `start`, else `nil`.
  ///
  /// - Complexity: O(*n* · *m*) for *m* bytes of text, which are few.
  func firstOffset(of text: StaticString, from start: Int, before end: Int? = nil) -> Int? {
    let limit = (end ?? count) - text.utf8CodeUnitCount
    guard start <= limit else { return nil }
    let first = text.withUTF8Buffer { $0[0] }
    let bytes = span
    var index = start
    while index <= limit {
      if bytes[index].lowercased == first, has(text, at: index) { return index }
      index += 1
    }
    return nil
  }
}

extension UInt8 {
  /// ASCII letters made small; every other byte as it is.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var isASCIILetter: Bool { lowercased >= 0x61 && lowercased <= 0x7A }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
  /// Space, tab, line feed, form feed or carriage return.
  var isMarkupSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }
  var isASCIIPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
