import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Judges one sense of a match by what stands beside it.
  mutating func judge(
    _ sense: FormSense, of match: PatternMatch, bracket: Bracket?, in text: FoldedText
  ) -> SenseJudgement {
    let index = Int(sense.concept)
    let traits = recogniser.base.traits(ofConcept: index)
    var result = SenseJudgement(
      sense: sense, evidence: EvidenceSum(keepsReasons: options.explains), kin: [index])
    addHiddenSenses(of: match, to: &result)
    let ordinary = Double(recogniser.ordinaryCounts[Int(match.pattern)])
    result.isAmbiguous =
      result.kin.contains { recogniser.base.traits(ofConcept: $0).isAmbiguous }
    addPrior(of: match, traits: traits, ordinary: ordinary, in: text, to: &result)
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
    of match: PatternMatch, traits: ConceptTraits, ordinary: Double, in text: FoldedText,
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
    if traits.kind == .person, isPartOfLongerName(match.range, in: text) {
      result.evidence.add(-6, "only a part of a longer name")
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

  /// Whether a point that parts names joins it to more characters of foreign sound.
  private func isPartOfLongerName(_ range: Range<Int>, in text: FoldedText) -> Bool {
    func joins(_ point: Int, _ next: Int) -> Bool {
      guard text.units.indices.contains(next), point >= 0, next >= 0, next < text.count,
        recogniser.classes.isSound(text.units[next])
      else { return false }
      if text.units[point] == 0x2E { return true }
      guard text.units[point] == FoldTable.separator else { return false }
      // A space is no such point.
      return source[text.start(of: point)] > 0x7F && source[text.start(of: point)] != 0xE3
        || sourceText(of: point..<point + 1, in: text) == "・"
    }
    return joins(range.lowerBound - 1, range.lowerBound - 2) || joins(range.upperBound, range.upperBound + 1)
  }

  /// Titles before, deeds behind, and words of the kind's world near by.
  private func addContext(
    of range: Range<Int>, kind: ConceptKind?, in text: FoldedText, to result: inout SenseJudgement
  ) {
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
    if bracketFits(bracket, concept: Int(result.sense.concept)) {
      result.bracketFits = true
      // 史密斯（Smith） tells no more than the family name.
      if bracket.parts.contains(where: { $0.units.contains(FoldTable.separator) }) {
        result.isFamilyName = false
        result.isNamedInFull = true
      }
      result.evidence.add(6, "its name \"\(text(of: bracket))\" stands in brackets behind it")
    } else if bracket.hasLatin, !bracket.hasHan, !isAbbreviation(bracket) {
      result.evidence.add(
        isWide ? -6 : -3,
        "another name, \"\(text(of: bracket))\", stands in brackets behind it")
    }
  }

  /// Whether the bracket holds a name of the concept: one of its English names, its initials, a
  /// name that shares a long word, or another Chinese form.
  mutating func bracketFits(_ bracket: Bracket, concept index: Int) -> Bool {
    let concept = names.concept(index)
    let table = recogniser.foldTable
    let parts = bracket.parts.map(\.units)
    for term in concept.terms {
      let folded = table.fold(term.text)
      if parts.contains(folded) { return true }
      guard term.language == .english else { continue }
      let words = folded.split(separator: FoldTable.separator)
      let initials = words.compactMap(\.first)
      for part in parts {
        if initials.count > 1, part == initials { return true }
        let shared = part.split(separator: FoldTable.separator)
        if shared.contains(where: { word in word.count >= 4 && words.contains(word) && !Self.isGeneric(word) }) {
          guard concept.kind == .person else { return true }
          // Another given name is another person.
          guard shared.last == words.last else { continue }
          return shared.count == 1 || words.count == 1 || shared[0].first == words[0].first
        }
      }
    }
    return false
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
