import CompiledTerms
import HanText
import TermModel

/// What the bracket behind a candidate says.
extension ChineseReading {
  mutating func addBracket(
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
    "office", "bureau", "research", "policy", "studies",
  ]

  /// A ticker or an abbreviation: no small letters.
  private func isAbbreviation(_ bracket: Bracket) -> Bool {
    source[bracket.content].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
  }
}
