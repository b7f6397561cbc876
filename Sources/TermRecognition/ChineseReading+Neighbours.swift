import CompiledTerms
import HanText
import TermModel

/// What stands beside and near a candidate.
extension ChineseReading {
  /// Titles before and deeds behind.
  ///
  /// - Returns: the words of the kind's world, where those near by count too.
  mutating func addNeighbours(
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
    // 《自然》: only the title of something stands so.
    if kind == .work || kind == .org || kind == .product, isTitle(range, in: text) {
      result.hasContext = true
      result.evidence.add(3, "in title marks")
    }
    // 火箭, 騎士, 快艇: what a firm has around it is what the thing has too.
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

  func addWords(
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
}
