import HanText
import TermModel

/// How far to the left of its bracket a name reaches.
extension ChineseReading {
  private static let longestName = 12
  private static let longestMeaning = 8
  /// Occurrences in the word counts from which on a word is one of every day.
  private static let everyday = 30.0
  /// Forms of one introduction that are kept until the document has been read.
  private static let mostForms = 4

  /// What stands in the quotation marks that close before `end`.
  func quoted(
    endingAt end: Int, as english: BracketName, in text: FoldedText
  ) -> Introduction.Form? {
    var start = end - 1
    while start > 0, end - start <= 24, text.units[start - 1] != FoldTable.paragraphBreak {
      if Bracket.isOpeningQuote(text.units[start - 1]) {
        let range = start..<end - 1
        guard range.count >= 2, text.units[range].contains(where: recogniser.classes.isHan),
          !text.units[range].contains(where: Self.endsClause)
        else { return nil }
        return form(range, score: 9, .quoted, in: text)
      }
      start -= 1
    }
    return nil
  }

  /// , ; 。: what holds one is no title but a sentence.
  private static func endsClause(_ unit: UInt16) -> Bool {
    unit == 0x2C || unit == 0x3B || unit == 0x3002
  }

  /// The forms that a name without quotation marks may have, the longest first: by its sound, or by
  /// what stands before it.
  func forms(of english: BracketName, endingAt end: Int, in text: FoldedText) -> [Introduction.Form]
  {
    guard recogniser.classes.isHan(text.units[end - 1]), !english.isSentence,
      recogniser.introductionWords.credits.word(endingAt: end, in: text) == nil
    else { return [] }
    let window = EdgeWords(before: end, reach: Self.longestName, in: text, recogniser: recogniser)
    let sounding = sounding(like: english, window, in: text)
    if sounding.contains(where: { $0.score >= 1.5 }) { return sounding }
    let meant = meant(by: english, window, in: text)
    return meant.isEmpty ? sounding : meant
  }

  private func form(
    _ range: Range<Int>, score: Double, _ edge: Introduction.Edge, in text: FoldedText
  ) -> Introduction.Form {
    Introduction.Form(
      units: Array(text.units[range]), chinese: sourceText(of: range, in: text), score: score,
      edge: edge, isWord: recogniser.lexicon.isWord(range, of: text, seen: Self.everyday))
  }

  /// The stretches of characters before the bracket that write the sound of a name best.
  ///
  /// Where a point parts the characters (布拉德·史密斯), the name begins before the first point.
  private func sounding(
    like english: BracketName, _ window: EdgeWords, in text: FoldedText
  ) -> [Introduction.Form] {
    let end = window.end
    let classes = recogniser.classes
    var alignment = SoundAlignment(of: english.spoken)
    var found: [(start: Int, score: Double, isFamilyFirst: Bool)] = []
    var sounds: [[SoundTable.Sound]] = []  // From the last character to the first.
    var start = end
    var strange = 0.0  // Characters that foreign names are hardly written with.
    while start > 0, end - start < Self.longestName {
      let unit = text.units[start - 1]
      guard classes.isHan(unit) || Self.isPoint(unit) else { break }
      start -= 1
      if Self.isPoint(unit) {
        // A point inside a name has foreign sounds on both sides; a space need not be one.
        let isInside = start > 0 && classes.isSound(text.units[start - 1])
        guard isInside, !found.isEmpty || sounds.count == 1 else { break }
        found.removeAll(keepingCapacity: true)
        continue
      }
      sounds.append(recogniser.sounds.sounds(of: unit))
      if !classes.isSound(unit) { strange += 1 }
      var score = alignment.take(sounds[sounds.count - 1]) - 0.8 * strange
      guard sounds.count >= 2 else { continue }
      var isFamilyFirst = false
      if sounds.count <= 4, let family = family(of: unit, with: sounds, english),
        family.score > score
      {
        score = family.score
        isFamilyFirst = family.isFirst
      }
      // 參與加州（Engaged California）, 思維（Software defined）.
      if strange > 0 || !english.isTitled, window.isOrdinary(start..<end) {
        score -= english.isTitled ? 0.8 : 1.6
      }
      found.append((start, score + window.score(at: start), isFamilyFirst))
    }
    guard let best = found.map(\.score).max(), best >= 0.8 else { return [] }
    return found.filter { $0.score >= max(best - 1.6, 0.8) }
      .sorted { $0.score > $1.score }.prefix(Self.mostForms).sorted { $0.start < $1.start }
      .map {
        var form = form($0.start..<end, score: $0.score, .sound, in: text)
        form.hasFamilyFirst = $0.isFamilyFirst
        return form
      }
  }

  /// How well characters write a name of East Asia, of which the first is the family name.
  ///
  /// - Parameter sounds: of all characters, the last one's first.
  private func family(
    of unit: UInt16, with sounds: [[SoundTable.Sound]], _ english: BracketName
  ) -> (score: Double, isFirst: Bool)? {
    let words = english.letters
    guard (2...4).contains(words.count), let first = words.first, let last = words.last else {
      return nil
    }
    let families = recogniser.introductionWords.families
    let isFirst = families.isWritten(unit, first)
    guard isFirst || families.isWritten(unit, last) else { return nil }
    var alignment = SoundAlignment(
      of: (isFirst ? words.dropFirst() : words.dropLast()).flatMap { $0.split(separator: "-") })
    var score = 0.0
    for sound in sounds.dropLast() { score = alignment.take(sound) }
    return (2 + max(score, -0.5), isFirst && !FamilyNames.isVietnamese(first))
  }

  /// The stretches before the bracket that some edge speaks for, where the English has the look of a
  /// name: what such a thing is called stands before it, a clause begins, or the characters come again.
  private func meant(
    by english: BracketName, _ window: EdgeWords, in text: FoldedText
  ) -> [Introduction.Form] {
    guard english.isTitled else { return [] }
    let end = window.end
    let words = recogniser.introductionWords
    // What a person or a thing is called is no name: 執行長（Chief Executive）.
    guard words.roles.word(endingAt: end, in: text) == nil,
      recogniser.contextWords[.person]?.before.word(endingAt: end, in: text) == nil
    else { return [] }
    let worth = (english.isBody ? 0.5 : 0) - (english.words.count == 1 ? 0.5 : 0)
    var found: [Introduction.Form] = []
    var start = end
    while start > 0, end - start < Self.longestMeaning,
      recogniser.classes.isHan(text.units[start - 1])
    {
      start -= 1
      let length = end - start
      guard length >= 2, !window.isCrossed(at: start) else { continue }
      let range = start..<end
      let ordinary = window.isOrdinary(range) ? 1.0 : 0
      if let kind = words.kinds.word(endingAt: start, in: text) {
        if words.isPart(text.units[kind], of: english) { continue }
        return [form(range, score: 1.5 + worth - ordinary, .kind(isPerson: false), in: text)]
      }
      let isRole =
        words.roles.word(endingAt: start, in: text) != nil
        || recogniser.contextWords[.person]?.before.word(endingAt: start, in: text) != nil
      if isRole, length <= 6, english.words.count > 1, ordinary == 0,
        !window.endsInOrdinaryWord(range)
      {
        return [form(range, score: 1.5, .kind(isPerson: true), in: text)]
      }
      if words.namings.word(endingAt: start, in: text) != nil {
        return [form(range, score: 2 + worth, .kind(isPerson: false), in: text)]
      }
      guard ordinary == 0, english.words.count > 1 else { continue }
      let isClause = start == 0 || !recogniser.classes.isHan(text.units[start - 1])
      if words.particles.word(startingAt: start, in: text) != nil { continue }
      if isClause {
        found.append(form(range, score: 1 + worth, .clause, in: text))
      } else if length >= 3 {
        let isParticle = words.particles.word(endingAt: start, in: text) != nil
        found.append(form(range, score: (isParticle ? 1 : 0.5) + worth, .repeated, in: text))
      }
    }
    return found.reversed()
  }
}
