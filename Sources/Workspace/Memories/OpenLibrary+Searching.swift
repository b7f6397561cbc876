import Interchange
import Store
public import TermModel
public import TranslationMemory

extension OpenLibrary {
  /// The best matches that have a translation, the best first: see `docs/fuzzy-match.md`.
  ///
  /// - Parameters:
  ///   - target: the language of the translation; `nil` for any.
  ///   - threshold: in points.
  ///   - context: what stands round the query, to rank what no score can tell apart.
  /// - Complexity: that of the search, and about 0.1 ms for each unit that is given.
  public func matches(
    of query: FuzzyQuery, in scope: Scope, to target: LanguageTag?, threshold: Double, limit: Int,
    context: SegmentContext? = nil
  ) throws -> [MemoryMatch] {
    guard !scope.isEmpty, limit > 0 else { return [] }
    var asked = limit
    while true {
      let found = try search.matches(
        of: query, in: scope.searched, threshold: threshold, limit: asked, context: context)
      let units = try units(found.map { (scope.places[$0.memory].memory, Int($0.unit)) }, scope)
      var matches: [MemoryMatch] = []
      for score in found {
        let memory = scope.places[score.memory].memory
        guard let unit = units[UnitKey(memory: memory, number: Int(score.unit))] else { continue }
        let made = match(score, unit, scope.memories[memory], target, scope.searched[score.memory])
        if let made { matches.append(made) }
        if matches.count == limit { return matches }
      }
      // Units without the target language are no answer: then more are asked for.
      if found.count < asked { return matches }
      asked *= 4
    }
  }

  private func match(
    _ score: FuzzyMatch, _ unit: TranslationUnit, _ memory: Memory, _ target: LanguageTag?,
    _ searched: SearchedMemory
  ) -> MemoryMatch? {
    let segments = unit.unitSegments
    guard let source = segments.first(where: { $0.variant == Int(score.variant) }) else {
      return nil
    }
    var targets = segments.filter { segment in
      guard segment.variant != source.variant, !segment.flat.utf8.isEmpty else { return false }
      let tag = LanguageTag(segment.language).reconciled
      return target.map { LanguageChoice.means($0, tag) } ?? true
    }
    // The language itself, where it is there, and not its neighbours.
    let exact = targets.filter { LanguageTag($0.language).reconciled == target }
    if !exact.isEmpty { targets = exact }
    guard !targets.isEmpty else { return nil }
    return MemoryMatch(
      memory: memory, number: Int(score.unit), unit: unit, score: score,
      penalties: score.penalties.map { ($0, searched.penalties.points(of: $0)) },
      source: source, targets: targets)
  }

  /// Some of the units that contain a text, those with the shortest segment first.
  ///
  /// - Parameters:
  ///   - place: 0, or where the page before said that the next begins.
  /// - Returns: the units, and where the next page begins; `nil` where there are no more.
  public func units(
    containing query: ConcordanceQuery, in scope: Scope, after place: Int = 0, limit: Int
  ) throws -> (units: [ConcordanceMatch], next: Int?) {
    var matches: [ConcordanceMatch] = []
    var at = place
    while !scope.isEmpty {
      let page = try search.concordance(
        of: query, in: scope.searched, offset: at, limit: limit - matches.count)
      let units = try units(page.hits.map { (scope.places[$0.memory].memory, Int($0.unit)) }, scope)
      for hit in page.hits {
        at += 1
        let memory = scope.places[hit.memory].memory
        guard let unit = units[UnitKey(memory: memory, number: Int(hit.unit))] else { continue }
        let segments = unit.unitSegments.map { ($0, query.ranges(in: $0.flat)) }
        if isFirst(hit, segments, scope) {
          matches.append(
            ConcordanceMatch(
              memory: scope.memories[memory], number: Int(hit.unit), unit: unit,
              segments: segments))
        }
      }
      if !page.hasMore { return (matches, nil) }
      if matches.count >= limit { return (matches, at) }
    }
    return ([], nil)
  }

  /// Whether none of the unit's other segments has the text and comes before this one: a unit with the
  /// text on both sides is given once.
  private func isFirst(
    _ hit: ConcordancePage.Hit, _ segments: [(UnitSegment, [Range<Int>])], _ scope: Scope
  ) -> Bool {
    let memory = scope.places[hit.memory].memory
    return !segments.contains { segment, ranges in
      guard !ranges.isEmpty, segment.variant != Int(hit.variant) else { return false }
      let tag = LanguageTag(segment.language).reconciled
      let place = scope.places.firstIndex { $0.memory == memory && $0.language == tag }
      guard let place else { return false }
      let count = FuzzyQuery(segment.flat).tokens.count
      if count != hit.tokenCount { return count < hit.tokenCount }
      if place != hit.memory { return place < hit.memory }
      return segment.variant < Int(hit.variant)
    }
  }

  // MARK: Units

  struct UnitKey: Hashable {
    /// By its index in the scope.
    var memory: Int
    var number: Int
  }

  private func units(
    _ wanted: [(memory: Int, number: Int)], _ scope: Scope
  ) throws -> [UnitKey: TranslationUnit] {
    var units: [UnitKey: TranslationUnit] = [:]
    var keys: [UnitKey] = []
    let reader = StoredUnitReader { unit, place in units[keys[place]] = unit.translationUnit }
    var seen: Set<UnitKey> = []
    for (memory, number) in wanted {
      let key = UnitKey(memory: memory, number: number)
      guard seen.insert(key).inserted,
        let unit = try memories.unit(number, of: scope.memories[memory].id)
      else { continue }
      keys.append(key)
      try reader.add(unit, as: keys.count - 1)
    }
    try reader.finish()
    return units
  }
}

extension TranslationUnit {
  /// The segments of the variants that have a language and a segment.
  public var unitSegments: [UnitSegment] {
    variants.enumerated().compactMap { index, variant in
      guard let language = variant.language, !language.isEmpty, let segment = variant.segment else {
        return nil
      }
      return UnitSegment(variant: index, language: language, segment: segment, flat: segment.flat)
    }
  }
}
