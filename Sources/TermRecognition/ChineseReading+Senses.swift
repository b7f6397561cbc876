import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Occurrences in the word counts from which on a word is met everywhere.
  private static let common = 1_000.0

  /// Judges one sense of a match by what stands beside it.
  ///
  /// - Parameters:
  ///   - isWhole: whether the given name before it is known to belong to it.
  ///   - position: nats of the place, whatever the match means.
  mutating func judge(
    _ number: Int, of known: KnownForm, match: PatternMatch, isWhole: Bool, bracket: Bracket?,
    position: Double, in text: FoldedText
  ) -> SenseJudgement {
    let sense = known.senses[number]
    let relations = known.relations[number]
    let traits = recogniser.base.traits(ofConcept: Int(sense.concept))
    var result = SenseJudgement(
      sense: sense, evidence: EvidenceSum(keepsReasons: options.explains),
      isAmbiguous: relations.isAmbiguous)
    result.hasCues = relations.isAmbiguous || !relations.strangers.isEmpty
    result.isDomestic = traits.isDomestic
    result.isTeam = relations.isTeam
    addPrior(
      of: match, isWhole: isWhole, traits: traits,
      ordinary: traits.isWide || relations.isWord ? known.ordinary : 0,
      relations: relations, in: text, to: &result)
    if relations.isAside { result.evidence.add(-1.6, "another thing is called so before all") }
    result.isWord = relations.isWord && !relations.isFamiliar && known.ordinary >= Self.common
    let words = addNeighbours(of: match.range, kind: traits.kind, in: text, to: &result)
    // Words near by only add to what is sure already: they are looked for where the sum is told.
    let isSure = known.senses.count == 1 && !relations.isAmbiguous
      && position + result.evidence.nats > Self.surely
    if let words, options.explains || bracket != nil || !isSure {
      addWords(words.near, near: match.range, in: text, to: &result)
      // A person's own glossary does not say which of its bodies are teams.
      if relations.isOwnWord, traits.kind == .org, !result.hasContext {
        addWords(recogniser.contextWords.sport.near, near: match.range, in: text, to: &result)
      }
    }
    if let bracket { addBracket(bracket, isWide: traits.isWide, to: &result) }
    return result
  }

  /// What the form's length, its list and the word counts say before anything around it.
  private mutating func addPrior(
    of match: PatternMatch, isWhole: Bool, traits: ConceptTraits, ordinary: Double,
    relations: SenseRelations, in text: FoldedText, to result: inout SenseJudgement
  ) {
    let hasOtherMeaning = relations.hasOtherMeaning
    let units = Int(match.length)
    if traits.isWide {
      let isSpaced = text.units[match.range].contains(FoldTable.separator)
      // 商標法, 水林鄉, 希臘文 say themselves what they are, and the word counts hold just them.
      let tells =
        units > 2 && traits.kind != .person && recogniser.contextWords.endings(of: match.range, in: text)
      if !isSpaced, units <= 4 {
        let nats = units <= 2 ? -4.0 : units == 3 && !tells ? -3.2 : -0.5
        result.evidence.add(nats, "short form of a machine-made list")
      }
      if ordinary > 0, !tells {
        result.evidence.add(-1 - 0.5 * _logarithm(ordinary + 1), "also an ordinary word")
      }
      // The wide lists give a short form where the Chinese plainly writes the family name alone.
      result.isFamilyName = traits.kind == .person && !isSpaced && isFamilyName(match, of: result, in: text)
    } else if !hasOtherMeaning {
      result.evidence.add(Judgement.curated, "a curated name without another meaning")
    } else if !relations.isFamiliar {
      // Three characters of foreign sound are in the word counts as the name itself, and so is a body
      // that says what it is: its other meaning is another body of the name.
      let isSound = units > 2 && text.units[match.range].allSatisfy(recogniser.classes.isSound)
      let isBody =
        traits.kind == .org
        && (traits.isDomestic
          || (units > 2 && recogniser.contextWords.endings(of: match.range, in: text)))
      let nats =
        isSound || isBody || ordinary == 0 ? -1.0 : -1.5 - 0.25 * _logarithm(abs(ordinary) + 1)
      result.evidence.add(max(nats, -3.5), "the characters have another meaning too")
      // A word that no list knows as the name, and a team with the name of a thing, are names only where
      // something says so, and a phrase in some magazine's title.
      result.needsSupport =
        ordinary < 0
        || (ordinary > 0 && !isSound && !isBody
          && (relations.isOwnWord || ordinary >= Self.common || (traits.kind == .person && units == 2)
            || relations.isTeam))
    }
    if match.start > 0, isNumber(text.units[Int(match.start) - 1], before: traits.kind, hasOtherMeaning),
      !relations.isFamiliar
    {
      result.evidence.add(-2.5, "a number stands right before it")
    }
    if hasOtherMeaning, isCounted(at: Int(match.start), in: text) {
      result.evidence.add(-3, "a measure word for things stands right before it")
    }
    if let rest = makesOther(behind: match.range, kind: traits.kind, in: text) {
      result.evidence.add(
        -7, "\"\(sourceText(of: rest, in: text))\" behind it makes another thing of it")
    }
    if traits.kind == .org, traits.isDomestic || hasOtherMeaning,
      let country = country(before: Int(match.start), in: text),
      !isCue(country, of: Int(result.sense.concept), in: text)
    {
      result.evidence.add(-5, "another country, \"\(sourceText(of: country, in: text))\", stands before it")
    }
    if traits.kind == .person, givenNameGoesOn(behind: match.range, in: text) {
      result.evidence.add(-6, "the given name goes on behind it")
    }
    if traits.kind == .person, !isWhole, isPartOfLongerName(match.range, in: text) {
      result.evidence.add(-12, "only a part of a longer name")
    }
  }

  /// Whether what stands right beside a plain form may speak against it; the judgement weighs it.
  func isDisputed(_ match: PatternMatch, isPerson: Bool, in text: FoldedText) -> Bool {
    let range = match.range
    if range.lowerBound > 0, recogniser.classes.isNumeral(text.units[range.lowerBound - 1]) {
      return true
    }
    if range.upperBound < text.count, recogniser.classes.isHead(text.units[range.upperBound]),
      makesOther(behind: range, kind: nil, in: text) != nil
    {
      return true
    }
    guard isPerson else { return false }
    let words = recogniser.contextWords
    return givenNameGoesOn(behind: range, in: text)
      || words.everyday.word(endingAt: range.lowerBound, in: text) != nil
      || words.offices.word(endingAt: range.lowerBound, in: text) != nil
      || words.offices.word(startingAt: range.upperBound, in: text) != nil
  }

  /// Whether a numeral or a demonstrative with a measure word of things stands before a place.
  private func isCounted(at place: Int, in text: FoldedText) -> Bool {
    guard place > 1, recogniser.classes.isMeasure(text.units[place - 1]) else { return false }
    let before = text.units[place - 2]
    // 這 那 每 某
    return recogniser.classes.isNumeral(before) || [0x9019, 0x90A3, 0x6BCF, 0x67D0].contains(before)
  }

  /// What stands right behind a name and makes a street of it (重慶|南路, 徐州|路) or, of a body's
  /// abbreviation, an association (全聯|會).
  ///
  /// - Parameter kind: `nil` where it is not known yet: then all of them.
  private func makesOther(
    behind range: Range<Int>, kind: ConceptKind?, in text: FoldedText
  ) -> Range<Int>? {
    let end = range.upperBound
    guard end < text.count, recogniser.classes.isHead(text.units[end]) else { return nil }
    let words = recogniser.contextWords
    if kind == nil || kind == .org, let rest = words.associations.word(startingAt: end, in: text) {
      return rest
    }
    guard let street = words.streets.word(startingAt: end, in: text) else { return nil }
    let next = street.upperBound
    // 台北|街頭, 北京|路跑 are words; 徐州路|口, 青島東路|上 are not.
    guard next < text.count, recogniser.classes.isHan(text.units[next]),
      words.streetParts.word(startingAt: next, in: text) == nil
    else { return street }
    var found: [PatternMatch] = []
    let last = next - 1
    recogniser.lexicon.table.appendMatches(in: text, range: last..<next, to: &found)
    return found.contains { $0.range.upperBound > next } ? nil : street
  }

  /// The name of another country right before a place: 波蘭|國防部, 韓國的|公平會, 加拿大前|央行.
  private func country(before start: Int, in text: FoldedText) -> Range<Int>? {
    var end = start
    if end > 1, Self.links.contains(text.units[end - 1]) { end -= 1 }
    guard end > 0, recogniser.classes.isHan(text.units[end - 1]),
      recogniser.contextWords.home.word(endingAt: end, in: text) == nil
    else { return nil }
    let offset = text.end(of: end - 1, in: source)
    for candidate in candidates.reversed().prefix(8) where Int(candidate.end) == offset {
      let concept =
        candidate.judgement < 0
        ? candidate.concept
        : Int32(judgements[Int(candidate.judgement)].senses.first?.sense.concept ?? 0)
      guard concept >= 0, candidate.form < Self.introducedForm, Int(candidate.length) <= end else { continue }
      let traits = recogniser.base.traits(ofConcept: Int(concept))
      if traits.kind == .place, traits.isFamiliar { return end - Int(candidate.length)..<end }
    }
    return nil
  }

  /// Whether a stretch of text is a word that speaks for a concept.
  private func isCue(_ range: Range<Int>, of concept: Int, in text: FoldedText) -> Bool {
    recogniser.base.cues(ofConcept: concept).contains {
      $0.speaksFor && recogniser.base.chinese.units(ofForm: $0.form).elementsEqual(text.units[range])
    }
  }

  /// 的 and 前
  private static let links: [UInt16] = [0x7684, 0x524D]

  /// Whether a family name and one character is the beginning of a name of three: 陳志|朋.
  private func givenNameGoesOn(behind range: Range<Int>, in text: FoldedText) -> Bool {
    guard range.count == 2, range.upperBound < text.count,
      recogniser.classes.isSurname(text.units[range.lowerBound])
    else { return false }
    var words: [PatternMatch] = []
    let next = range.upperBound + 1
    guard recogniser.classes.isGiven(text.units[range.upperBound]) else {
      // 林全能|次長, and a clause that ends there: 陳志如。
      let unit = text.units[range.upperBound]
      guard recogniser.classes.isHan(unit), !recogniser.contextWords.clauseEnds.holds(unit) else {
        return false
      }
      if recogniser.contextWords.titles.word(startingAt: next, in: text) != nil {
        return recogniser.contextWords.titles.word(startingAt: range.upperBound, in: text) == nil
      }
      return next == text.count || !recogniser.classes.isHan(text.units[next])
    }
    return !recogniser.lexicon.isInWord(
      range.upperBound, of: text, outside: range, isAlone: true, &words)
  }

  /// Whether a unit is a numeral that no name of the kind follows: 四|川普. A country may (兩韓國人), and
  /// 一 may stand before any name that means nothing else (一谷歌員工).
  private func isNumber(_ unit: UInt16, before kind: ConceptKind?, _ hasOtherMeaning: Bool) -> Bool {
    recogniser.classes.isNumeral(unit) && (hasOtherMeaning || (kind != .place && unit != 0x4E00))
  }

  private mutating func isFamilyName(
    _ match: PatternMatch, of judged: SenseJudgement, in text: FoldedText
  ) -> Bool {
    let concept = names.concept(Int(judged.sense.concept))
    let english = concept.english.first ?? ""
    // 哈里遜福特 writes both names, 福特 the last one: about two and a half letters a character.
    if concept.englishShort != english {
      let letters = Double(match.length) * 2.5
      return abs(Double(concept.englishShort.utf8.count) - letters)
        <= abs(Double(english.utf8.count) - letters)
    }
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

  /// Titles before and deeds behind.
  ///
  /// - Returns: the words of the kind's world, where those near by count too.
  private mutating func addNeighbours(
    of range: Range<Int>, kind: ConceptKind?, in text: FoldedText, to result: inout SenseJudgement
  ) -> ContextWords.Lists? {
    if kind != .person, result.isAmbiguous, range.lowerBound > 0,
      let title = recogniser.contextWords.people.word(endingAt: range.lowerBound, in: text)
    {
      result.evidence.add(-2.5, "\"\(sourceText(of: title, in: text))\" before it calls for a person")
    }
    if kind == .person, range.count <= 3, recogniser.classes.isSurname(text.units[range.lowerBound]),
      let role = recogniser.contextWords.everyday.word(endingAt: range.lowerBound, in: text)
    {
      result.evidence.add(-5, "\"\(sourceText(of: role, in: text))\" before it is nobody's that is known")
      return nil
    }
    // 火箭, 騎士, 快艇: what a firm has around it is what the thing has too.
    // 《自然》: only the title of something stands so.
    if kind == .work || kind == .org || kind == .product, isTitle(range, in: text) {
      result.hasContext = true
      result.evidence.add(3, "in title marks")
    }
    guard let words = result.isTeam ? recogniser.contextWords.sport : recogniser.contextWords[kind] else { return nil }
    let offices = recogniser.contextWords.offices
    if kind == .person,
      let office = offices.word(endingAt: range.lowerBound, in: text)
        ?? offices.word(startingAt: range.upperBound, in: text),
      holdsNoOffice(Int(result.sense.concept))
    {
      result.evidence.add(
        -7, "\"\(sourceText(of: office, in: text))\" beside it calls for another person")
      return nil
    }
    if let word = words.before.word(endingAt: range.lowerBound, in: text) {
      result.hasContext = true
      result.evidence.add(2, "\"\(sourceText(of: word, in: text))\" stands before it")
    }
    if let word = words.behind.word(startingAt: range.upperBound, in: text) {
      result.hasContext = true
      result.evidence.add(word.count > 1 ? 2 : 1, "\"\(sourceText(of: word, in: text))\" stands behind it")
    }
    return words
  }

  private func addWords(
    _ words: FormSet, near range: Range<Int>, in text: FoldedText, to result: inout SenseJudgement
  ) {
    let low = max(0, range.lowerBound - 40)
    let high = min(text.count, range.upperBound + 40)
    // What is near speaks little for a word that is met everywhere.
    for word in words.words(in: low..<high, of: text, limit: result.isWord ? 1 : 3)
    where !word.overlaps(range) {
      result.hasContext = result.hasContext || !result.isWord
      result.evidence.add(1, "\"\(sourceText(of: word, in: text))\" is near")
    }
  }

  /// Whether 《 and 》 stand right beside a range.
  private func isTitle(_ range: Range<Int>, in text: FoldedText) -> Bool {
    range.lowerBound > 0 && range.upperBound < text.count
      && text.units[range.lowerBound - 1] == 0x300A && text.units[range.upperBound] == 0x300B
  }

  /// Whether a person is known for sport or the arts under one name only (貝利, 滿島): a president or
  /// a manager of that name is somebody else.
  private mutating func holdsNoOffice(_ index: Int) -> Bool {
    let concept = names.concept(index)
    return (concept.domain == "sport" || concept.domain == "culture")
      && !(concept.english.first ?? "").contains(" ")
  }

  private mutating func addBracket(
    _ bracket: Bracket, isWide: Bool, to result: inout SenseJudgement
  ) {
    if let fit = fit(of: bracket, concept: Int(result.sense.concept)) {
      result.bracketFits = true
      result.hasContext = true
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

  static let genericWords: Set<String> = [
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
