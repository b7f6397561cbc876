public import MappedFile

/// How each Han character begins and ends in sound, for telling whether it writes a foreign name.
///
///     table.sounds(of: 0x65AF)   // 斯: [Sound(initial: .s, …)]
///
/// Up to two readings a character, of Taiwan's standard. Not for showing: a guess at a reading is
/// never shown.
public struct SoundTable: Sendable {
  public static let section: SectionName = "sound"
  private let entries: MappedArray<UInt16>

  /// How a syllable begins.
  public enum Initial: UInt8, CaseIterable, Sendable {
    case b = 1, p, m, f, d, t, n, l, g, k, h, j, q, x, zh, ch, sh, r, z, c, s
    /// Begins with a vowel: ㄧ, ㄨ, ㄩ, any other, and ㄦ.
    case y, w, yu, vowel, er
  }

  public struct Sound: Hashable, Sendable {
    public var initial: Initial
    /// Whether it ends in -n or -ng.
    public var isNasal: Bool
  }

  /// - Throws: ``MappedFileError``.
  public init(_ file: MappedFile) throws(MappedFileError) {
    entries = try file.array(Self.section, of: UInt16.self)
  }

  /// - Complexity: O(1).
  public func sounds(of unit: UInt16) -> [Sound] {
    let entry = entries[Int(unit)]
    return [UInt8(entry & 0xFF), UInt8(entry >> 8)].compactMap { byte in
      Initial(rawValue: byte & 0x1F).map { Sound(initial: $0, isNasal: byte & 0x20 != 0) }
    }
  }

  /// The table's entries by folded unit, from lines `character zhuyin …`.
  ///
  /// - SeeAlso: `glossary/SOURCES.md`, "BPMFBase.txt".
  public static func build(bpmf: [UInt8], table: FoldTable) -> [UInt16] {
    var entries = [UInt16](repeating: 0, count: 65_536)
    for line in bpmf.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: " "))
      guard fields.count >= 2 else { continue }
      let character = table.fold(String(decoding: fields[0], as: UTF8.self))
      guard character.count == 1,
        let byte = encoded(String(decoding: fields[1], as: UTF8.self))
      else { continue }
      let unit = Int(character[0])
      if entries[unit] == 0 {
        entries[unit] = UInt16(byte)
      } else if entries[unit] >> 8 == 0, entries[unit] != UInt16(byte) {
        entries[unit] |= UInt16(byte) << 8
      }
    }
    return entries
  }

  private static let initials: [Character: Initial] = [
    "ㄅ": .b, "ㄆ": .p, "ㄇ": .m, "ㄈ": .f, "ㄉ": .d, "ㄊ": .t, "ㄋ": .n, "ㄌ": .l, "ㄍ": .g, "ㄎ": .k, "ㄏ": .h,
    "ㄐ": .j, "ㄑ": .q, "ㄒ": .x, "ㄓ": .zh, "ㄔ": .ch, "ㄕ": .sh, "ㄖ": .r, "ㄗ": .z, "ㄘ": .c, "ㄙ": .s, "ㄧ": .y,
    "ㄨ": .w, "ㄩ": .yu, "ㄦ": .er,
  ]

  private static func encoded(_ zhuyin: String) -> UInt8? {
    guard let first = zhuyin.first, ("ㄅ"..."ㄩ").contains(first) else { return nil }
    let initial = initials[first] ?? .vowel
    let isNasal = zhuyin.contains { "ㄢㄣㄤㄥ".contains($0) }
    return initial.rawValue | (isNasal ? 0x20 : 0)
  }
}
