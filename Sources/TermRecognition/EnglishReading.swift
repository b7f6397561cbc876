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
  private var names: NameTable
  private var found: [Found] = []

  private struct Found {
    var range: Range<Int>
    var paragraph: Int
    var senses: [FormSense]
    var gloss: Range<Int>?
  }

  init(
    _ recogniser: Recogniser, pieces: [TextPiece], source: [UInt8], options: RecognitionOptions
  ) {
    self.recogniser = recogniser
    self.pieces = pieces
    self.source = source
    self.options = options
    exceptForms = Set(options.exceptForms.map { recogniser.foldTable.fold($0) })
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
      senses: Array(senses))
    if let bracket = batch.bracket(
      behind: match.range.upperBound, of: source, classes: recogniser.classes),
      bracket.hasHan
    {
      item.gloss = bracket.source
    }
    found.append(item)
  }

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
    let concepts = Array(Set(senses.map { Int($0.concept) })).sorted()
    let shown = Set(concepts.map { names.name(of: $0) }.map { names.names[$0].chinese })
    var verdict: Verdict = sum.nats > Recogniser.acceptance ? .accepted : .uncertain
    if shown.count > 1 {
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
