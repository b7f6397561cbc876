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
    let words = addNeighbours(of: match.range, kind: relations.kind, in: text, to: &result)
    // Words near by only add to what is sure already: they are looked for where the sum is told.
    let isSure = known.senses.count == 1 && !relations.isAmbiguous
      && position + result.evidence.nats > Self.surely
    if let words, options.explains || bracket != nil || !isSure {
      addWords(words.near, near: match.range, in: text, to: &result)
      // A person's own glossary does not say which of its bodies are teams.
      if relations.isOwnWord, relations.kind == .org, !result.hasContext {
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
        units > 2 && relations.kind != .person && recogniser.contextWords.endings(of: match.range, in: text)
      if !isSpaced, units <= 4 {
        let nats = units <= 2 ? -4.0 : units == 3 && !tells ? -3.2 : -0.5
        result.evidence.add(nats, "short form of a machine-made list")
      }
      if ordinary > 0, !tells {
        result.evidence.add(-1 - 0.5 * _logarithm(ordinary + 1), "also an ordinary word")
      }
      // The wide lists give a short form where the Chinese plainly writes the family name alone.
      result.isFamilyName = relations.kind == .person && !isSpaced && isFamilyName(match, of: result, in: text)
    } else if !hasOtherMeaning {
      result.evidence.add(Judgement.curated, "a curated name without another meaning")
    } else if !relations.isFamiliar {
      // Three characters of foreign sound are in the word counts as the name itself, and so is a body
      // that says what it is: its other meaning is another body of the name.
      let isSound = units > 2 && text.units[match.range].allSatisfy(recogniser.classes.isSound)
      let isBody =
        relations.kind == .org
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
          && (relations.isOwnWord || ordinary >= Self.common || (relations.kind == .person && units == 2)
            || relations.isTeam))
    }
    if match.start > 0, isNumber(text.units[Int(match.start) - 1], before: relations.kind, hasOtherMeaning),
      !relations.isFamiliar
    {
      result.evidence.add(-2.5, "a number stands right before it")
    }
    if hasOtherMeaning, isCounted(at: Int(match.start), in: text) {
      result.isDenied = true
      result.evidence.add(-3, "a measure word for things stands right before it")
    }
    if let rest = makesOther(behind: match.range, kind: relations.kind, in: text) {
      result.evidence.add(
        -7, "\"\(sourceText(of: rest, in: text))\" behind it makes another thing of it")
    }
    if relations.kind == .org, traits.isDomestic || hasOtherMeaning,
      let country = country(before: Int(match.start), in: text),
      !isCue(country, of: Int(result.sense.concept), in: text)
    {
      result.isDenied = true
      result.evidence.add(-5, "another country, \"\(sourceText(of: country, in: text))\", stands before it")
    }
    if relations.kind == .person, givenNameGoesOn(behind: match.range, in: text) {
      result.evidence.add(-6, "the given name goes on behind it")
    }
    if relations.kind == .person, !isWhole, isPartOfLongerName(match.range, in: text) {
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
}
