import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Judges one sense of a match by what stands beside it.
  ///
  /// - Parameter isWhole: whether the given name before it is known to belong to it.
  mutating func judge(
    _ sense: FormSense, of match: PatternMatch, isWhole: Bool, bracket: Bracket?,
    in text: FoldedText
  ) -> SenseJudgement {
    let index = Int(sense.concept)
    let traits = recogniser.base.traits(ofConcept: index)
    var result = SenseJudgement(
      sense: sense, evidence: EvidenceSum(keepsReasons: options.explains), kin: [index])
    addHiddenSenses(of: match, to: &result)
    let ordinary = Double(recogniser.ordinaryCounts[Int(match.pattern)])
    result.isAmbiguous =
      result.kin.contains { recogniser.base.traits(ofConcept: $0).isAmbiguous }
    addPrior(
      of: match, isWhole: isWhole, traits: traits, ordinary: ordinary, in: text, to: &result)
    addContext(of: match.range, kind: traits.kind, in: text, to: &result)
    if let bracket { addBracket(bracket, isWide: traits.isWide, to: &result) }
    return result
  }

  /// Hidden senses still speak: those of the same English name with this sense, others against it.
  private mutating func addHiddenSenses(of match: PatternMatch, to result: inout SenseJudgement) {
    let all = recogniser.base.chinese.senses(ofForm: Int(match.pattern))
    guard all.count > 1 else { return }
    var english: Set<String>?
    for other in all where other.traits.contains(.hidden) && other.concept != result.sense.concept {
      let own = english ?? Set(names.concept(Int(result.sense.concept)).english.map { $0.lowercased() })
      english = own
      let stranger = names.concept(Int(other.concept)).english.contains { own.contains($0.lowercased()) }
      if stranger { result.kin.append(Int(other.concept)) } else { result.strangers.append(Int(other.concept)) }
    }
  }

  /// What the form's length, its list and the word counts say before anything around it.
  private mutating func addPrior(
    of match: PatternMatch, isWhole: Bool, traits: ConceptTraits, ordinary: Double,
    in text: FoldedText,
    to result: inout SenseJudgement
  ) {
    let units = Int(match.length)
    if traits.isWide {
      let isSpaced = text.units[match.range].contains(FoldTable.separator)
      if !isSpaced, units <= 4 {
        let nats = units <= 2 ? -4.0 : units == 3 ? -3.2 : -0.5
        result.evidence.add(nats, "short form of a machine-made list")
      }
      if ordinary > 0 {
        result.evidence.add(-1 - 0.5 * _logarithm(ordinary + 1), "also an ordinary word")
      }
      // The wide lists give a short form where the Chinese plainly writes the family name alone.
      result.isFamilyName = traits.kind == .person && !isSpaced && isFamilyName(match, of: result, in: text)
    } else if !result.isAmbiguous {
      result.evidence.add(Judgement.curated, "a curated name without another meaning")
    } else if !traits.isFamiliar {
      // Three characters of foreign sound are in the word counts as the name itself.
      let isSound = units > 2 && text.units[match.range].allSatisfy(recogniser.classes.isSound)
      let nats = isSound || ordinary == 0 ? -1.0 : -1.5 - 0.25 * _logarithm(ordinary + 1)
      result.evidence.add(max(nats, -3.5), "the characters have another meaning too")
      if match.start > 0, recogniser.classes.isNumeral(text.units[Int(match.start) - 1]) {
        result.evidence.add(-2.5, "a number stands right before it")
      }
    }
    if traits.kind == .person, !isWhole, isPartOfLongerName(match.range, in: text) {
      result.evidence.add(-12, "only a part of a longer name")
    }
  }

  private mutating func isFamilyName(
    _ match: PatternMatch, of judged: SenseJudgement, in text: FoldedText
  ) -> Bool {
    let concept = names.concept(Int(judged.sense.concept))
    let english = concept.english.first ?? ""
    if concept.englishShort != english { return true }
    // Else where the characters are too few for the letters: one writes about two and a half.
    return match.length <= 4 && english.contains(" ")
      && text.units[match.range].allSatisfy(recogniser.classes.isSound)
      && english.utf8.count > Int(match.length) * 3 + 2
  }

  /// Where a longer name begins whose last part a person's form is: 賴恩·辛克 for 辛克, where the
  /// characters before the point sound like the given name.
  mutating func wholeName(of match: PatternMatch, senses: [FormSense], in text: FoldedText) -> Int? {
    let point = Int(match.start) - 1
    guard point > 0, senses.count == 1, isNamePoint(point, in: text) else { return nil }
    let concept = names.concept(Int(senses[0].concept))
    let words = (concept.english.first ?? "").split(separator: " ")
    guard concept.kind == .person, words.count > 1 else { return nil }
    var start = point
    while start > 0, point - start < 6, recogniser.classes.isSound(text.units[start - 1]) { start -= 1 }
    guard start < point else { return nil }
    let sounds = text.units[start..<point].map { recogniser.sounds.sounds(of: $0) }
    let score = SoundAlignment(of: String(words[0])).score(sounds)
    return score >= 0.8 * Double(sounds.count) - 0.3 ? start : nil
  }

  /// Whether a unit is a point that parts the characters of a name, and no mere space.
  private func isNamePoint(_ place: Int, in text: FoldedText) -> Bool {
    if text.units[place] == 0x2E { return true }
    guard text.units[place] == FoldTable.separator else { return false }
    let written = sourceText(of: place..<place + 1, in: text).unicodeScalars.first
    return written?.properties.generalCategory != .spaceSeparator
  }

  /// Whether such a point joins a match to more characters of foreign sound.
  private func isPartOfLongerName(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func joins(_ point: Int, _ next: Int) -> Bool {
      point >= 0 && next >= 0 && max(point, next) < text.count
        && recogniser.classes.isSound(text.units[next]) && isNamePoint(point, in: text)
    }
    return joins(range.lowerBound - 1, range.lowerBound - 2)
      || joins(range.upperBound, range.upperBound + 1)
  }

  /// Titles before, deeds behind, and words of the kind's world near by.
  private mutating func addContext(
    of range: Range<Int>, kind: ConceptKind?, in text: FoldedText, to result: inout SenseJudgement
  ) {
    if kind != .person, result.isAmbiguous, range.lowerBound > 0,
      let title = recogniser.contextWords.people.word(endingAt: range.lowerBound, in: text)
    {
      result.evidence.add(-2.5, "\"\(sourceText(of: title, in: text))\" before it calls for a person")
    }
    // 火箭, 騎士, 快艇: what a team has around it is what the thing has too.
    if kind == .org, names.concept(Int(result.sense.concept)).domain == "sport" { return }
    guard let words = recogniser.contextWords[kind] else { return }
    if let word = words.before.word(endingAt: range.lowerBound, in: text) {
      result.evidence.add(2, "\"\(sourceText(of: word, in: text))\" stands before it")
    }
    if let word = words.behind.word(startingAt: range.upperBound, in: text) {
      result.evidence.add(word.count > 1 ? 2 : 1, "\"\(sourceText(of: word, in: text))\" stands behind it")
    }
    let low = max(0, range.lowerBound - 40)
    let high = min(text.count, range.upperBound + 40)
    for word in words.near.words(in: low..<high, of: text, limit: 3)
    where !word.overlaps(range) {
      result.evidence.add(1, "\"\(sourceText(of: word, in: text))\" is near")
    }
  }

  private mutating func addBracket(
    _ bracket: Bracket, isWide: Bool, to result: inout SenseJudgement
  ) {
    if let fit = fit(of: bracket, concept: Int(result.sense.concept)) {
      result.bracketFits = true
      // 史密斯（Smith） tells no more than the family name.
      if bracket.parts.contains(where: { $0.units.contains(FoldTable.separator) }) {
        result.isFamilyName = false
        result.isNamedInFull = true
      }
      result.evidence.add(fit, "its name \"\(text(of: bracket))\" stands in brackets behind it")
    } else if bracket.hasLatin, !bracket.hasHan, !isAbbreviation(bracket) {
      result.evidence.add(
        isWide ? -6 : -3,
        "another name, \"\(text(of: bracket))\", stands in brackets behind it")
    }
  }

  /// How well the bracket names the concept, in nats: one of its names or its initials, or a name that
  /// shares a long word with one; `nil` where it does not.
  private mutating func fit(of bracket: Bracket, concept index: Int) -> Double? {
    let concept = names.concept(index)
    let parts = bracket.parts.map(\.units)
    var best: Double?
    for term in concept.terms {
      let folded = recogniser.foldTable.fold(term.text)
      if parts.contains(folded) { return Self.wholeFit }
      guard term.language == .english else { continue }
      let words = folded.split(separator: FoldTable.separator)
      let initials = words.compactMap(\.first)
      if initials.count > 1, parts.contains(initials) { return Self.wholeFit }
      if parts.contains(where: { shares($0, words, of: concept) }) { best = Self.partialFit }
    }
    return best
  }

  private static let wholeFit = 6.0
  private static let partialFit = 3.0

  private func shares(
    _ part: [UInt16], _ words: [ArraySlice<UInt16>], of concept: Concept
  ) -> Bool {
    let shared = part.split(separator: FoldTable.separator)
    guard shared.contains(where: { $0.count >= 4 && words.contains($0) && !Self.isGeneric($0) })
    else { return false }
    guard concept.kind == .person else { return true }
    // Another given name is another person.
    return words.count > 1 && shared.last == words.last
      && (shared.count == 1 || shared[0].first == words[0].first)
  }

  private func text(of bracket: Bracket) -> String {
    String(decoding: source[bracket.content], as: UTF8.self)
  }

  /// Words of so many names that to share them says nothing.
  private static func isGeneric(_ word: ArraySlice<UInt16>) -> Bool {
    genericWords.contains(String(decoding: word, as: UTF16.self))
  }

  private static let genericWords: Set<String> = [
    "institute", "university", "national", "international", "center", "centre", "council", "bank",
    "company", "corporation", "group", "association", "ministry", "department", "committee",
    "commission", "foundation", "party", "news", "daily", "times", "technology", "technologies",
    "electronics", "college", "school", "court", "organization", "federation", "union", "united",
    "holdings", "limited", "global", "world", "american", "chinese", "taiwan", "china", "agency",
    "office", "bureau", "research", "policy", "studies", "international",
  ]

  /// A ticker or an abbreviation: no small letters.
  private func isAbbreviation(_ bracket: Bracket) -> Bool {
    source[bracket.content].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
  }
}
