/// What a text of a part is to a query: its number in the query's patterns as it is written, as it is
/// compared with numbers apart, and with its case, and its ``TokenSpacing``.
///
/// Segments of which all texts and all gaps have the same traits have the same distances of every kind
/// from the query.
struct TextTraits: BitwiseCopyable, Equatable {
  private let words: SIMD4<UInt32>

  init(exact: UInt32, numbered: UInt32, cased: UInt32, spacing: UInt8) {
    words = SIMD4(exact, numbered, cased, UInt32(spacing))
  }

  /// White space that is not expected before a token, or is missing there.
  init(gap: UInt32, isMissing: Bool, before place: UInt32) {
    words = SIMD4(gap, place, isMissing ? 1 : 0, UInt32.max)
  }

  @inline(__always)
  var hash: UInt64 {
    let low = UInt64(words.x) | UInt64(words.y) &<< 32
    let high = UInt64(words.z) | UInt64(words.w) &<< 32
    return (low &* 0x9FB2_1C65_1E98_DF25) ^ (high &* 0xD6E8_FEB8_6659_FD93)
  }

  @inline(__always)
  static func == (left: Self, right: Self) -> Bool { left.words == right.words }
}
