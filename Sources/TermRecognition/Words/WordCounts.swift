/// Words with how often they were seen, as they are read from the files we ship.
///
///     let counts = WordCounts(list: Array("希望\t8271\n的\t615175\n".utf8))
///     counts["希望"]   // 8271
///
/// - SeeAlso: `glossary/SOURCES.md`, "wordlist.tsv".
public struct WordCounts: Sendable {
  public private(set) var counts: [String: Double] = [:]

  /// Reads lines `word, tab, count`; a later line of the same word replaces an earlier one. Lines
  /// that begin with `#` are comments, columns behind the second are notes, and a line without a
  /// count is left out.
  ///
  /// - Complexity: O(*n*).
  public init(list: [UInt8], corrections: [UInt8] = []) {
    counts.reserveCapacity(170_000)
    for bytes in [list, corrections] {
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        guard fields.count > 1,
          let count = Double(String(decoding: fields[1], as: UTF8.self)), count >= 0
        else { continue }
        counts[String(decoding: fields[0], as: UTF8.self)] = count
      }
    }
  }

  public subscript(word: String) -> Double? { counts[word] }
}
