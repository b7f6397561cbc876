import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Units within which a cue word is near, and within which it still belongs to the matter.
  private static let near: UInt32 = 60
  private static let far: UInt32 = 1_500
  /// Nats of the same name accepted elsewhere: one sense a discourse holds 98 times in 100 (Gale,
  /// Church and Yarowsky, 1992).
  private static let discourse = 3.0
  /// How far one sense must be before the next to be chosen.
  private static let lead = 1.5

  /// Rounds after which the candidates that support each other are no longer asked again.
  private static let mostRounds = 10

  /// Second reading: the doubtful candidates, again and again until none that was decided supports
  /// another anew.
  mutating func decide() {
    guard !judgements.isEmpty else { return }
    addCues()
    var votes = sureConcepts
    for _ in 0..<Self.mostRounds {
      var next = sureConcepts
      for index in candidates.indices where isDoubtful(candidates[index]) {
        decide(index, votes: votes)
        candidates[index].votes = !candidates[index].isSure
          && candidates[index].verdict == .accepted && candidates[index].concept >= 0
        let judgement = judgements[Int(candidates[index].judgement)]
        let chosen = judgement.senses[judgement.chosen]
        if candidates[index].verdict == .accepted, chosen.isNamedInFull {
          fullyNamed.insert(chosen.sense.concept)
        }
        if candidates[index].votes { next[UInt32(candidates[index].concept), default: 0] += 1 }
      }
      if next == votes { break }
      votes = next
    }
  }

  /// Adds what the cue words of the document say of each sense.
  private mutating func addCues() {
    for index in candidates.indices where isDoubtful(candidates[index]) {
      let number = Int(candidates[index].judgement)
      for sense in judgements[number].senses.indices {
        let judged = judgements[number].senses[sense]
        guard judged.isAmbiguous || !judged.strangers.isEmpty else { continue }
        judgements[number].senses[sense].evidence.add(cueEvidence(of: judged, at: candidates[index]))
      }
    }
  }

  private func cueEvidence(of judged: SenseJudgement, at candidate: Candidate) -> EvidenceSum {
    var result = EvidenceSum(keepsReasons: options.explains)
    var spoken = 0.0
    var against = 0.0
    func weigh(_ concept: Int, reversed: Bool) {
      for cue in recogniser.base.cues(ofConcept: concept) where cue.form != Int(candidate.form) {
        // Of a stranger only the words for it count: what speaks against it need not mean this.
        if reversed, !cue.speaksFor { continue }
        let speaksFor = cue.speaksFor != reversed
        guard let (distance, covers) = distance(toCue: cue.form, from: candidate) else { continue }
        // A rival that is no word (輝達到) may be the name with the next word's first character:
        // that the crossing margin decides.
        let whole = covers && (speaksFor || recogniser.ordinaryCounts[cue.form] > 0)
        // An accident of the characters elsewhere (四川普通) says nothing of this place.
        if !speaksFor, !covers, recogniser.ordinaryCounts[cue.form] == 0,
          holds(cue.form, formOf: candidate)
        {
          continue
        }
        let nats = whole ? 4.0 : covers ? 2.0 : distance <= Self.near ? 2.0 : distance <= Self.far ? 0.8 : 0
        guard nats > 0 else { continue }
        let capped = speaksFor ? min(nats, 4 - spoken) : min(nats, 6 - against)
        guard capped > 0 else { continue }
        if speaksFor { spoken += capped } else { against += capped }
        let word = String(decoding: recogniser.base.chinese.units(ofForm: cue.form), as: UTF16.self)
        result.add(
          speaksFor ? capped : -capped,
          "\"\(word)\" \(covers ? "covers it" : distance <= Self.near ? "is near" : "is in the document")")
      }
    }
    for concept in judged.kin { weigh(concept, reversed: false) }
    for concept in judged.strangers { weigh(concept, reversed: true) }
    return result
  }

  /// Whether a cue word holds the characters of a candidate's form.
  private func holds(_ cue: Int, formOf candidate: Candidate) -> Bool {
    let units = Array(recogniser.base.chinese.units(ofForm: cue))
    let form = Array(recogniser.base.chinese.units(ofForm: Int(candidate.form)))
    return units.count >= form.count
      && (0...units.count - form.count).contains { units[$0..<$0 + form.count].elementsEqual(form) }
  }

  /// Units between a candidate and the nearest occurrence of a cue word; whether that covers it.
  private func distance(toCue form: Int, from candidate: Candidate) -> (UInt32, covers: Bool)? {
    guard let places = cuePlaces[UInt32(form)] else { return nil }
    let length = UInt32(recogniser.base.chinese.units(ofForm: form).count)
    let end = candidate.place + UInt32(candidate.length)
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < candidate.place { low = middle + 1 } else { high = middle }
    }
    var nearest: UInt32?
    for index in [low - 1, low] where places.indices.contains(index) {
      let place = places[index]
      if place <= candidate.place, place + length >= end { return (0, true) }
      let distance = place > candidate.place ? place - candidate.place : candidate.place - place
      nearest = min(nearest ?? distance, distance)
    }
    return nearest.map { ($0, false) }
  }

  /// Not one that the document introduces, which is decided where it is found.
  private func isDoubtful(_ candidate: Candidate) -> Bool {
    candidate.judgement >= 0 && candidate.form < Self.introducedForm
  }

  /// - Parameter votes: how many candidates stand for each concept without this reading's support.
  private mutating func decide(_ index: Int, votes: [UInt32: Int]) {
    let candidate = candidates[index]
    let judgement = judgements[Int(candidate.judgement)]
    var totals: [(sense: Int, nats: Double, isSupported: Bool)] = []
    for (number, judged) in judgement.senses.enumerated() {
      var nats = judgement.position.nats + judged.evidence.nats
      let own = candidate.isSure || (candidate.votes && candidate.concept == Int32(judged.sense.concept))
      let isSupported = votes[judged.sense.concept, default: 0] > (own ? 1 : 0)
      if isSupported { nats += Self.discourse }
      totals.append((number, nats, isSupported))
    }
    totals.sort { $0.nats > $1.nats }
    guard let best = totals.first else { return }
    candidates[index].score = Float(best.nats)
    var decided = EvidenceSum(keepsReasons: options.explains)
    if best.isSupported { decided.add(Self.discourse, "the same name is sure elsewhere in the document") }
    let tied = totals.filter { $0.nats > best.nats - Self.lead }.map {
      Int(judgement.senses[$0.sense].sense.concept)
    }
    let judged = judgement.senses[best.sense]
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
      let concept = Int(judged.sense.concept)
      let isFamily = judged.isFamilyName && !fullyNamed.contains(judged.sense.concept)
      candidates[index].name = Int32(isFamily ? names.familyName(of: concept) : names.name(of: concept))
      candidates[index].concept = Int32(concept)
      candidates[index].verdict = verdict(best.nats)
      if isFamily { decided.add(0, "one of many people of this name: only the family name is said") }
    }
    judgements[Int(candidate.judgement)].decided = decided
    judgements[Int(candidate.judgement)].chosen = best.sense
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
    for candidate in candidates {
      let isChosen = candidate.verdict == .accepted && candidate.start >= free
      if isChosen { free = candidate.end }
      guard isChosen || options.keepsAllVerdicts else { continue }
      mentions.append(mention(of: candidate, isChosen: isChosen))
    }
    return RecognisedText(mentions: mentions, names: names.names)
  }

  private mutating func mention(of candidate: Candidate, isChosen: Bool) -> Mention {
    let name = candidate.name >= 0 ? Int(candidate.name) : names.name(of: Int(candidate.concept))
    var mention = Mention(
      range: Int(candidate.start)..<Int(candidate.end),
      paragraph: pieces[Int(candidate.piece)].paragraph, name: name, verdict: candidate.verdict,
      score: Double((candidate.score * 10).rounded() / 10), gloss: candidate.gloss)
    if !isChosen, candidate.verdict == .accepted { mention.verdict = .rejected }
    guard options.explains, candidate.judgement >= 0 else { return mention }
    let judgement = judgements[Int(candidate.judgement)]
    mention.evidence = judgement.position.reasons
    if judgement.senses.indices.contains(judgement.chosen) {
      mention.evidence += judgement.senses[judgement.chosen].evidence.reasons
    }
    mention.evidence += judgement.decided.reasons
    if !isChosen, candidate.verdict == .accepted {
      mention.evidence.append(Evidence("inside or across a name that begins before it", nats: 0))
    }
    return mention
  }
}
