import MappedFile

/// The sections of one part of an index. All numbers are little-endian.
enum IndexSections {
  /// Of the sections and of the definition of a token: raise it when either changes.
  static let version: UInt64 = 4

  /// Fields of ``IndexHead``.
  static let head: SectionName = "tm.head"
  /// The texts of tokens one behind the other, where each ends, and a table of ids by hash.
  static let texts: SectionName = "tm.text"
  static let textEnds: SectionName = "tm.tend"
  static let textSlots: SectionName = "tm.slot"
  /// Of each text: ``TokenSpacing``; the id compared; the same with numbers apart; with case kept.
  static let spacing: SectionName = "tm.spac"
  static let compared: SectionName = "tm.comp"
  static let plain: SectionName = "tm.plai"
  static let cased: SectionName = "tm.case"
  /// Of each text three numbers: where its postings begin, how many there are, its first skip.
  static let lists: SectionName = "tm.list"
  /// ``PostingList``: how far each chunk of a long list goes, and the lists.
  static let skips: SectionName = "tm.skip"
  static let postings: SectionName = "tm.post"
  /// Pairs: a length in tokens, the first content of this length.
  static let lengths: SectionName = "tm.len"
  /// ``IndexRow``, in order of length, and one more that ends the last.
  static let rows: SectionName = "tm.row"
  /// Token ids as varints, then what is unexpected between them.
  static let tokens: SectionName = "tm.tok"
  /// ``PairFilter``: its words, and where each block begins in them.
  static let pairs: SectionName = "tm.pair"
  static let pairStarts: SectionName = "tm.pairs"
  /// Where each content's occurrences begin, and the occurrences.
  static let occurrenceStarts: SectionName = "tm.occs"
  static let occurrences: SectionName = "tm.occ"
}
