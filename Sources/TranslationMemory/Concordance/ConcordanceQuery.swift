public import TermModel

/// A text that segments are looked through for.
///
/// A segment contains it where the text's tokens stand in the segment one behind the other, compared
/// as for a fuzzy match (case, width, variants), but numbers as themselves; white space and inline
/// codes between them do not count. The first token may be the end of a word or number and the last
/// its beginning, or the only one its inside, unless white space stands there in the query:
///
///     機器      in 統計機器學習
///     rans      in Translation
///     tion mem  in Translation memory
///     ␠mem      in Translation memory, not in Remember
public struct ConcordanceQuery: Sendable {
  /// Folded texts of the tokens.
  let texts: [[UInt8]]
  let kinds: [TokenKind]
  /// Whether the first token may be the end of a longer one, and the last the beginning of one.
  let isOpenAtStart: Bool
  let isOpenAtEnd: Bool

  public init(_ text: String) {
    let query = FuzzyQuery(FlatSegment(text))
    texts = query.plain
    kinds = query.tokens.map(\.kind)
    let isSpaced = kinds.map { $0 == .word || $0 == .number }
    isOpenAtStart = isSpaced.first == true && query.gaps[0].isEmpty
    isOpenAtEnd = isSpaced.last == true && query.gaps[query.gaps.count - 1].isEmpty
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { texts.isEmpty }

  /// Whether a token's text can stand at a place of the query.
  func accepts(_ text: some RandomAccessCollection<UInt8>, at place: Int) -> Bool {
    let wanted = texts[place]
    guard text.count >= wanted.count else { return false }
    let opensStart = place == 0 && isOpenAtStart
    let opensEnd = place == texts.count - 1 && isOpenAtEnd
    switch (opensStart, opensEnd) {
    case (false, false): return text.elementsEqual(wanted)
    case (true, false): return text.suffix(wanted.count).elementsEqual(wanted)
    case (false, true): return text.starts(with: wanted)
    case (true, true): return Self.contains(text, wanted)
    }
  }

  private static func contains(
    _ text: some RandomAccessCollection<UInt8>, _ wanted: [UInt8]
  ) -> Bool {
    var rest = text[...]
    while rest.count >= wanted.count {
      if rest.first == wanted.first, rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Where the text stands in a segment: UTF-8 ranges in order, without overlap.
  ///
  /// A range that begins or ends inside a word is cut there as far as the word's spelling and its
  /// folded form have the same length, else it takes the whole word.
  public func ranges(in segment: FlatSegment) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    let query = FuzzyQuery(segment)
    let places = query.tokens.indices.filter { query.tokens[$0].kind != .code }
    var ranges: [Range<Int>] = []
    var at = 0
    while at + texts.count <= places.count {
      let isHere = texts.indices.allSatisfy { accepts(query.plain[places[at + $0]], at: $0) }
      guard isHere else {
        at += 1
        continue
      }
      let first = query.tokens[places[at]].range
      let last = query.tokens[places[at + texts.count - 1]].range
      var start = first.lowerBound
      var end = last.upperBound
      if texts.count == 1 {
        if isOpenAtStart || isOpenAtEnd, query.plain[places[at]].count == first.count,
          let offset = query.plain[places[at]].firstIndex(
            ofSequence: texts[0], isOpenAtStart, isOpenAtEnd)
        {
          start += offset
          end = start + texts[0].count
        }
      } else {
        if query.plain[places[at]].count == first.count {
          start = first.upperBound - texts[0].count
        }
        let count = texts[texts.count - 1].count
        if query.plain[places[at + texts.count - 1]].count == last.count {
          end = last.lowerBound + count
        }
      }
      ranges.append(start..<end)
      at += texts.count
    }
    return ranges
  }
}

extension [UInt8] {
  /// Where `wanted` stands first, where it may begin or end inside.
  fileprivate func firstIndex(ofSequence wanted: [UInt8], _ opensStart: Bool, _ opensEnd: Bool)
    -> Int?
  {
    guard count >= wanted.count else { return nil }
    if !opensStart { return 0 }
    if !opensEnd { return count - wanted.count }
    return (0...count - wanted.count).first { self[$0...].starts(with: wanted) }
  }
}
