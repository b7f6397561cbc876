public import MappedFile

/// Finds every segment that contains a text, by the rule of ``ConcordanceQuery``.
public enum Concordance {
  /// Some of the segments that contain the text, the shortest first, then by memory and unit.
  ///
  /// - Parameters:
  ///   - offset: how many to pass over: the pages before.
  ///   - limit: the most to give.
  /// - Complexity: in a million segments of 45 tokens about 0.3 ms for two Han characters, up to 4 ms
  ///   where both stand in most segments and hardly ever together; 1 to 4 ms for English words, for
  ///   the vocabulary is gone through, and up to 50 ms for frequent ones that never meet.
  /// - Throws: ``MappedFileError`` with `damaged` where a part of an index is.
  public static func page(
    of query: ConcordanceQuery, in indexes: [SearchedIndex], offset: Int = 0, limit: Int
  ) throws(MappedFileError) -> ConcordancePage {
    guard !query.isEmpty, limit > 0 else { return ConcordancePage(hits: [], hasMore: false) }
    var parts: [PartConcordance] = []
    for (memory, index) in indexes.enumerated() {
      for part in index.parts where part.head.contents > 0 {
        parts.append(PartConcordance(query, in: part, memory: memory, removed: index.removed))
      }
    }
    let needed = max(0, offset) + limit + 1
    var hits: [ConcordancePage.Hit] = []
    // All segments up to a length, then ever more, so that a first page does not read the rest.
    var share = 4_096
    while hits.count < needed {
      guard let length = nextLength(parts, share) else { break }
      var found: [ConcordancePage.Hit] = []
      for index in parts.indices {
        let end = parts[index].end(ofLength: length)
        try parts[index].appendHits(upTo: end, to: &found)
      }
      found.sort(by: ConcordancePage.Hit.precedes)
      hits += found
      share *= 4
    }
    let page = hits.dropFirst(max(0, offset)).prefix(limit)
    return ConcordancePage(hits: Array(page), hasMore: hits.count >= needed)
  }

  /// The length up to which the next contents are taken: about so many of each part.
  private static func nextLength(_ parts: [PartConcordance], _ share: Int) -> Int? {
    var length: Int?
    for concordance in parts where concordance.nextContent < concordance.part.head.contents {
      let part = concordance.part
      let content = min(concordance.nextContent + share, part.head.contents - 1)
      let reached = Int(part.lengths[part.lengthIndex(of: content) * 2])
      length = min(length ?? reached, reached)
    }
    return length
  }
}
