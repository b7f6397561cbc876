import Testing

@testable import Store

@Suite struct SipHashTests {
  /// The key 00 01 … 0F and the texts (), (0), (0 1) … of the authors' test vectors, for
  /// SipHash-1-3 as Rust's library gives them.
  @Test func `it is SipHash-1-3`() throws {
    let hash = try #require(SipHash(key: "07060504030201000f0e0d0c0b0a0908"))
    #expect(UInt64(bitPattern: hash.hash([])) == 0xABAC_0158_050F_C4DC)
    #expect(UInt64(bitPattern: hash.hash([0])) == 0xC9F4_9BF3_7D57_CA93)
  }

  @Test func `every byte and the length count`() throws {
    let hash = try #require(SipHash(key: String(repeating: "0123456789abcdef", count: 2)))
    var seen: Set<Int64> = []
    for count in 0..<40 {
      let bytes = [UInt8](repeating: 0, count: count)
      seen.insert(hash.hash(bytes))
      for index in 0..<count {
        var changed = bytes
        changed[index] = 1
        seen.insert(hash.hash(changed))
      }
    }
    #expect(seen.count == 40 + 40 * 39 / 2)
    #expect(SipHash(key: "0123") == nil && SipHash(key: String(repeating: "x", count: 32)) == nil)
  }
}
