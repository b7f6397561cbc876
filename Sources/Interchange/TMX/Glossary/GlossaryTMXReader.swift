import TermModel
public import XMLStream

/// Reads a glossary from TMX: each unit is a concept.
///
/// Files that Yiming wrote give the concepts back. Of others, the first variant of a language is the
/// preferred form and further ones are admitted; English of any region is English; notes are the
/// note; properties become fields under their type; inline codes are left out of the forms. Their
/// `tuid` are not taken as ids, for every program numbers from 1.
///
/// - SeeAlso: ``GlossaryTMXWriter``.
public struct GlossaryTMXReader {
  /// Reads the file, or standard input for `-`.
  ///
  /// Units that can be no concept are in the answer's problems, with their lines.
  ///
  /// - Throws: ``XMLStream/XMLProblem`` or ``TMXError`` where the file cannot be read as TMX.
  public static func read(
    path: String, limits: XMLLimits = XMLLimits(), map: LanguageMap = LanguageMap()
  ) throws -> GlossaryContents {
    try read(try XMLByteSource(path: path, limits: limits), limits, map)
  }

  /// Reads bytes that are there, packed ones too.
  public static func read(
    _ bytes: [UInt8], document: String, limits: XMLLimits = XMLLimits(),
    map: LanguageMap = LanguageMap()
  ) throws -> GlossaryContents {
    try read(try XMLByteSource(bytes: bytes, document: document, limits: limits), limits, map)
  }

  private static func read(
    _ source: XMLByteSource, _ limits: XMLLimits, _ map: LanguageMap
  ) throws -> GlossaryContents {
    let reading = GlossaryTMXReading(document: source.document, map: map)
    try TMXReader(document: source.document, limits: limits, consumer: reading).read(source)
    return reading.finish()
  }

  /// Whether bytes begin like XML in some encoding, or like something packed: a glossary file of ours
  /// does not.
  public static func isLikelyTMX(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      return true
    }
    // A UTF-16 file has a zero beside each.
    let text = bytes.prefix(64).filter {
      $0 != 0 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF && $0 < 0xFE
    }
    let start = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return start.starts(with: Array("<?xml".utf8)) || start.starts(with: Array("<!DOCTYPE".utf8))
      || start.starts(with: Array("<tmx".utf8)) || start.starts(with: Array("<!--".utf8))
  }
}
