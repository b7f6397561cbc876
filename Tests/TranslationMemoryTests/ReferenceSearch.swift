import TermModel
import TranslationMemory

/// The documented score and order, worked out in the plainest way: the judge of the index.
struct ReferenceSearch {
  struct Text {
    struct Token {
      let kind: TokenKind
      let exact: [UInt8]
      let plain: [UInt8]
      let cased: [UInt8]
    }
    let tokens: [Token]
    /// Exact tokens and white space.
    let everything: [[UInt8]]

    init(_ segment: FlatSegment) {
      let query = FuzzyQuery(segment)
      var tokens: [Token] = []
      var everything: [[UInt8]] = []
      var at = 0
      for (index, token) in query.tokens.enumerated() {
        let texts = query.texts(of: index)
        tokens.append(
          Token(kind: token.kind, exact: texts.exact, plain: texts.plain, cased: texts.cased))
        let gap = Array(segment.utf8[at..<token.range.lowerBound])
        if !gap.isEmpty { everything.append(gap) }
        everything.append(texts.exact)
        at = token.range.upperBound
      }
      if at < segment.utf8.count { everything.append(Array(segment.utf8[at...])) }
      self.tokens = tokens
      self.everything = everything
    }

    var compared: [[UInt8]] { tokens.map { $0.kind == .number ? [0] : $0.plain } }
    var numbered: [[UInt8]] { tokens.map(\.plain) }
    var cased: [[UInt8]] { tokens.map { $0.kind == .number ? [0] : $0.cased } }
    var exact: [[UInt8]] { tokens.map(\.exact) }
    var uncoded: [[UInt8]] {
      tokens.filter { $0.kind != .code }.map { $0.kind == .number ? [0] : $0.plain }
    }
  }

  /// Fewest tokens to put in, take out or replace: the textbook's table.
  static func distance(_ left: [Int], _ right: [Int]) -> Int {
    var row = Array(0...right.count)
    for (i, token) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let cost = min(diagonal + (token == right[j] ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }

  /// Texts as small numbers, which are compared faster.
  static func numbered(_ left: [[UInt8]], _ right: [[UInt8]]) -> ([Int], [Int]) {
    var numbers: [[UInt8]: Int] = [:]
    func number(_ text: [UInt8]) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = numbers.count
      return numbers.count - 1
    }
    return (left.map(number), right.map(number))
  }

  static func textDistance(_ left: [[UInt8]], _ right: [[UInt8]]) -> Int {
    let (left, right) = numbered(left, right)
    return distance(left, right)
  }

  static func match(
    _ query: Text, _ segment: MemorySegment, _ text: Text, memory: Int, _ penalties: MatchPenalties,
    least: MatchScore = MatchScore(hundredths: 0)
  ) -> FuzzyMatch? {
    let longer = max(query.tokens.count, text.tokens.count)
    let base = textDistance(query.compared, text.compared)
    // What no penalty can lift needs none.
    if MatchScore(distance: base, of: longer) < least { return nil }
    var kinds: [PenaltyKind] = []
    if textDistance(query.numbered, text.numbered) > base { kinds.append(.number) }
    if textDistance(query.cased, text.cased) > base { kinds.append(.case) }
    if textDistance(query.uncoded, text.uncoded) < base { kinds.append(.code) }
    if segment.isMachineMade, penalties.machine > 0 { kinds.append(.machine) }
    if penalties.memory > 0 { kinds.append(.memory) }
    return FuzzyMatch(
      memory: memory, unit: segment.unit, variant: segment.variant,
      score: MatchScore(
        distance: base, of: longer, penalty: kinds.reduce(0) { $0 + penalties.points(of: $1) }),
      base: MatchScore(distance: base, of: longer),
      exact: MatchScore(distance: textDistance(query.exact, text.exact), of: longer),
      everything: MatchScore(
        distance: textDistance(query.everything, text.everything),
        of: max(query.everything.count, text.everything.count)),
      penalties: kinds, context: 0, changed: segment.changed, tokenCount: text.tokens.count)
  }

  /// All matches at or over the threshold, the best first.
  static func matches(
    of query: FlatSegment, in memories: [[(segment: MemorySegment, text: Text)]],
    penalties: [MatchPenalties], threshold: Double, contexts: (([FuzzyMatch]) -> [Int])? = nil
  ) -> [FuzzyMatch] {
    let query = Text(query)
    let least = MatchScore(hundredths: Int((threshold * 100).rounded()))
    var found: [FuzzyMatch] = []
    for (memory, segments) in memories.enumerated() {
      for (segment, text) in segments where !text.tokens.isEmpty {
        // The length alone decides most.
        let shorter = min(query.tokens.count, text.tokens.count)
        let longer = max(query.tokens.count, text.tokens.count)
        if MatchScore(distance: longer - shorter, of: longer) < least { continue }
        let match = match(
          query, segment, text, memory: memory, penalties[memory], least: least)
        if let match, match.score >= least { found.append(match) }
      }
    }
    if let contexts {
      for (index, context) in zip(found.indices, contexts(found)) { found[index].context = context }
    }
    return found.sorted(by: FuzzyMatch.precedes)
  }
}
