/// One content of an index.
struct IndexRow: BitwiseCopyable {
  /// Bit *i* is set where a token stands whose compared id is *i* modulo 128.
  var low: UInt64
  var high: UInt64
  /// Where its tokens begin in the section of tokens.
  var offset: UInt32
  /// How many tokens it has.
  var count: UInt32
}
