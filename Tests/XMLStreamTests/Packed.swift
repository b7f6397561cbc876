/// Packed files, made by hand: nothing in them is compressed, but for one.
enum Packed {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored(bytes) + four(crc(bytes))
      + four(UInt32(bytes.count))
  }

  /// 2^20 spaces in 1052 bytes, as gzip 1.12 -9 packs them.
  static let megabyteOfSpaces: [UInt8] =
    [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3, 0xED, 0xC1, 0x31, 1, 0, 0, 0, 0xC2, 0xA0, 0x2A, 0xEB,
      0x9F, 0xD2,
      0x10, 0xBE, 0x40, 1,
    ] + Array(repeating: 0, count: 1015) + [0x7C, 6, 0xA7, 2, 3, 0xF1, 0, 0, 0x10, 0]

  static func zip(
    _ entries: [(name: String, bytes: [UInt8])], flags: UInt16 = 0, method: UInt16 = 8
  ) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      let packed = method == 8 ? stored(bytes) : bytes
      let fields =
        two(20) + two(flags) + two(method) + two(0) + two(0) + four(crc(bytes))
        + four(UInt32(packed.count)) + four(UInt32(bytes.count)) + two(UInt16(name.utf8.count))
        + two(0)
      directory +=
        [0x50, 0x4B, 1, 2] + two(20) + fields + two(0) + two(0) + two(0) + four(0)
        + four(UInt32(file.count)) + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + fields + Array(name.utf8) + packed
    }
    let count = two(UInt16(entries.count))
    let end = four(UInt32(directory.count)) + four(UInt32(file.count)) + two(0)
    return file + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + count + count + end
  }

  /// Deflate's blocks without compression (RFC 1951, 3.2.4).
  private static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
      let block = bytes[start..<min(start + 65_535, bytes.count)]
      start = block.endIndex
      let size = UInt16(block.count)
      result += [start == bytes.count ? 1 : 0] + two(size) + two(~size) + block
    } while start < bytes.count
    return result
  }

  private static let table = (0..<256).map { (byte: UInt32) in
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in table[Int(UInt8(crc & 0xFF) ^ byte)] ^ crc >> 8 }
  }

  private static func two(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(value & 0xFFFF)) + two(UInt16(value >> 16))
  }
}
