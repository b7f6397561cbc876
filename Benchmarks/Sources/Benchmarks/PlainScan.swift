import TermModel
import TranslationMemory

/// The judge of the index: every segment, by the definition in `docs/fuzzy-match.md`, without a filter
/// but the length.
struct PlainScan {
  private let list: SegmentList
  /// The tokens of each segment as they are compared, as numbers; every number is 0.
  private var tokens: [[Int32]] = []
  private var numbers: [[UInt8]: Int32] = [:]

  init(_ list: SegmentList) {
    self.list = list
    tokens.reserveCapacity(list.texts.count)
    var tokenizer = SegmentTokenizer()
    for text in list.texts {
      let query = FuzzyQuery(text, tokenizer: &tokenizer)
      tokens.append(
        query.tokens.indices.map { index in
          if query.tokens[index].kind == .number { return 0 }
          let text = query.texts(of: index).plain
          if let known = numbers[text] { return known }
          let number = Int32(numbers.count + 1)
          numbers[text] = number
          return number
        })
    }
  }

  /// The best matches at or over a threshold in points, the best first.
  func matches(of query: FuzzyQuery, threshold: Int, limit: Int) -> [FuzzyMatch] {
    let wanted = numbered(query)
    let least = MatchScore(hundredths: threshold * 100)
    var row: [Int] = []
    var found: [FuzzyMatch] = []
    for (index, text) in tokens.enumerated() where !text.isEmpty {
      let longer = max(wanted.count, text.count)
      let difference = longer - min(wanted.count, text.count)
      if MatchScore(distance: difference, of: longer) < least { continue }
      let distance = Self.distance(wanted, text, &row)
      if MatchScore(distance: distance, of: longer) < least { continue }
      let match = match(query, unit: Int64(index) + 1, distance: distance, of: longer)
      if match.score >= least { found.append(match) }
    }
    return Array(found.sorted(by: FuzzyMatch.precedes).prefix(limit))
  }

  /// The units that contain the characters of a query, the shortest first.
  func units(containing query: FuzzyQuery, limit: Int) -> [Int64] {
    let wanted = numbered(query)
    let found = tokens.indices.filter { index in
      let text = tokens[index]
      return text.count >= wanted.count
        && (0...text.count - wanted.count).contains { text[$0...].starts(with: wanted) }
    }
    return found.sorted { (tokens[$0].count, $0) < (tokens[$1].count, $1) }
      .prefix(limit).map { Int64($0) + 1 }
  }

  /// What no segment has is below 0.
  private func numbered(_ query: FuzzyQuery) -> [Int32] {
    query.tokens.indices.map { index in
      query.tokens[index].kind == .number ? 0 : numbers[query.texts(of: index).plain] ?? -1
    }
  }

  private func match(_ query: FuzzyQuery, unit: Int64, distance: Int, of longer: Int) -> FuzzyMatch
  {
    let segment = list.segment(unit)
    let left = Spelling(query)
    let right = Spelling(FuzzyQuery(segment.segment))
    let penalties = MatchPenalties()
    var kinds: [PenaltyKind] = []
    if Self.distance(left.plain, right.plain) > distance { kinds.append(.number) }
    if Self.distance(left.cased, right.cased) > distance { kinds.append(.case) }
    return FuzzyMatch(
      memory: 0, unit: unit, variant: 0,
      score: MatchScore(
        distance: distance, of: longer, penalty: kinds.reduce(0) { $0 + penalties.points(of: $1) }),
      base: MatchScore(distance: distance, of: longer),
      exact: MatchScore(distance: Self.distance(left.exact, right.exact), of: longer),
      everything: MatchScore(
        distance: Self.distance(left.everything, right.everything),
        of: max(left.everything.count, right.everything.count)),
      penalties: kinds, context: 0, changed: 0, tokenCount: right.exact.count)
  }

  /// A segment without inline codes as the scores see it.
  private struct Spelling {
    var exact: [[UInt8]] = []
    var plain: [[UInt8]] = []
    /// With case; every number the same.
    var cased: [[UInt8]] = []
    /// As written, with the white space between.
    var everything: [[UInt8]] = []

    init(_ query: FuzzyQuery) {
      var at = 0
      for (index, token) in query.tokens.enumerated() {
        let texts = query.texts(of: index)
        exact.append(texts.exact)
        plain.append(texts.plain)
        cased.append(token.kind == .number ? [0] : texts.cased)
        if at < token.range.lowerBound {
          everything.append(Array(query.segment.utf8[at..<token.range.lowerBound]))
        }
        everything.append(texts.exact)
        at = token.range.upperBound
      }
      if at < query.segment.utf8.count { everything.append(Array(query.segment.utf8[at...])) }
    }
  }

  /// Fewest tokens to put in, take out or replace: the textbook's table.
  private static func distance<Token: Equatable>(_ left: [Token], _ right: [Token]) -> Int {
    var row: [Int] = []
    return distance(left, right, &row)
  }

  private static func distance<Token: Equatable>(
    _ left: [Token], _ right: [Token], _ row: inout [Int]
  ) -> Int {
    row.removeAll(keepingCapacity: true)
    row += 0...right.count
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
}
