/// Keeps the best matches that were found so far.
struct MatchCollector {
  let limit: Int
  /// Whether everything that ties with the last of the best is kept, for the context to decide.
  let keepsTies: Bool
  /// What a match must have at least.
  private(set) var cut: MatchScore
  /// By ``FuzzyMatch/precedes(_:_:)``, at most ``limit``.
  private(set) var best: [FuzzyMatch] = []
  private var ties: [FuzzyMatch] = []
  private var tieLimit = 256

  init(limit: Int, threshold: MatchScore, keepsTies: Bool) {
    self.limit = limit
    self.keepsTies = keepsTies
    cut = threshold
  }

  /// Whether a match of these scores could be among the best.
  func isWanted(_ score: MatchScore, exact: MatchScore) -> Bool {
    guard score >= cut else { return false }
    guard best.count == limit, let last = best.last, score == last.score else { return true }
    return exact >= last.exact
  }

  /// The same where all three scores are known.
  func isWanted(_ score: MatchScore, exact: MatchScore, everything: MatchScore) -> Bool {
    guard isWanted(score, exact: exact) else { return false }
    guard best.count == limit, let last = best.last, score == last.score, exact == last.exact else {
      return true
    }
    return everything >= last.everything
  }

  /// Whether such a match could be among the best; asked with its place among the tied ones known.
  func isWanted(_ match: FuzzyMatch) -> Bool {
    guard match.score >= cut else { return false }
    guard best.count == limit, let last = best.last else { return true }
    return FuzzyMatch.precedes(match, last) || (keepsTies && match.isTied(with: last))
  }

  mutating func add(_ match: FuzzyMatch) {
    guard limit > 0, isWanted(match) else { return }
    var low = 0
    var high = best.count
    while low < high {
      let middle = (low + high) / 2
      if FuzzyMatch.precedes(best[middle], match) { low = middle + 1 } else { high = middle }
    }
    best.insert(match, at: low)
    if best.count > limit {
      let last = best.removeLast()
      if keepsTies { addTie(last) }
    }
    if best.count == limit { cut = max(cut, best[limit - 1].score) }
  }

  private mutating func addTie(_ match: FuzzyMatch) {
    guard match.isTied(with: best[limit - 1]) else {
      // The last place went to a better one: nothing that was tied for it is any more.
      return
    }
    ties.append(match)
    if ties.count > tieLimit {
      dropLost()
      tieLimit = max(256, ties.count * 2)
    }
  }

  private mutating func dropLost() {
    guard let last = best.last else { return }
    ties.removeAll { !$0.isTied(with: last) }
  }

  /// All that may be among the best once contexts are known; without ties just the best.
  mutating func candidates() -> [FuzzyMatch] {
    dropLost()
    return best + ties
  }
}
