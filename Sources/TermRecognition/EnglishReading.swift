import CompiledTerms
import HanText
import TermModel

/// One document on its way through the recogniser, English to Chinese.
///
/// Whole words, plural and possessive allowed; where the name has a capital, the text must have one.
/// A short form ("Trump") counts where its full form is in the document, or where Chinese too has a
/// short form that means nobody else.
struct EnglishReading {
  private let recogniser: Recogniser
  private let pieces: [TextPiece]
  private let source: [UInt8]
  private let options: RecognitionOptions
  private let exceptForms: Set<[UInt16]>
  private let decisions: OwnDecisions
  private var names: NameTable
  /// Texts of exceptions that stand in the document.
  private var standing: Set<Int> = []
  private var found: [Found] = []
  /// Concepts that are named where the capital means something.
  private var firm: Set<UInt32> = []

  private struct Found {
    var range: Range<Int>
    var paragraph: Int
    var senses: [FormSense]
    var form: Int
    /// Around it, where the person's exception says that it is no name.
    var exception: Range<Int>?
    var gloss: Range<Int>?
    /// Whether it is an ordinary word too, and has its capital from the start of a sentence.
    var isOrdinary = false
  }

  init(
    _ recogniser: Recogniser, pieces: [TextPiece], source: [UInt8], options: RecognitionOptions
  ) {
    self.recogniser = recogniser
    self.pieces = pieces
    self.source = source
    self.options = options
    exceptForms = Set(options.exceptForms.map { recogniser.foldTable.fold($0) })
    decisions = OwnDecisions(recogniser.base.english)
    names = NameTable(base: recogniser.base, region: options.region)
  }

  mutating func read() -> RecognisedText {
    let scanner = TextScanner(
      pieces: pieces, source: source, table: recogniser.foldTable, classes: recogniser.classes)
    var matches: [PatternMatch] = []
    scanner.forEachBatch { batch in
      matches.removeAll(keepingCapacity: true)
      recogniser.english.appendMatches(in: batch.text, range: 0..<batch.text.count, to: &matches)
      for match in matches { consider(match, in: batch, scanner: scanner) }
    }
    return choose()
  }

  private mutating func consider(
    _ match: PatternMatch, in batch: TextBatch, scanner: TextScanner
  ) {
    let text = batch.text
    let form = Int(match.pattern)
    if recogniser.base.english.isCue(form: form) { standing.insert(form) }
    guard !exceptForms.contains(Array(text.units[match.range])) else { return }
    let start = text.start(of: match.range.lowerBound)
    let range = start..<text.end(of: match.range.upperBound - 1, in: source)
    let written = String(decoding: source[range], as: UTF8.self)
    let senses = recogniser.base.english.senses(ofForm: Int(match.pattern)).filter { sense in
      !sense.traits.contains(.hidden)
        && options.sources?.contains(recogniser.base.layer(ofConcept: Int(sense.concept))) ?? true
        && !isPartOfName(match.range, of: Int(sense.concept), in: text)
        && Self.capitals(of: names.concept(Int(sense.concept)).terms[Int(sense.term)].text, allow: written)
    }
    guard !senses.isEmpty else { return }
    var item = Found(
      range: range, paragraph: pieces[scanner.piece(holding: start, in: batch)].paragraph,
      senses: Array(senses), form: form)
    if let around = decisions.exception(around: match.range, form: form, in: text) {
      item.exception = text.start(of: around.lowerBound)..<text.end(of: around.upperBound - 1, in: source)
    }
    if let bracket = batch.bracket(
      behind: match.range.upperBound, of: source, classes: recogniser.classes),
      bracket.hasHan
    {
      item.gloss = bracket.source
    }
    item.isOrdinary = isOrdinary(match.range, in: text)
    found.append(item)
  }

  /// Whether a match is an ordinary word at the start of a sentence, with nothing behind it that only
  /// a name has there.
  private func isOrdinary(_ range: Range<Int>, in text: FoldedText) -> Bool {
    guard range.count <= 16, startsSentence(range.lowerBound, in: text) else { return false }
    let word = String(decoding: text.units[range], as: UTF16.self)
    if let followers = EnglishWords.followers[word] {
      // Meta-analysis, Apple trees.
      let next = text.units[min(range.upperBound + 1, text.count)...].prefix(16)
        .prefix(while: FoldTable.isWordUnit)
      return followers.contains(String(decoding: next, as: UTF16.self))
    }
    let plural = word.hasSuffix("s") ? String(word.dropLast()) : word
    guard EnglishWords.ordinary.contains(word) || EnglishWords.ordinary.contains(plural) else {
      return false
    }
    // TIME and iPhone have capitals of their own.
    let second = text.start(of: range.lowerBound) + 1
    if second < source.count, (0x41...0x5A).contains(source[second]) { return false }
    var start = range.upperBound
    // Time's editors.
    if start + 1 < text.count, text.units[start] == 0x27, text.units[start + 1] == 0x73 { start += 2 }
    guard start < text.count, text.units[start] == FoldTable.separator else { return true }
    let next = text.units[(start + 1)...].prefix(16).prefix(while: FoldTable.isWordUnit)
    return !EnglishWords.behindNames.contains(String(decoding: next, as: UTF16.self))
  }

  private func startsSentence(_ place: Int, in text: FoldedText) -> Bool {
    var before = place - 1
    while before >= 0, text.units[before] == FoldTable.separator || Bracket.isOpeningQuote(text.units[before]) {
      before -= 1
    }
    guard before >= 0, text.units[before] != FoldTable.paragraphBreak else { return true }
    // A single letter before the point is an abbreviation: U.S. Oracle.
    if text.units[before] == 0x2E, before > 1, FoldTable.isWordUnit(text.units[before - 1]),
      !FoldTable.isWordUnit(text.units[before - 2])
    {
      return false
    }
    return Self.sentenceEnds.contains(text.units[before])
  }

  /// . ! ? : and 。
  private static let sentenceEnds: Set<UInt16> = [0x2E, 0x21, 0x3F, 0x3A, 0x3002]

  /// Whether a single word from a wide list stands beside another word with a capital: then it is a
  /// part of some longer name (Michael in Michael Olise).
  private func isPartOfName(_ range: Range<Int>, of concept: Int, in text: FoldedText) -> Bool {
    guard recogniser.base.traits(ofConcept: concept).isWide,
      !text.units[range].contains(FoldTable.separator)
    else { return false }
    func isCapital(_ unit: Int) -> Bool {
      unit >= 0 && unit < text.count && (0x41...0x5A).contains(source[text.start(of: unit)])
    }
    if text.units.indices.contains(range.upperBound + 1),
      text.units[range.upperBound] == FoldTable.separator, isCapital(range.upperBound + 1)
    {
      return true
    }
    guard range.lowerBound > 1, text.units[range.lowerBound - 1] == FoldTable.separator,
      FoldTable.isWordUnit(text.units[range.lowerBound - 2])
    else { return false }
    var first = range.lowerBound - 2
    while first > 0, FoldTable.isWordUnit(text.units[first - 1]) { first -= 1 }
    return isCapital(first)
  }

  /// Whether the text has a capital wherever the name has one.
  static func capitals(of name: String, allow written: String) -> Bool {
    let wanted = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    let given = written.unicodeScalars.filter { $0.properties.isAlphabetic }
    return zip(wanted, given).allSatisfy { !$0.properties.isUppercase || $1.properties.isUppercase }
  }

  private mutating func choose() -> RecognisedText {
    var full: Set<UInt32> = []
    for item in found where !item.isOrdinary { firm.formUnion(item.senses.map(\.concept)) }
    for item in found {
      for sense in item.senses where !sense.traits.contains(.short) { full.insert(sense.concept) }
    }
    found.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    var mentions: [Mention] = []
    var free = 0
    for item in found {
      var mention = judge(item, full: full)
      if mention.verdict == .accepted, item.range.lowerBound < free {
        mention.verdict = .rejected
        mention.evidence.append(Evidence("inside a name that begins before it", nats: -4))
      }
      if mention.verdict == .accepted { free = item.range.upperBound }
      if mention.verdict == .accepted || options.keepsAllVerdicts { mentions.append(mention) }
    }
    return RecognisedText(mentions: mentions, names: names.names)
  }

  private mutating func judge(_ item: Found, full: Set<UInt32>) -> Mention {
    var sum = EvidenceSum(keepsReasons: options.explains)
    sum.add(4, "whole words, with the capitals of the name")
    var senses = item.senses
    let named = senses.filter { full.contains($0.concept) || isMeantByDefault($0) }
    if named.isEmpty {
      sum.add(-4, "a short form whose full form is not in the document")
    } else {
      senses = named
    }
    if let exception = item.exception {
      let around = String(decoding: source[exception], as: UTF8.self)
      sum.add(-OwnDecisions.weight, "your own decision: no name inside \"\(around)\"")
    } else {
      decisions.add(item.form, to: &sum, stands: standing.contains)
    }
    if item.isOrdinary, !senses.contains(where: { firm.contains($0.concept) }) {
      sum.add(-4, "an ordinary word at the start of a sentence")
    }
    let concepts = Array(Set(senses.map { Int($0.concept) })).sorted()
    let shown = Set(concepts.map { names.name(of: $0) }.map { names.names[$0].chinese })
    var verdict: Verdict =
      sum.nats > Recogniser.acceptance
      ? .accepted : sum.nats < Recogniser.rejection ? .rejected : .uncertain
    if shown.count > 1, verdict != .rejected {
      verdict = .uncertain
      sum.add(-4, "open between \(shown.sorted().joined(separator: " and "))")
    }
    let name = names.name(of: concepts[0])
    if names.names[name].chinese.isEmpty { verdict = .rejected }
    return Mention(
      range: item.range, paragraph: item.paragraph, name: name, verdict: verdict, score: sum.nats,
      gloss: item.gloss, evidence: sum.reasons)
  }

  /// Whether a short English form means this person where the full one is not in the document: where
  /// Chinese too has a short form of the full one's last part.
  private mutating func isMeantByDefault(_ sense: FormSense) -> Bool {
    guard sense.traits.contains(.short),
      !recogniser.base.traits(ofConcept: Int(sense.concept)).isWide
    else { return false }
    let chinese = names.concept(Int(sense.concept)).terms(in: .taiwan).map(\.text)
    return chinese.first.map { first in
      !first.contains("·") && chinese.contains { $0.hasSuffix("·" + first) }
    } ?? false
  }
}
