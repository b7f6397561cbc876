/// What a spelling costs against a query beside the distance that ranks.
struct SpellingScores {
  /// The distance over tokens as they are written.
  var exact: Int
  /// What only a content that may be among the best needs.
  var details: Details?

  struct Details {
    /// In the order of ``PenaltyKind``, without those that depend on the occurrence or the memory.
    var penalties: [PenaltyKind]
    var everything: MatchScore
  }
}
