import CompiledTerms
import HanText
import MappedFile
import TermModel

/// One document on its way through the recogniser, Chinese to English.
struct ChineseReading {
  let recogniser: Recogniser
  let pieces: [TextPiece]
  let source: [UInt8]
  let options: RecognitionOptions
  let exceptForms: Set<[UInt16]>
  let decisions: OwnDecisions

  var candidates: [Candidate] = []
  var judgements: [Judgement] = []
  var names: NameTable
  var window: WordWindow
  var cuePlaces: CuePlaces
  /// By a concept's index, how often it was accepted without doubt.
  var sureConcepts: [Int32]
  /// Concepts that a bracket names in full somewhere in the document.
  var fullyNamed: Set<UInt32> = []
  /// At most two teams with the names of things that the document may name.
  var doubtfulTeams: [UInt32] = []
  var introductions: [Introduction] = []
  /// Forms that were met.
  var knownForms: [UInt32: KnownForm] = [:]
  /// Of forms that are doubtful somewhere, the cue words that stand in the document.
  var cuesOfForms: [UInt32: [[StandingCue]]] = [:]
  private var matches: [PatternMatch] = []
  /// Words beside a candidate: memory that is used again.
  private var words: [PatternMatch] = []
  /// Other names that overlap a candidate: likewise.
  private var others: [Range<Int>] = []

  init(
    _ recogniser: Recogniser, pieces: [TextPiece], source: [UInt8], options: RecognitionOptions
  ) {
    self.recogniser = recogniser
    self.pieces = pieces
    self.source = source
    self.options = options
    exceptForms = Set(options.exceptForms.map { recogniser.foldTable.fold($0) })
    decisions = OwnDecisions(recogniser.base.chinese)
    names = NameTable(base: recogniser.base, region: options.region)
    cuePlaces = CuePlaces(formCount: recogniser.base.chinese.count)
    // Text full of names has a candidate in about 400 bytes.
    if let first = pieces.first, let last = pieces.last {
      let expected = (last.range.upperBound - first.range.lowerBound) / 400
      candidates.reserveCapacity(expected)
      judgements.reserveCapacity(expected)
    }
    sureConcepts = [Int32](repeating: 0, count: recogniser.base.conceptCount)
    window = WordWindow(
      lexicon: recogniser.lexicon, classes: recogniser.classes, titles: recogniser.contextWords.titles)
  }

  /// Nats above which a candidate with one sense is accepted whatever the document says elsewhere.
  static let surely = 3.5

  /// Both readings, and the choice among what overlaps.
  mutating func read() -> RecognisedText {
    let scanner = TextScanner(
      pieces: pieces, source: source, table: recogniser.foldTable, classes: recogniser.classes)
    scanner.forEachBatch { readBatch($0, scanner: scanner) }
    cuePlaces.sort()
    readIntroducedNames(scanner: scanner)
    decide()
    return choose()
  }

  /// First reading of a batch: candidates, the sure ones decided.
  private mutating func readBatch(_ batch: TextBatch, scanner: TextScanner) {
    matches.removeAll(keepingCapacity: true)
    recogniser.chinese.appendMatches(in: batch.text, range: 0..<batch.text.count, to: &matches)
    let forms = recogniser.base.chinese
    var covered = 0  // Units before this are inside a name accepted without doubt.
    var index = 0
    while index < matches.count {
      // All matches at one start, the longest first.
      var next = index
      while next < matches.count, matches[next].start == matches[index].start { next += 1 }
      for number in stride(from: next - 1, through: index, by: -1) {
        let match = matches[number]
        let form = Int(match.pattern)
        if forms.isCue(form: form) {
          cuePlaces.note(form: match.pattern, at: UInt32(batch.base) + match.start)
        }
        if match.range.lowerBound < covered, !options.keepsAllVerdicts,
          !decisions.isAlways(form: form)
        {
          continue
        }
        guard forms.hasSenses(form: form) else { continue }
        if consider(match, at: number, in: batch, scanner: scanner) {
          covered = max(covered, match.range.upperBound)
        }
      }
      index = next
    }
    findIntroductions(in: batch, scanner: scanner)
  }

  /// Judges a match as far as its surroundings tell; `true` where it is accepted without doubt.
  private mutating func consider(
    _ match: PatternMatch, at number: Int, in batch: TextBatch, scanner: TextScanner
  ) -> Bool {
    let text = batch.text
    let known = known(form: match.pattern)
    let senses = known.senses
    guard !senses.isEmpty, !isExcepted(match.range, in: text),
      !batch.hasAside(inside: match.range)
    else { return false }
    let exception = decisions.exception(around: match.range, form: Int(match.pattern), in: text)
    if exception != nil, !options.keepsAllVerdicts { return false }
    var judgement = Judgement(keepsReasons: options.explains)
    if let exception {
      judgement.position.add(
        -OwnDecisions.weight,
        "your own decision: no name inside \"\(sourceText(of: exception, in: text))\"")
    }
    let isDecidedLater = exception == nil && decisions.decideLater(form: Int(match.pattern))
    let margin = margin(of: match.range, matches: matches, at: number, in: text)
    judgement.add(margin) { sourceText(of: $0, in: text) }
    addContinuation(of: match, senses: senses, in: text, to: &judgement)
    addCovering(margin, of: match, senses: senses, in: text, to: &judgement)

    let bracket = batch.bracket(
      behind: match.range.upperBound, of: source, classes: recogniser.classes)
    // A part of a longer name, perhaps: 賴恩·辛克.
    let isAfterPoint =
      match.start > 0 && [0x20, 0x2E].contains(text.units[Int(match.start) - 1])
    let start = text.start(of: match.range.lowerBound)
    var candidate = Candidate(
      start: UInt32(start), end: UInt32(text.end(of: match.range.upperBound - 1, in: source)),
      form: match.pattern, place: UInt32(batch.base) + match.start,
      piece: UInt32(scanner.piece(holding: start, in: batch)), length: match.length)
    if !options.explains, bracket == nil, !isDecidedLater,
      judgement.position.nats + Judgement.curated > Recogniser.acceptance, !isAfterPoint,
      known.isPlain, !isDisputed(match, isPerson: known.isPerson, in: text)
    {
      candidate.verdict = .accepted
      candidate.concept = Int32(senses[0].concept)
      candidate.score = Float(judgement.position.nats + Judgement.curated)
      candidates.append(candidate)
      sureConcepts[Int(senses[0].concept)] += 1
      return true
    }
    let whole = wholeName(of: match, senses: senses, in: text)
    if let whole {
      candidate.start = UInt32(text.start(of: whole))
      candidate.length += UInt16(Int(match.start) - whole)
      candidate.place = UInt32(batch.base + whole)
    }
    judgement.senses.reserveCapacity(senses.count)
    for number in senses.indices {
      judgement.senses.append(
        judge(
          number, of: known, match: match, isWhole: whole != nil, bracket: bracket,
          position: judgement.position.nats, in: text))
    }
    let score = judgement.bestScore
    // Too far below for any support that the document could still give.
    if score < -9, !options.keepsAllVerdicts, !isDecidedLater { return false }
    if let bracket, judgement.bracketFits || (bracket.hasLatin && !bracket.hasHan) {
      candidate.gloss = bracket.source
    }
    if judgement.senses.count == 1, score > Self.surely, !judgement.senses[0].isAmbiguous, !isDecidedLater {
      candidate.isSure = true
      sureConcepts[Int(judgement.senses[0].sense.concept)] += 1
    }
    append(candidate, judgement)
    return candidate.isSure
  }

  /// Foreign sounds that go on beside a name in foreign sounds (維|特魯|威) make it a part of a longer
  /// one, unless they belong to another word (拜登|登上).
  private mutating func addContinuation(
    of match: PatternMatch, senses: [FormSense], in text: FoldedText, to judgement: inout Judgement
  ) {
    let classes = recogniser.classes
    let range = match.range
    guard match.length <= 4 else { return }
    for side in [range.lowerBound - 1, range.upperBound]
    where side >= 0 && side < text.count && classes.isSound(text.units[side]) {
      guard text.units[range].allSatisfy(classes.isSound) else { return }
      // A doubled character is hardly inside one name: 查德|德比, 特斯拉|拉貨.
      let edge = side < range.lowerBound ? range.lowerBound : range.upperBound - 1
      if text.units[side] == text.units[edge] { continue }
      let next = side < range.lowerBound ? side - 1 : side + 1
      let isAlone = next < 0 || next >= text.count || !classes.isSound(text.units[next])
      // 100萬|美金, 三千|海地人: a number.
      if isAlone, side < range.lowerBound, classes.isNumeral(text.units[side]) { continue }
      if recogniser.lexicon.isInWord(side, of: text, outside: range, isAlone: isAlone, &words) {
        continue
      }
      judgement.position.add(
        -5, "\"\(sourceText(of: side..<side + 1, in: text))\" goes on in foreign sounds")
      return
    }
  }

  /// A longer word around the name speaks against it, unless that is the name with what such a thing
  /// is (花旗|銀行), or with a person's given name (安倍|晉三).
  private func addCovering(
    _ margin: CrossingMargin?, of match: PatternMatch, senses: [FormSense], in text: FoldedText,
    to judgement: inout Judgement
  ) {
    guard let margin, margin.covering < 0, let word = margin.coveringWord else { return }
    // 全|台灣 is no other thing.
    if word.upperBound == match.range.upperBound, word.count == match.range.count + 1,
      recogniser.classes.isWhole(text.units[word.lowerBound])
    {
      return
    }
    let rest =
      word.lowerBound == match.range.lowerBound
      ? match.range.upperBound..<word.upperBound
      : word.upperBound == match.range.upperBound ? word.lowerBound..<match.range.lowerBound : 0..<0
    for sense in senses {
      let kind = recogniser.base.traits(ofConcept: Int(sense.concept)).kind
      // 日月潭|紅茶, 中央|健保署 are two words; 東北|季風 and 社會|大眾 may be one.
      let isBefore = rest.upperBound == match.range.lowerBound
      if match.length > 2, rest.count > 1, kind == .place || (kind == .org && isBefore),
        recogniser.lexicon.isWord(rest, of: text)
      {
        return
      }
      if kind == .person, word.lowerBound == match.range.lowerBound,
        word.upperBound >= match.range.upperBound + 2
      {
        return
      }
      if let behind = recogniser.contextWords[kind]?.behind.word(
        startingAt: match.range.upperBound, in: text), behind.upperBound == word.upperBound,
        word.lowerBound == match.range.lowerBound
      {
        return
      }
    }
    judgement.position.add(
      max(Double(margin.covering), -5) - 1, "inside \"\(sourceText(of: word, in: text))\"")
  }

  mutating func append(_ candidate: Candidate, _ judgement: Judgement) {
    var candidate = candidate
    candidate.judgement = Int32(judgements.count)
    judgements.append(judgement)
    candidates.append(candidate)
  }

  func isExcepted(_ range: Range<Int>, in text: FoldedText) -> Bool {
    !exceptForms.isEmpty && exceptForms.contains(Array(text.units[range]))
  }

  func sourceRange(of range: Range<Int>, in text: FoldedText) -> Range<Int> {
    text.start(of: range.lowerBound)..<text.end(of: range.upperBound - 1, in: source)
  }

  func sourceText(of range: Range<Int>, in text: FoldedText) -> String {
    String(decoding: source[sourceRange(of: range, in: text)], as: UTF8.self)
  }

  /// The margin of a match; none where no word can cross its edges.
  mutating func margin(
    of range: Range<Int>, matches: [PatternMatch], at number: Int, in text: FoldedText
  ) -> CrossingMargin? {
    let low = range.lowerBound
    let high = range.upperBound
    let classes = recogniser.classes
    let leftIsHan = low > 0 && classes.isHan(text.units[low - 1])
    let rightIsHan = high < text.count && classes.isHan(text.units[high])
    others.removeAll(keepingCapacity: true)
    // Other names that overlap it: a few neighbours in the list, which is sorted by start.
    for step in [-1, 1] {
      var other = number + step
      for _ in 0..<24 where matches.indices.contains(other) {
        let neighbour = matches[other].range
        if neighbour.lowerBound >= high || neighbour.lowerBound + PatternTable.longestPattern <= low { break }
        if neighbour.upperBound > low, neighbour != range,
          !(neighbour.lowerBound >= low && neighbour.upperBound <= high),
          recogniser.base.chinese.hasSenses(form: Int(matches[other].pattern))
        {
          others.append(neighbour)
        }
        other += step
      }
    }
    let canCross =
      !others.isEmpty
      || (leftIsHan
        && (recogniser.lexicon.mayCross(text.units[low - 1], text.units[low])
          || (classes.isNumeral(text.units[low - 1]) && classes.isNumeral(text.units[low]))
          || (low > 1 && classes.isSurname(text.units[low - 2]))
          || (range.count == 2 && classes.isSurname(text.units[low - 1]))))
      || (rightIsHan && recogniser.lexicon.mayCross(text.units[high - 1], text.units[high]))
    guard canCross else { return nil }
    return window.margin(of: range, in: text, names: others)
  }
}
