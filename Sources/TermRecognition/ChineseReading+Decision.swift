import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Units within which a cue word is near, and within which it still belongs to the matter.
  private static let near: UInt32 = 60
  /// Units between a name and a cue word that belongs to it.
  private static let beside: UInt32 = 2
  private static let far: UInt32 = 1_500
  /// Nats of a cue word that is farther away.
  private static let beyond = 0.8
  /// Nats of the same name accepted elsewhere: one sense a discourse holds 98 times in 100 (Gale,
  /// Church and Yarowsky, 1992).
  private static let discourse = 3.0
  /// The same of a word that is met everywhere.
  private static let discourseOfWord = 2.0
  /// How far one sense must be before the next to be chosen.
  private static let lead = 1.5
  /// How far behind the best sense Taiwan's own may be and still be meant: as far as two cue words that
  /// are only somewhere in the document make it, and not as far as the best one being sure elsewhere.
  private static let reach = 2.5

  /// Nats of an ordinary word with no cue, title or bracket.
  private static let unsupported = -1.5
  /// The same where the word is met everywhere.
  private static let common = -2.0

  /// Nats of a place where another word rather stands.
  private static let crossed = -2.0

  /// Nats of another thing of the same kind of matter.
  private static let related = 1.5

  /// Rounds after which the candidates that support each other are no longer asked again.
  private static let mostRounds = 10

  /// Second reading: the doubtful candidates, again and again until none that was decided supports
  /// another anew.
  mutating func decide() {
    guard !judgements.isEmpty else { return }
    findDoubtfulTeams()
    addCues()
    addDecisions()
    let doubtful = candidates.indices.filter { isDoubtful(candidates[$0]) }
    var votes = sureConcepts
    var isFirst = true
    // What changed in the last round: only whom that touches is asked again.
    var changed = [Bool](repeating: false, count: votes.count)
    for _ in 0..<Self.mostRounds {
      var next = sureConcepts
      let fullyNamedBefore = fullyNamed.count
      for index in doubtful {
        if isFirst || candidates[index].hasTurned || isTouched(candidates[index], by: changed) {
          let before = candidates[index].vote
          decide(index, votes: votes)
          let candidate = candidates[index]
          let votes = !candidate.isSure && candidate.verdict == .accepted && candidate.concept >= 0
          candidates[index].votes = votes
          candidates[index].hasTurned = candidates[index].vote != before
          if candidate.verdict == .accepted { noteFullName(of: Int(candidate.judgement)) }
        }
        if candidates[index].votes { next[Int(candidates[index].concept)] += 1 }
      }
      if next == votes { break }
      for concept in next.indices { changed[concept] = votes[concept] != next[concept] }
      isFirst = fullyNamed.count > fullyNamedBefore
      votes = next
    }
  }

  private func isTouched(_ candidate: Candidate, by changed: [Bool]) -> Bool {
    judgements[Int(candidate.judgement)].senses.contains { changed[Int($0.sense.concept)] }
  }

  private mutating func noteFullName(of number: Int) {
    let chosen = judgements[number].senses[judgements[number].chosen]
    if chosen.isNamedInFull { fullyNamed.insert(chosen.sense.concept) }
  }

  /// Teams with the names of things that the document may name: two of them support each other.
  private mutating func findDoubtfulTeams() {
    var found: Set<UInt32> = []
    for index in judgements.indices where judgements[index].position.nats > 0 {
      for judged in judgements[index].senses
      where judged.needsSupport && judged.isTeam {
        found.insert(judged.sense.concept)
      }
    }
    doubtfulTeams = found.sorted().prefix(2).map { $0 }
    // Only where some team needs another.
    guard !found.isEmpty else { return }
    var sure: [UInt32] = []
    for concept in sureConcepts.indices where sureConcepts[concept] > 0 && sure.count < 2 {
      if recogniser.base.traits(ofConcept: concept).isTeam { sure.append(UInt32(concept)) }
    }
    doubtfulTeams += sure
  }

  /// Adds what the cue words of the document say of each sense.
  private mutating func addCues() {
    for index in candidates.indices where isDoubtful(candidates[index]) {
      let number = Int(candidates[index].judgement)
      for sense in judgements[number].senses.indices
      where judgements[number].senses[sense].hasCues {
        let cues = standingCues(ofForm: candidates[index].form)[sense]
        guard !cues.isEmpty || judgements[number].senses[sense].needsSupport else { continue }
        var sum = EvidenceSum(keepsReasons: options.explains)
        let (spoken, isCalled, isDenied) = Self.add(cues, at: candidates[index], to: &sum)
        if isDenied { judgements[number].senses[sense].isDenied = true }
        let speaksFor = spoken > (judgements[number].senses[sense].isWord ? Self.beyond : 0)
        judgements[number].senses[sense].isCalled = isCalled
        judgements[number].senses[sense].evidence.add(sum)
        let judged = judgements[number].senses[sense]
        if judged.needsSupport, !judged.hasContext, !speaksFor {
          if let team = otherTeam(than: judged) {
            judgements[number].senses[sense].evidence.add(
              Self.related, "\"\(team)\" is in the document")
          } else {
            judgements[number].senses[sense].evidence.add(
              judged.isWord ? Self.common : Self.unsupported,
              "an ordinary word, and nothing near speaks for the name")
          }
        }
      }
    }
  }

  /// Adds what the person decided about a form for documents like this, or for all.
  private mutating func addDecisions() {
    guard !decisions.isEmpty else { return }
    for index in candidates.indices where isDoubtful(candidates[index]) {
      let candidate = candidates[index]
      // An exception of this very place has spoken already.
      guard judgements[Int(candidate.judgement)].position.nats > -OwnDecisions.weight else { continue }
      var sum = EvidenceSum(keepsReasons: options.explains)
      decisions.add(Int(candidate.form), to: &sum, stands: cuePlaces.contains)
      judgements[Int(candidate.judgement)].position.add(sum)
    }
  }

  /// Another team that the document names without doubt, where the sense is a team.
  private mutating func otherTeam(than judged: SenseJudgement) -> String? {
    guard judged.isTeam,
      let other = doubtfulTeams.first(where: { $0 != judged.sense.concept })
    else { return nil }
    return names.concept(Int(other)).english.first
  }

  /// - Returns: nats of the words that speak for the sense, whether one of them is near, and whether a word
  ///   for another sense holds the candidate.
  private static func add(
    _ cues: [StandingCue], at candidate: Candidate, to sum: inout EvidenceSum
  ) -> (spoken: Double, isCalled: Bool, isDenied: Bool) {
    var isDenied = false
    var spoken = 0.0
    var isCalled = false
    var against = 0.0
    for cue in cues {
      let nearest = cue.nearest(to: candidate)
      // A rival that is no word (輝達到) may be the name with the next word's first character: that
      // the crossing margin decides. With two characters more (現代社會) it is what the editors say.
      let whole =
        nearest.covers
        && (cue.speaksFor || cue.isWord || (nearest.isAtEdge && cue.length >= candidate.length + 2))
      // An accident of the characters elsewhere (四川普通) says nothing of this place.
      if !cue.speaksFor, !nearest.covers, !cue.isWord, cue.holdsForm { continue }
      let nats =
        whole
        ? (cue.speaksFor ? 4.0 : 6.0)
        : nearest.covers
          ? 2.0
          : nearest.gap <= beside
            ? 3.0 : nearest.distance <= near ? 2.0 : nearest.distance <= far ? beyond : 0
      guard nats > 0 else { continue }
      let capped = cue.speaksFor ? min(nats, 4 - spoken) : min(nats, 6 - against)
      guard capped > 0 else { continue }
      if cue.speaksFor { spoken += capped } else { against += capped }
      if cue.speaksFor, nats > beyond { isCalled = true }
      if whole, !cue.speaksFor { isDenied = true }
      sum.add(cue.speaksFor ? capped : -capped, "\"\(cue.word)\" \(place(of: nearest))")
    }
    return (spoken, isCalled, isDenied)
  }

  private static func place(of nearest: StandingCue.Nearest) -> String {
    nearest.covers
      ? "covers it"
      : nearest.gap <= beside
        ? "is beside it" : nearest.distance <= near ? "is near" : "is in the document"
  }

  /// Not one that the document introduces, which is decided where it is found.
  private func isDoubtful(_ candidate: Candidate) -> Bool {
    candidate.judgement >= 0 && candidate.form < Self.introducedForm
  }

  /// - Parameter votes: how many candidates stand for each concept without this reading's support.
  private mutating func decide(_ index: Int, votes: [Int32]) {
    let candidate = candidates[index]
    let number = Int(candidate.judgement)
    let position = judgements[number].position.nats
    var best = (sense: 0, nats: -Double.infinity, support: 0.0)
    for sense in judgements[number].senses.indices {
      let total = self.total(sense, of: index, position, votes)
      if total.nats > best.nats { best = (sense, total.nats, total.support) }
    }
    guard best.nats > -.infinity else { return }
    var tied: [Int] = []
    if judgements[number].senses.count > 1 {
      // The likeliest first; equal ones in their order.
      tied = judgements[number].senses.indices.map { sense in
        (sense, nats: total(sense, of: index, position, votes).nats)
      }.filter { $0.nats > best.nats - Self.lead }.sorted { $0.nats > $1.nats }.map {
        Int(judgements[number].senses[$0.0].sense.concept)
      }
    }
    var isDefault = false
    if judgements[number].senses.count > 1, let sense = domestic(in: judgements[number]),
      sense != best.sense || tied.count > 1,
      case let total = self.total(sense, of: index, position, votes),
      total.nats > best.nats - Self.reach
    {
      best = (sense, total.nats, total.support)
      tied = []
      isDefault = true
    }
    candidates[index].score = Float(best.nats)
    var decided = EvidenceSum(keepsReasons: options.explains)
    if best.support > 0 { decided.add(best.support, "the same name is sure elsewhere in the document") }
    if isDefault { decided.add(0, "nothing near tells of another country's") }
    if tied.count > 1 {
      if let name = names.name(sharedBy: tied) {
        candidates[index].name = Int32(name)
        candidates[index].concept = -1
        candidates[index].verdict = verdict(best.nats)
        decided.add(0, "\(tied.count) concepts share this form: only what they share is said")
      } else {
        candidates[index].name = Int32(names.name(of: tied[0]))
        candidates[index].verdict = best.nats < Recogniser.rejection ? .rejected : .uncertain
        decided.add(0, "open between \(tied.map { names.concept($0).english.first ?? "" }.joined(separator: " and "))")
      }
    } else {
      let judged = judgements[number].senses[best.sense]
      let concept = Int(judged.sense.concept)
      let isFamily = judged.isFamilyName && !fullyNamed.contains(judged.sense.concept)
      candidates[index].name = Int32(isFamily ? names.familyName(of: concept) : names.name(of: concept))
      candidates[index].concept = Int32(concept)
      candidates[index].verdict = verdict(best.nats)
      if isFamily { decided.add(0, "one of many people of this name: only the family name is said") }
    }
    judgements[number].decided = decided
    judgements[number].chosen = best.sense
  }

  /// The sense that writers of Taiwan mean, where no cue word near the name speaks for another one.
  private func domestic(in judgement: Judgement) -> Int? {
    guard !judgement.senses.contains(where: { $0.isCalled && !$0.isDomestic }) else { return nil }
    return judgement.senses.firstIndex(where: \.isDomestic)
  }

  /// What speaks for a sense of a candidate, with what the rest of the document gives it.
  private func total(
    _ sense: Int, of index: Int, _ position: Double, _ votes: [Int32]
  ) -> (nats: Double, support: Double) {
    let candidate = candidates[index]
    let judged = judgements[Int(candidate.judgement)].senses[sense]
    let concept = judged.sense.concept
    let nats = position + judged.evidence.nats
    let own: Int32 = candidate.isSure || candidate.vote == Int32(concept) ? 1 : 0
    guard votes[Int(concept)] > own, !judged.isDenied,
      votes[Int(concept)] > own + overlapping(index, for: concept)
    else { return (nats, 0) }
    // Where another word rather stands (後台|電纜), or of a word that is met everywhere, that the name
    // is elsewhere says less.
    let support =
      position < Self.crossed
      ? Self.related : judged.isWord ? Self.discourseOfWord : Self.discourse
    return (nats + support, support)
  }

  /// How many candidates that overlap one stand for a concept too: 外交部 inside 德國外交部 is no other
  /// place.
  ///
  /// - Complexity: O(1): the neighbours are looked at.
  private func overlapping(_ index: Int, for concept: UInt32) -> Int32 {
    let candidate = candidates[index]
    var count: Int32 = 0
    for number in max(0, index - 4)..<min(candidates.count, index + 5) where number != index {
      let other = candidates[number]
      guard other.start < candidate.end, candidate.start < other.end else { continue }
      let stands: Int32
      if other.judgement < 0 {
        stands = other.concept
      } else if other.isSure {
        stands = Int32(judgements[Int(other.judgement)].senses[0].sense.concept)
      } else {
        stands = other.vote
      }
      if stands == Int32(concept) { count += 1 }
    }
    return count
  }

  func verdict(_ nats: Double) -> Verdict {
    nats > Recogniser.acceptance ? .accepted : nats < Recogniser.rejection ? .rejected : .uncertain
  }

  /// The accepted candidates that do not overlap: the first to begin, the longest of those; and the
  /// others where they were asked for.
  mutating func choose() -> RecognisedText {
    candidates.sort {
      ($0.start, $1.end, $1.form) < ($1.start, $0.end, $0.form)
    }
    var mentions: [Mention] = []
    var free: UInt32 = 0
    let wanted = placesWantedAlways()
    for candidate in candidates {
      let isChosen =
        candidate.verdict == .accepted && candidate.start >= free
        && !Self.cuts(candidate, into: wanted)
      if isChosen { free = candidate.end }
      guard isChosen || options.keepsAllVerdicts else { continue }
      mentions.append(mention(of: candidate, isChosen: isChosen))
    }
    return RecognisedText(mentions: mentions, names: names.names)
  }

  /// Where names stand of which the person wants every one; in order, without overlaps.
  private func placesWantedAlways() -> [Range<UInt32>] {
    guard !decisions.isEmpty else { return [] }
    var places: [Range<UInt32>] = []
    for candidate in candidates
    where candidate.verdict == .accepted && candidate.form < Self.introducedForm
      && candidate.start >= places.last?.upperBound ?? 0
      && decisions.isAlways(form: Int(candidate.form))
    {
      places.append(candidate.start..<candidate.end)
    }
    return places
  }

  /// Whether a candidate overlaps one of the places and does not hold it.
  ///
  /// - Complexity: O(log *n* + *m*) for the *m* places that it overlaps.
  private static func cuts(_ candidate: Candidate, into places: [Range<UInt32>]) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].upperBound <= candidate.start { low = middle + 1 } else { high = middle }
    }
    return places[low...].prefix { $0.lowerBound < candidate.end }.contains {
      !(candidate.start <= $0.lowerBound && $0.upperBound <= candidate.end)
    }
  }

  /// The regions whose form a candidate has, where it is not Taiwan's too.
  private func regions(of candidate: Candidate) -> [Region] {
    guard candidate.concept >= 0, candidate.form < Self.introducedForm,
      let sense = recogniser.base.chinese.senses(ofForm: Int(candidate.form)).first(where: {
        Int32($0.concept) == candidate.concept
      }), !sense.traits.contains(.taiwan)
    else { return [] }
    return (sense.traits.contains(.hongKong) ? [.hongKong] : [])
      + (sense.traits.contains(.mainland) ? [.mainland] : [])
  }

  private mutating func mention(of candidate: Candidate, isChosen: Bool) -> Mention {
    let name = candidate.name >= 0 ? Int(candidate.name) : names.name(of: Int(candidate.concept))
    var mention = Mention(
      range: Int(candidate.start)..<Int(candidate.end),
      paragraph: pieces[Int(candidate.piece)].paragraph, name: name, verdict: candidate.verdict,
      score: Double((candidate.score * 10).rounded() / 10), gloss: candidate.gloss)
    if !isChosen, candidate.verdict == .accepted { mention.verdict = .rejected }
    mention.regions = regions(of: candidate)
    guard options.explains, candidate.judgement >= 0 else { return mention }
    let judgement = judgements[Int(candidate.judgement)]
    mention.evidence = judgement.position.reasons
    if judgement.senses.indices.contains(judgement.chosen) {
      mention.evidence += judgement.senses[judgement.chosen].evidence.reasons
    }
    mention.evidence += judgement.decided.reasons
    if !mention.regions.isEmpty {
      let places = mention.regions.map { $0 == .mainland ? "the mainland" : "Hong Kong" }
      mention.evidence.append(
        Evidence(
          "a form of \(places.joined(separator: " and ")); Taiwan writes \(names.taiwanese(Int(candidate.concept)))",
          nats: 0))
    }
    if !isChosen, candidate.verdict == .accepted {
      mention.evidence.append(Evidence("inside or across a name that begins before it", nats: 0))
    }
    return mention
  }
}
