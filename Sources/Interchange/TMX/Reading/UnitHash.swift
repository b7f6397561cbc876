/// 128 bits that stand for the canonical XML of a unit: equal for equal units.
///
/// SipHash-2-4 with 128 bits of result and a fixed key (Aumasson, Bernstein 2012), so that a value
/// may be stored and compared by another run. Two different units of a million share it with a
/// probability of 10⁻²⁷.
public struct UnitHash: Hashable, Sendable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// - Complexity: O(*n*); no allocation.
  public init(_ bytes: borrowing Span<UInt8>) {
    // The key is part of what is stored: it never changes.
    var state = State(key0: 0x7969_6D69_6E67_2074, key1: 0x6D78_2075_6E69_7431)
    let whole = bytes.count & ~7
    var index = 0
    while index < whole {
      var word: UInt64 = 0
      for shift in 0..<8 { word |= UInt64(bytes[index + shift]) << UInt64(shift * 8) }
      state.take(word)
      index += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    while index < bytes.count {
      last |= UInt64(bytes[index]) << UInt64((index & 7) * 8)
      index += 1
    }
    state.take(last)
    (low, high) = state.finish()
  }

  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }

  private struct State {
    var v0: UInt64
    var v1: UInt64
    var v2: UInt64
    var v3: UInt64

    init(key0: UInt64, key1: UInt64) {
      v0 = key0 ^ 0x736f_6d65_7073_6575
      v1 = key1 ^ 0x646f_7261_6e64_6f6d ^ 0xee
      v2 = key0 ^ 0x6c79_6765_6e65_7261
      v3 = key1 ^ 0x7465_6462_7974_6573
    }

    @inline(__always) mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> (UInt64, UInt64) {
      v2 ^= 0xee
      for _ in 0..<4 { round() }
      let first = v0 ^ v1 ^ v2 ^ v3
      v1 ^= 0xdd
      for _ in 0..<4 { round() }
      return (first, v0 ^ v1 ^ v2 ^ v3)
    }

    @inline(__always) private mutating func round() {
      v0 = v0 &+ v1
      v1 = rotated(v1, 13) ^ v0
      v0 = rotated(v0, 32)
      v2 = v2 &+ v3
      v3 = rotated(v3, 16) ^ v2
      v0 = v0 &+ v3
      v3 = rotated(v3, 21) ^ v0
      v2 = v2 &+ v1
      v1 = rotated(v1, 17) ^ v2
      v2 = rotated(v2, 32)
    }

    @inline(__always) private func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 {
      value << count | value >> (64 - count)
    }
  }
}
