/// A 64-bit checksum of bytes: it finds damage and tells versions apart, and is no signature.
///
///     Checksum(of: Array("輝達".utf8)).value
///
/// Two lanes of multiply and rotate over eight bytes at a time, after the manner of xxHash.
/// - Complexity: O(*n*), about 6 GB/s on the project's 2-core AMD EPYC.
public struct Checksum: Hashable, Sendable {
  public private(set) var value: UInt64

  public init(of bytes: some Sequence<UInt8>) {
    let array = Array(bytes)
    value = unsafe array.withUnsafeBytes { unsafe Self.compute($0) }
  }

  init(of bytes: UnsafeRawBufferPointer) { unsafe value = Self.compute(bytes) }

  /// The checksum of this one and that one, in this order.
  public mutating func combine(_ other: UInt64) {
    value = Self.mix(value ^ Self.mix(other &+ 0x9E37_79B9_7F4A_7C15))
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word ^= word >> 32
    word &*= 0xD6E8_FEB8_6659_FD93
    word ^= word >> 32
    word &*= 0xD6E8_FEB8_6659_FD93
    return word ^ (word >> 32)
  }

  private static func compute(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let first: UInt64 = 0x9FB2_1C65_1E98_DF25
    let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    var one = first ^ UInt64(truncatingIfNeeded: bytes.count)
    var two = second
    var offset = 0
    while offset + 16 <= bytes.count {
      let left = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let right = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
      one = ((one ^ left) &* first)
      one = (one << 31) | (one >> 33)
      two = ((two ^ right) &* second)
      two = (two << 29) | (two >> 35)
      offset += 16
    }
    while offset < bytes.count {
      one = (one ^ UInt64(unsafe bytes[offset])) &* second
      offset += 1
    }
    return mix(one ^ mix(two))
  }
}
