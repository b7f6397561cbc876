/// Finds out how a file is encoded from its bytes.
enum EncodingGuess {
  /// The encoding that a byte order mark at the start names.
  static func byMark(_ bytes: [UInt8]) -> SourceEncoding? {
    [.utf8, .utf16LittleEndian, .utf16BigEndian].first {
      bytes.starts(with: $0.byteOrderMark)
    }
  }

  /// UTF-16 without a mark, known by its zero bytes and by what the code units are.
  ///
  /// The first 64 KiB decide: nineteen in twenty units must be what text is made of. Where both
  /// byte orders pass, as with plain English, the one with more ASCII is right.
  static func byUnits(_ bytes: [UInt8]) -> SourceEncoding? {
    let count = min(bytes.count, 65_536) / 2
    guard count > 0, bytes.count.isMultiple(of: 2) else { return nil }
    var plausible = (little: 0, big: 0)
    var ascii = (little: 0, big: 0)
    for unit in 0..<count {
      let first = UInt16(bytes[2 * unit])
      let second = UInt16(bytes[2 * unit + 1])
      if isPlausible(second << 8 | first) { plausible.little += 1 }
      if isPlausible(first << 8 | second) { plausible.big += 1 }
      if second == 0, first < 0x80 { ascii.little += 1 }
      if first == 0, second < 0x80 { ascii.big += 1 }
    }
    let passes = (
      little: plausible.little * 20 >= count * 19, big: plausible.big * 20 >= count * 19
    )
    switch passes {
    case (true, true): return ascii.little >= ascii.big ? .utf16LittleEndian : .utf16BigEndian
    case (true, false): return .utf16LittleEndian
    case (false, true): return .utf16BigEndian
    case (false, false): return nil
    }
  }

  private static func isPlausible(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x24F, 0x2010...0x2044, 0x3000...0x312F,
      0x4E00...0x9FFF, 0xD840...0xDBFF, 0xDC00...0xDFFF, 0xFF01...0xFF5E:
      true
    default: false
    }
  }

  /// Whether these bytes, which are not UTF-8, read as Big5 and like Chinese.
  ///
  /// In Chinese text nearly every two-byte character is from the frequent half of Big5 (A1 to C6),
  /// and two in five second bytes are below 80, which GB 2312 never has.
  static func isLikeBig5(_ bytes: [UInt8]) -> Bool {
    var pairs = 0
    var frequent = 0
    var low = 0
    var index = 0
    let end = min(bytes.count, 1 << 20)
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 { continue }
      guard byte != 0x80, byte != 0xFF else { return false }
      guard index < bytes.count else { break }
      let trail = bytes[index]
      index += 1
      switch trail {
      case 0x40...0x7E: low += 1
      case 0xA1...0xFE: break
      default: return false
      }
      pairs += 1
      if (0xA1...0xC6).contains(byte) { frequent += 1 }
    }
    return pairs > 0 && frequent * 10 >= pairs * 8 && (low > 0 || pairs < 16)
  }

  /// Whether characters of Big5 occur that only ETEN's and Hong Kong's extensions have; code page
  /// 950 leaves their places to private use.
  static func needsHongKongCharacters(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      let pair = UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
      if pair < 0x8000 {
        index += 1
        continue
      }
      switch pair {
      case 0x8740...0xA0FE, 0xC6A1...0xC8FE, 0xFA40...0xFEFE: return true
      default: index += 2
      }
    }
    return false
  }

  /// The label of `<meta charset=…>` or of its older form, within the first 1,024 bytes.
  ///
  /// - SeeAlso: HTML, 13.2.3.2 "Determining the character encoding".
  static func metaLabel(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    var rest = head[...]
    while let meta = rest.firstRange(of: "<meta") {
      rest = rest[meta.upperBound...]
      let tag = rest.prefix { $0 != ">" }
      guard let name = tag.firstRange(of: "charset") else { continue }
      var value = tag[name.upperBound...].drop { $0.isWhitespace }
      guard value.first == "=" else { continue }
      value = value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
      let label = value.prefix { !$0.isWhitespace && !"\"';/".contains($0) }
      if !label.isEmpty { return String(label) }
    }
    return nil
  }
}
