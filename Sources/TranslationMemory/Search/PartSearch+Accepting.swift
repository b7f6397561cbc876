import MappedFile

extension PartSearch {
  /// Works out the other scores and the penalties of a content within the distance, and adds its
  /// occurrences.
  mutating func accept(
    _ content: Int, _ row: IndexRow, _ distance: Int, _ collector: inout MatchCollector,
    _ scratch: inout SearchScratch
  ) throws(MappedFileError) {
    let count = Int(row.count)
    let longer = max(length, count)
    if spellings == nil { spellings = SpellingMemo(&query, in: part) }
    let (slot, known) = spellings!.find(content)
    var scores = known ?? SpellingScores(exact: exactDistance(row, &scratch))
    let exact = MatchScore(distance: scores.exact, of: longer)
    // Most of many that tie go here.
    let isWanted = collector.isWanted(
      MatchScore(distance: distance, of: longer, penalty: penalties.memory), exact: exact)
    if isWanted, scores.details == nil { scores.details = details(content, row, distance, scores) }
    if known == nil || (isWanted && known?.details == nil) { spellings!.keep(scores, at: slot) }
    guard isWanted, let details = scores.details else { return }
    let points = details.points(penalties) + penalties.memory
    let score = MatchScore(distance: distance, of: longer, penalty: points)
    guard collector.isWanted(score, exact: exact, everything: details.everything) else { return }
    var match = FuzzyMatch(
      memory: memory, unit: 0, variant: 0, score: score,
      base: MatchScore(distance: distance, of: longer), exact: exact,
      everything: details.everything, penalties: [], context: 0, changed: 0, tokenCount: count)
    try addOccurrences(of: content, &match, details, &collector)
  }

  private mutating func details(
    _ content: Int, _ row: IndexRow, _ distance: Int, _ scores: SpellingScores
  ) -> SpellingScores.Details {
    var ids: [UInt32] = []
    var hasCode = false
    readTokens(row, into: &ids, &hasCode)
    var details = SpellingScores.Details(
      hasOtherNumber: false, hasOtherCase: false, hasOtherCode: false,
      everything: MatchScore(hundredths: 0))
    if scores.exact > distance {
      let numbered = fullDistance(&query.numbered, ids.map { part.plain[Int($0)] })
      details.hasOtherNumber = numbered > distance
      let cased = fullDistance(&query.cased, ids.map { part.cased[Int($0)] })
      details.hasOtherCase = cased > distance
    }
    if distance > 0, hasCode || query.hasCode {
      let words = ids.filter { part.kind(of: $0) != .code }
      let uncoded = fullDistance(&query.uncoded, words.map { part.compared[Int($0)] })
      details.hasOtherCode = uncoded < distance
    }
    let (gapped, gappedCount) = withGaps(ids, content, row)
    details.everything = MatchScore(
      distance: fullDistance(&query.everything, gapped),
      of: max(query.everything.length, gappedCount))
    return details
  }

  private mutating func exactDistance(_ row: IndexRow, _ scratch: inout SearchScratch) -> Int {
    let count = Int(row.count)
    return unsafe scratch.text.withUnsafeMutableBufferPointer { text in
      let bytes = unsafe part.tokens.unsafeElements.baseAddress!
      var at = Int(row.offset)
      for index in 0..<count {
        unsafe text[index] = query.exact.map.number(of: Varint.read(bytes, &at))
      }
      return unsafe query.exact.distance(
        to: UnsafeBufferPointer(rebasing: text[..<count]), atMost: max(length, count))
    }
  }

  /// - Parameter match: what all occurrences have; the score with the penalties for the spelling.
  private func addOccurrences(
    of content: Int, _ match: inout FuzzyMatch, _ details: SpellingScores.Details,
    _ collector: inout MatchCollector
  ) throws(MappedFileError) {
    let range = try part.occurrences(of: content)
    let occurrences = unsafe part.occurrences.unsafeElements
    let score = match.score
    // Those made by a machine may score less: the two kinds are two ordered runs.
    var left = SIMD2(repeating: collector.limit)
    for index in range {
      let occurrence = unsafe occurrences[index]
      let isPenalised = occurrence.isMachineMade && penalties.machine > 0
      let run = isPenalised ? 1 : 0
      if left[run] == 0 {
        if left[1 - run] == 0 || penalties.machine == 0 { return }
        continue
      }
      if removed.contains(occurrence.unit) { continue }
      match.score = isPenalised ? score.less(penalties.machine) : score
      match.unit = occurrence.unit
      match.variant = occurrence.variant
      match.changed = occurrence.changed
      if collector.isWanted(match) {
        match.penalties = details.penalties
        if isPenalised { match.penalties.append(.machine) }
        if penalties.memory > 0 { match.penalties.append(.memory) }
        collector.add(match)
        match.penalties = []
      }
      if !collector.keepsTies { left[run] -= 1 }
    }
  }

  private func readTokens(_ row: IndexRow, into ids: inout [UInt32], _ hasCode: inout Bool) {
    ids.reserveCapacity(Int(row.count))
    let bytes = unsafe part.tokens.unsafeElements.baseAddress!
    var at = Int(row.offset)
    for _ in 0..<row.count {
      let id = unsafe Varint.read(bytes, &at)
      ids.append(id)
      if part.kind(of: id) == .code { hasCode = true }
    }
  }

  /// The tokens with the white space between them, and how many they are.
  private func withGaps(
    _ ids: [UInt32], _ content: Int, _ row: IndexRow
  ) -> (ids: [UInt32], count: Int) {
    let end = unsafe Int(part.rows.unsafeElements[content + 1].offset)
    let bytes = unsafe part.tokens.unsafeElements.baseAddress!
    var at = Int(row.offset)
    for _ in 0..<row.count { _ = unsafe Varint.read(bytes, &at) }
    var place = Int.max
    var gap: UInt32 = 0
    func readGap() {
      if at < end {
        place = Int(unsafe Varint.read(bytes, &at))
        gap = unsafe Varint.read(bytes, &at)
      } else {
        place = Int.max
      }
    }
    readGap()
    let space = part.space
    let none = part.noGap
    var result: [UInt32] = []
    var previous: UInt8 = 0
    for (index, id) in ids.enumerated() {
      let spacing = part.spacing[Int(id)]
      if index == place {
        if gap != none { result.append(gap) }
        readGap()
      } else if previous & (spacing >> 1) & 1 != 0 {
        result.append(space)
      }
      result.append(id)
      previous = spacing
    }
    if place == ids.count, gap != none { result.append(gap) }
    return (result, result.count)
  }

  private func fullDistance(
    _ pattern: inout DistancePattern, _ ids: [UInt32]
  ) -> Int {
    let text = ids.map { pattern.map.number(of: $0) }
    return unsafe text.withUnsafeBufferPointer {
      unsafe pattern.distance(to: $0, atMost: max(pattern.length, ids.count))
    }
  }
}
