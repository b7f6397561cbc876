/// A keyed hash of 64 bits: SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF",
/// 2012, with one round a word and three at the end).
///
/// Keyed, so that nobody can make a file whose units all fall together. What it finds is compared
/// byte by byte where that matters.
struct SipHash: Sendable {
  private let key: (UInt64, UInt64)

  /// - Parameter key: 32 hexadecimal digits; `nil` comes back for anything else.
  init?(key text: String) {
    guard text.utf8.count == 32, let first = UInt64(text.prefix(16), radix: 16),
      let second = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    key = (first, second)
  }

  /// - Complexity: O(*n*); measured 2026-11: 70 MB in units of 700 bytes in 0.04 s.
  func hash(_ bytes: [UInt8]) -> Int64 { bytes.withUnsafeBytes { hash($0) } }

  func hash(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    var state = State(key)
    let whole = bytes.count & ~7
    var offset = 0
    while offset < whole {
      state.add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    while offset < bytes.count {
      last |= UInt64(bytes[offset]) << UInt64(8 * (offset - whole))
      offset += 1
    }
    state.add(last)
    return Int64(bitPattern: state.finish())
  }

  private struct State {
    private var v0, v1, v2, v3: UInt64

    @inline(__always) init(_ key: (UInt64, UInt64)) {
      v0 = key.0 ^ 0x736f_6d65_7073_6575
      v1 = key.1 ^ 0x646f_7261_6e64_6f6d
      v2 = key.0 ^ 0x6c79_6765_6e65_7261
      v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    @inline(__always) mutating func add(_ word: UInt64) {
      v3 ^= word
      round()
      v0 ^= word
    }

    @inline(__always) mutating func finish() -> UInt64 {
      v2 ^= 0xff
      for _ in 0..<3 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always) private mutating func round() {
      v0 = v0 &+ v1
      v1 = Self.rotated(v1, by: 13) ^ v0
      v0 = Self.rotated(v0, by: 32)
      v2 = v2 &+ v3
      v3 = Self.rotated(v3, by: 16) ^ v2
      v0 = v0 &+ v3
      v3 = Self.rotated(v3, by: 21) ^ v0
      v2 = v2 &+ v1
      v1 = Self.rotated(v1, by: 17) ^ v2
      v2 = Self.rotated(v2, by: 32)
    }

    @inline(__always) private static func rotated(_ word: UInt64, by count: UInt64) -> UInt64 {
      (word &<< count) | (word &>> (64 - count))
    }
  }
}
