/// What a spelling costs against a query beside the distance that ranks.
struct SpellingScores {
  /// The distance over tokens as they are written.
  var exact: Int
  /// What only a content that may be among the best needs.
  var details: Details?

  /// Without what depends on the occurrence or the memory.
  struct Details {
    var hasOtherNumber: Bool
    var hasOtherCase: Bool
    var hasOtherCode: Bool
    var everything: MatchScore

    /// In the order of ``PenaltyKind``.
    var penalties: [PenaltyKind] {
      var kinds: [PenaltyKind] = []
      if hasOtherNumber { kinds.append(.number) }
      if hasOtherCase { kinds.append(.case) }
      if hasOtherCode { kinds.append(.code) }
      return kinds
    }

    /// Hundredths of a point.
    func points(_ penalties: MatchPenalties) -> Int {
      (hasOtherNumber ? penalties.number : 0) + (hasOtherCase ? penalties.case : 0)
        + (hasOtherCode ? penalties.code : 0)
    }
  }
}
