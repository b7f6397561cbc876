import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Numbers of forms that the document introduces begin here.
  static let introducedForm: UInt32 = 1 << 31
  /// A document that introduces more names than this is a list, not an article.
  private static let mostIntroductions = 2_000
  private static let longestName = 12
  /// The least that sound must explain, in characters.
  private static let leastSound = 1.5

  /// Finds the brackets of a batch that introduce a name which is not the base's.
  mutating func findIntroductions(in batch: TextBatch, scanner: TextScanner) {
    for (place, bracket) in batch.asides where introductions.count < Self.mostIntroductions {
      guard let part = bracket.parts.first else { continue }
      introduce(String(decoding: source[part.source], as: UTF8.self), before: place, in: batch.text)
    }
  }

  private mutating func introduce(_ english: String, before end: Int, in text: FoldedText) {
    guard Self.isName(english) else { return }
    var found: (start: Int, end: Int, reason: String)?
    if end > 0, Bracket.isClosingQuote(text.units[end - 1]) {
      found = quoted(endingAt: end, in: text)
    }
    if let found, fits(found.start..<found.end, in: text) { return }
    if found == nil {
      guard end > 1, recogniser.classes.isHan(text.units[end - 1]), !endsInKnownName(at: end, in: text)
      else { return }
      found = sounding(like: english, endingAt: end, in: text)
    }
    guard let found else { return }
    introduce(text, found.start..<found.end, as: english, reason: found.reason)
  }

  private mutating func introduce(
    _ text: FoldedText, _ range: Range<Int>, as english: String, reason: String
  ) {
    let chinese = sourceText(of: range, in: text)
    let units = Array(text.units[range])
    guard !introductions.contains(where: { $0.units == units }) else { return }
    let isPerson = reason.hasPrefix("sounds")
    let short = isPerson ? english.split(separator: " ").last.map(String.init) ?? english : english
    let name = names.introduce(
      english: english, short: short, chinese: chinese, kind: isPerson ? .person : nil)
    introductions.append(
      Introduction(
        units: units, chinese: chinese, english: english, short: short, reason: reason, name: name))
    // 布拉德·史密斯: from here on 史密斯 is he.
    if isPerson, let last = units.split(whereSeparator: Self.isPoint).last, last.count < units.count,
      last.count > 1, !introductions.contains(where: { $0.units == Array(last) })
    {
      introductions.append(
        Introduction(
          units: Array(last), chinese: chinese, english: english, short: short,
          reason: "the document introduces \(chinese)", name: name))
    }
  }

  /// Words of a name: not a source line, a number, a ticker of capitals and digits.
  private static func isName(_ english: String) -> Bool {
    let letters = english.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.count >= 2, english.utf8.count <= 80, english.split(separator: " ").count <= 10,
      let first = english.unicodeScalars.first, first.properties.isUppercase
    else { return false }
    return english.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// What stands in the quotation marks that close before `end`.
  private func quoted(
    endingAt end: Int, in text: FoldedText
  ) -> (start: Int, end: Int, reason: String)? {
    var start = end - 1
    while start > 0, end - start <= 24, text.units[start - 1] != FoldTable.paragraphBreak {
      if Bracket.isOpeningQuote(text.units[start - 1]) {
        guard end - 1 - start >= 2, text.units[start..<end - 1].contains(where: recogniser.classes.isHan)
        else { return nil }
        return (start, end - 1, "in quotation marks before the bracket")
      }
      start -= 1
    }
    return nil
  }

  /// Whether a candidate with these places has the bracket's name already.
  private func fits(_ range: Range<Int>, in text: FoldedText) -> Bool {
    let place = sourceRange(of: range, in: text)
    return candidates.reversed().prefix { Int($0.end) + 400 > place.lowerBound }.contains {
      Int($0.end) == place.upperBound && hasFittingBracket($0)
    }
  }

  private func endsInKnownName(at end: Int, in text: FoldedText) -> Bool {
    fits(end - 1..<end, in: text)
  }

  private func hasFittingBracket(_ candidate: Candidate) -> Bool {
    candidate.judgement >= 0 && judgements[Int(candidate.judgement)].bracketFits
  }

  /// The characters before `end` that best write the sound of a name.
  ///
  /// Where a point parts the characters (布拉德·史密斯), the name begins before the first point.
  private func sounding(
    like english: String, endingAt end: Int, in text: FoldedText
  ) -> (start: Int, end: Int, reason: String)? {
    let alignment = SoundAlignment(of: english)
    var characters: [[SoundTable.Sound]] = []
    var best: (start: Int, score: Double)?
    var start = end
    var strange = 0.0  // Characters that foreign names are hardly written with.
    while start > 0, end - start < Self.longestName {
      let unit = text.units[start - 1]
      guard recogniser.classes.isHan(unit) || Self.isPoint(unit) else { break }
      start -= 1
      if Self.isPoint(unit) {
        // A point inside a name has foreign sounds on both sides; a space need not be one.
        let isInside = start > 0 && recogniser.classes.isSound(text.units[start - 1])
        guard isInside, best != nil || characters.count == 1 else { break }
        best = nil
        continue
      }
      characters.insert(recogniser.sounds.sounds(of: unit), at: 0)
      if !recogniser.classes.isSound(unit) { strange += 1 }
      guard characters.count >= 2 else { continue }
      var score = alignment.score(characters) - 0.8 * strange
      // A title right before it marks the edge.
      if recogniser.contextWords[.person]?.before.word(endingAt: start, in: text) != nil { score += 1 }
      if start == 0 || !recogniser.classes.isHan(text.units[start - 1]) { score += 0.5 }
      if score > best?.score ?? -.infinity { best = (start, score) }
    }
    guard let best, best.score >= Self.leastSound else { return nil }
    return (best.start, end, "sounds like \"\(english)\" in the bracket behind it")
  }

  /// What parts the characters of a name: a point or space, a full stop, a hyphen.
  private static func isPoint(_ unit: UInt16) -> Bool {
    unit == FoldTable.separator || unit == 0x2E || unit == 0x2D
  }

  /// Finds the introduced names in the whole document.
  mutating func readIntroducedNames(scanner: TextScanner) {
    guard !introductions.isEmpty else { return }
    let usable = introductions.filter { (2...PatternTable.longestPattern).contains($0.units.count) }
    var writer = MappedFileWriter()
    guard !usable.isEmpty,
      // Two thousand short patterns always fit.
      (try? PatternTable.build(usable.map(\.units), named: "in", into: &writer)) != nil,
      let file = try? MappedFile(bytes: writer.bytes(), name: "introduced names"),
      let table = try? PatternTable(file, named: "in")
    else { return }
    var matches: [PatternMatch] = []
    scanner.forEachBatch { batch in
      matches.removeAll(keepingCapacity: true)
      table.appendMatches(in: batch.text, range: 0..<batch.text.count, to: &matches)
      for index in matches.indices {
        considerIntroduced(usable[Int(matches[index].pattern)], matches, index, in: batch, scanner)
      }
    }
  }

  private mutating func considerIntroduced(
    _ introduction: Introduction, _ matches: [PatternMatch], _ index: Int,
    in batch: TextBatch, _ scanner: TextScanner
  ) {
    let text = batch.text
    let range = matches[index].range
    guard !isExcepted(range, in: text), !batch.hasAside(inside: range) else { return }
    var judgement = Judgement(keepsReasons: options.explains)
    let margin = margin(of: range, matches: [], at: 0, in: text)
    judgement.add(margin) { sourceText(of: $0, in: text) }
    judgement.decided.add(
      3, "the document introduces it as \"\(introduction.english)\": \(introduction.reason)")
    var candidate = Candidate(
      start: UInt32(text.start(of: range.lowerBound)),
      end: UInt32(text.end(of: range.upperBound - 1, in: source)),
      form: Self.introducedForm + matches[index].pattern,
      place: UInt32(batch.base + range.lowerBound),
      piece: UInt32(scanner.piece(holding: text.start(of: range.lowerBound), in: batch)),
      length: matches[index].length)
    if let bracket = batch.bracket(
      behind: range.upperBound, of: source, classes: recogniser.classes),
      bracket.hasLatin, !bracket.hasHan
    {
      candidate.gloss = bracket.source
      judgement.decided.add(6, "its name stands in brackets behind it")
    }
    candidate.name = Int32(introduction.name)
    candidate.score = Float(judgement.position.nats + judgement.decided.nats)
    candidate.verdict = verdict(Double(candidate.score))
    candidate.judgement = Int32(judgements.count)
    judgements.append(judgement)
    candidates.append(candidate)
  }
}
