/// An entry of a zip file as its headers tell (APPNOTE.TXT 6.3, 4.3.7 and 4.3.12).
struct ZipEntry {
  var name: String
  /// 0 stored, 8 deflated.
  var method: Int
  var isEncrypted: Bool
  /// Bytes packed; `nil` where they are told only after the entry.
  var packedSize: Int?
  /// Of the unpacked bytes; `nil` likewise.
  var checksum: UInt32?
  /// Of the local header in the file.
  var offset: Int

  /// Whether it is what we look for, if there is more than one.
  var isTMX: Bool { name.lowercased().hasSuffix(".tmx") && !isHidden }
  /// Folders, and what macOS adds.
  var isHidden: Bool {
    name.hasSuffix("/") || name.hasPrefix("__MACOSX/")
      || name.split(separator: "/").last?.hasPrefix(".") == true
  }

  /// The most entries that are looked through.
  static let mostEntries = 10_000

  static func number(_ bytes: some Collection<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// The entry of a local header, and how many bytes the header has; `nil` where it is none, or cut
  /// off.
  static func local(_ bytes: [UInt8]) -> (entry: ZipEntry, length: Int)? {
    guard bytes.count >= 30, bytes.starts(with: [0x50, 0x4B, 3, 4]) else { return nil }
    let flags = number(bytes[6..<8])
    let nameLength = number(bytes[26..<28])
    let length = 30 + nameLength + number(bytes[28..<30])
    guard bytes.count >= length else { return nil }
    let packed = number(bytes[18..<22])
    // Bit 3: the sizes follow the entry. All ones: they stand in the extension for large files.
    let isTold = flags & 8 == 0 && packed != 0xFFFF_FFFF
    return (
      ZipEntry(
        name: String(decoding: bytes[30..<30 + nameLength], as: UTF8.self),
        method: number(bytes[8..<10]), isEncrypted: flags & 1 != 0,
        packedSize: isTold ? packed : nil,
        checksum: isTold ? UInt32(number(bytes[14..<18])) : nil, offset: 0), length
    )
  }

  /// The entries of a central directory; `nil` where it is damaged.
  static func directory(_ bytes: [UInt8], count: Int) -> [ZipEntry]? {
    var entries: [ZipEntry] = []
    var at = 0
    for _ in 0..<count {
      guard bytes.count - at >= 46, bytes[at...].starts(with: [0x50, 0x4B, 1, 2]) else {
        return nil
      }
      let nameLength = number(bytes[at + 28..<at + 30])
      let length =
        46 + nameLength + number(bytes[at + 30..<at + 32]) + number(bytes[at + 32..<at + 34])
      guard bytes.count - at >= length else { return nil }
      let packed = number(bytes[at + 20..<at + 24])
      entries.append(
        ZipEntry(
          name: String(decoding: bytes[at + 46..<at + 46 + nameLength], as: UTF8.self),
          method: number(bytes[at + 10..<at + 12]),
          isEncrypted: number(bytes[at + 8..<at + 10]) & 1 != 0,
          packedSize: packed == 0xFFFF_FFFF ? nil : packed,
          checksum: UInt32(number(bytes[at + 16..<at + 20])),
          offset: number(bytes[at + 42..<at + 46])))
      at += length
    }
    return entries
  }
}
