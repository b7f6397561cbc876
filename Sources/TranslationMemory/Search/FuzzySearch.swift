public import MappedFile
import Synchronization

/// Finds the segments that are most like a query, by the score of `docs/fuzzy-match.md`: always the
/// true best, whatever filters made it fast.
///
///     let search = FuzzySearch()
///     try search.matches(of: FuzzyQuery(segment), in: [index], threshold: 70, limit: 5)
///
/// May be shared between threads; each search takes working memory of its own, about 1.5 MiB that are
/// kept for the next.
public final class FuzzySearch: Sendable {
  private let scratches = Mutex<[SearchScratch]>([])
  let tuning: SearchTuning

  public convenience init() { self.init(tuning: SearchTuning()) }

  init(tuning: SearchTuning) { self.tuning = tuning }

  /// The best matches, the best first.
  ///
  /// - Parameters:
  ///   - threshold: the score that a match must have, in points, above 0; taken to a hundredth.
  ///   - limit: the most matches to give.
  ///   - contexts: how well the contexts of these matches agree with the query's, the more the better.
  ///     It is asked once, for all matches that no score can tell apart. `nil` leaves contexts out.
  /// - Complexity: about 0.2 ms in a million segments of 50 tokens.
  /// - Throws: ``MappedFileError`` with `damaged` where a part of an index is.
  public func matches(
    of query: FuzzyQuery, in indexes: [SearchedIndex], threshold: Double, limit: Int,
    contexts: (([FuzzyMatch]) -> [Int])? = nil
  ) throws(MappedFileError) -> [FuzzyMatch] {
    let hundredths = Int((min(max(threshold, 0.01), 100) * 100).rounded())
    var collector = MatchCollector(
      limit: max(0, limit), threshold: MatchScore(hundredths: max(1, hundredths)),
      keepsTies: contexts != nil)
    var scratch = scratches.withLock { $0.popLast() } ?? SearchScratch()
    for (memory, index) in indexes.enumerated() {
      for part in index.parts {
        var search = PartSearch(
          query, in: part, memory: memory, penalties: index.penalties, removed: index.removed,
          tuning: tuning)
        // A scratch is left behind where a part is damaged: it may hold half a count.
        try search.run(&collector, &scratch)
      }
    }
    scratches.withLock { $0.append(scratch) }
    var found = collector.candidates()
    if let contexts, !found.isEmpty {
      for (index, context) in zip(found.indices, contexts(found)) { found[index].context = context }
      found.sort(by: FuzzyMatch.precedes)
    }
    return Array(found.prefix(limit))
  }
}
