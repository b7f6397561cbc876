import MappedFile
import Synchronization
import TermModel

/// Searches memories, and keeps their indexes up to date in a folder.
///
///     let search = MemorySearch(folder: "/home/me/.cache/yiming")
///     try search.matches(of: FuzzyQuery(segment), in: [SearchedMemory(source)], threshold: 70, limit: 5)
///
/// An index is a cache: whatever is missing, damaged, of another version or of another past of the
/// database is made again from the source, and nothing is lost with the folder. It is made of parts,
/// each of the units in a range of numbers, so that
/// - new units are found at once: few are indexed in memory, many become a part in the folder;
/// - units that went are left out at once, by their numbers;
/// - a part is written under another name and renamed, so that other processes see it whole or not;
/// - the memory that a build needs does not grow with the translation memory.
///
/// May be shared between threads. Several processes may use one folder: a file `….lock` lets one of
/// them build.
public final class MemorySearch: Sendable {
  private let folder: String?
  private let leastOnDisk: Int64
  private let fuzzy = FuzzySearch()
  private let indexes = Mutex<[String: CachedIndex]>([:])

  /// - Parameter folder: where parts are kept; without one, or where it cannot be written, indexes
  ///   live as long as this value.
  public convenience init(folder: String?) { self.init(folder: folder, leastOnDisk: 4_096) }

  /// - Parameter leastOnDisk: from so many new units on they become a part in the folder.
  init(folder: String?, leastOnDisk: Int64) {
    self.folder = folder
    self.leastOnDisk = leastOnDisk
  }

  /// Makes what is missing of a memory's index, so that the next search need not.
  ///
  /// - Complexity: about 3 µs a segment of 50 tokens that is not in the index yet.
  /// - Throws: what the source throws.
  public func prepare(_ source: any SegmentSource) throws {
    _ = try cached(source).current(source)
  }

  /// The best matches, the best first: see `docs/fuzzy-match.md`.
  ///
  /// - Parameters:
  ///   - threshold: the score that a match must have, in points, above 0; taken to a hundredth.
  ///   - limit: the most matches to give.
  ///   - context: what stands before and behind the query. With one, all matches that no score can
  ///     tell apart at the last place are asked for theirs.
  /// - Throws: what a source throws, or ``MappedFileError``.
  public func matches(
    of query: FuzzyQuery, in memories: [SearchedMemory], threshold: Double, limit: Int,
    context: SegmentContext? = nil
  ) throws -> [FuzzyMatch] {
    try withIndexes(of: memories) { indexes in
      var failure: (any Error)?
      let found = try fuzzy.matches(
        of: query, in: indexes, threshold: threshold, limit: limit,
        contexts: context.map { context in
          { matches in
            do {
              return try self.agreements(of: matches, in: memories, with: context)
            } catch {
              failure = error
              return matches.map { _ in 0 }
            }
          }
        })
      if let failure { throw failure }
      return found
    }
  }

  /// Some of the segments that contain a text: see ``Concordance``.
  ///
  /// - Throws: what a source throws, or ``MappedFileError``.
  public func concordance(
    of query: ConcordanceQuery, in memories: [SearchedMemory], offset: Int = 0, limit: Int
  ) throws -> ConcordancePage {
    try withIndexes(of: memories) {
      try Concordance.page(of: query, in: $0, offset: offset, limit: limit)
    }
  }

  /// How many segments the indexes of a memory hold, those of units that went included.
  public func segmentCount(of source: any SegmentSource) throws -> Int {
    try cached(source).current(source).parts.reduce(0) { $0 + $1.count }
  }

  private func cached(_ source: any SegmentSource) -> CachedIndex {
    indexes.withLock { indexes in
      if let known = indexes[source.identity] { return known }
      let index = CachedIndex(
        identity: source.identity, folder: folder, leastOnDisk: leastOnDisk)
      indexes[source.identity] = index
      return index
    }
  }

  /// Damage that only shows when a block is read is mended once: the part is made again.
  private func withIndexes<Answer>(
    of memories: [SearchedMemory], _ body: ([SearchedIndex]) throws -> Answer
  ) throws -> Answer {
    func indexes() throws -> [SearchedIndex] {
      try memories.map { memory in
        let (parts, removed) = try cached(memory.source).current(memory.source)
        return SearchedIndex(parts: parts, removed: removed, penalties: memory.penalties)
      }
    }
    do {
      return try body(try indexes())
    } catch let error as MappedFileError {
      for memory in memories { cached(memory.source).forget(damaged: error.place?.document) }
      return try body(try indexes())
    }
  }

  private func agreements(
    of matches: [FuzzyMatch], in memories: [SearchedMemory], with context: SegmentContext
  ) throws -> [Int] {
    var agreements = [Int](repeating: 0, count: matches.count)
    for memory in memories.indices {
      let places = matches.indices.filter { matches[$0].memory == memory }
      // A store answers for some at a time.
      for start in stride(from: 0, to: places.count, by: 1_000) {
        let some = places[start..<min(start + 1_000, places.count)]
        let contexts = try memories[memory].source.contexts(of: some.map { matches[$0].unit })
        for (place, other) in zip(some, contexts) {
          agreements[place] = context.agreement(with: other)
        }
      }
    }
    return agreements
  }
}
