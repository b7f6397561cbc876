import CompiledTerms
import HanText
import MappedFile
import TermModel

extension ChineseReading {
  /// Numbers of forms that the document introduces begin here.
  static let introducedForm: UInt32 = 1 << 31
  /// A document that introduces more names than this is a list, not an article.
  private static let mostIntroductions = 2_000
  /// Bytes of a document of which it says something that a form comes again.
  private static let longestArticle = 4 << 20
  /// The least that sound must explain, in characters.
  private static let leastSound = 1.5
  /// The least for a name that its sound does not explain.
  private static let leastMeaning = 2.5

  /// Finds the brackets of a batch that introduce a name which is not the base's.
  mutating func findIntroductions(in batch: TextBatch, scanner: TextScanner) {
    for (place, bracket) in batch.asides where introductions.count < Self.mostIntroductions {
      guard let part = bracket.parts.first, place > 1,
        let english = BracketName(part, of: source),
        !isNamed(english, endingAt: place, in: batch.text)
      else { continue }
      let forms: [Introduction.Form]
      if Bracket.isClosingQuote(batch.text.units[place - 1]) {
        forms = quoted(endingAt: place, as: english, in: batch.text).map { [$0] } ?? []
      } else {
        forms = self.forms(of: english, endingAt: place, in: batch.text)
      }
      guard let shortest = forms.last else { continue }
      let isKnown = introductions.contains {
        $0.forms.last?.units == shortest.units && $0.english.text == english.text
          && $0.forms.elementsEqual(forms) { $0.units == $1.units && $0.score == $1.score }
      }
      if !isKnown { introductions.append(Introduction(english: english, forms: forms)) }
    }
  }

  /// Whether the base's name that ends there has just this English name.
  private mutating func isNamed(
    _ english: BracketName, endingAt place: Int, in text: FoldedText
  ) -> Bool {
    var end = place
    while end > 0, Bracket.isClosingQuote(text.units[end - 1]) { end -= 1 }
    guard end > 0 else { return false }
    let range = sourceRange(of: end - 1..<end, in: text)
    var index = candidates.count - 1
    while index >= 0, Int(candidates[index].end) + 400 > range.lowerBound {
      let candidate = candidates[index]
      index -= 1
      guard Int(candidate.end) == range.upperBound, candidate.judgement >= 0 else { continue }
      for judged in judgements[Int(candidate.judgement)].senses where judged.bracketFits {
        let concept = names.concept(Int(judged.sense.concept))
        if english.names(concept, table: recogniser.foldTable) { return true }
      }
    }
    return false
  }

  /// Finds the introduced names in the whole document.
  mutating func readIntroducedNames(scanner: TextScanner) {
    let forms = introducedForms(counts: countForms(scanner: scanner))
    guard let table = Self.table(of: forms.map(\.units)) else { return }
    var matches: [PatternMatch] = []
    scanner.forEachBatch { batch in
      matches.removeAll(keepingCapacity: true)
      table.appendMatches(in: batch.text, range: 0..<batch.text.count, to: &matches)
      for match in matches {
        considerIntroduced(forms[Int(match.pattern)], match, in: batch, scanner)
      }
    }
  }

  private static func table(of forms: [[UInt16]]) -> PatternTable? {
    var writer = MappedFileWriter()
    // A few thousand short patterns always fit.
    guard !forms.isEmpty, (try? PatternTable.build(forms, named: "in", into: &writer)) != nil,
      let file = try? MappedFile(bytes: writer.bytes(), name: "introduced names")
    else { return nil }
    return try? PatternTable(file, named: "in")
  }

  /// How often each form stands in the document, where there is a choice; none for an archive.
  private func countForms(scanner: TextScanner) -> [[UInt16]: Int] {
    let isOpen = introductions.contains {
      $0.forms.count > 1 || $0.forms[0].score < Self.leastMeaning
    }
    guard isOpen, source.count <= Self.longestArticle else { return [:] }
    let forms = Array(Set(introductions.flatMap(\.forms).map(\.units)))
    guard let table = Self.table(of: forms) else { return [:] }
    var counts = [Int](repeating: 0, count: forms.count)
    var matches: [PatternMatch] = []
    scanner.forEachBatch { batch in
      matches.removeAll(keepingCapacity: true)
      table.appendMatches(in: batch.text, range: 0..<batch.text.count, to: &matches)
      for match in matches where !batch.hasAside(inside: match.range) {
        counts[Int(match.pattern)] += 1
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(forms, counts))
  }

  /// The form that each introduction means, and where it has a point, what stands behind the last one.
  private mutating func introducedForms(counts: [[UInt16]: Int]) -> [IntroducedForm] {
    var forms: [IntroducedForm] = []
    var numbers: [[UInt16]: Int] = [:]
    for introduction in introductions {
      // A later bracket that says the same name or a part of it: 莫瑞（Murray）.
      let isSaid = introduction.forms.contains { form in
        numbers[form.units].map { Self.says(forms[$0].english, introduction.english) } ?? false
      }
      guard !isSaid, let form = chosen(of: introduction, counts: counts),
        numbers[form.units] == nil,
        (2...PatternTable.longestPattern).contains(form.units.count)
      else { continue }
      let name = introducedName(introduction, form)
      numbers[form.units] = forms.count
      let isPerson = names.names[name].kind == .person
      var isSound = false
      if case .sound = form.edge { isSound = true }
      forms.append(
        IntroducedForm(
          units: form.units, english: introduction.english.text,
          reason: reason(for: form, introduction.english), name: name,
          isWord: form.isWord && !isSound, rival: isPerson ? rival(of: form.units) : nil))
      // 布拉德·史密斯: from here on 史密斯 is he.
      guard case .sound = form.edge,
        let last = form.units.split(whereSeparator: Self.isPoint).last.map({ Array($0) }),
        last.count < form.units.count, last.count > 1, numbers[last] == nil
      else { continue }
      numbers[last] = forms.count
      forms.append(
        IntroducedForm(
          units: last, english: introduction.english.text,
          reason: "the document introduces \(form.chinese)", name: name,
          rival: isPerson ? rival(of: last) : nil))
    }
    for person in personsNamedInFull() where numbers[person.familyName] == nil {
      let name = names.name(of: person.concept)
      forms.append(
        IntroducedForm(
          units: person.familyName, english: names.names[name].english,
          reason: "the document names \(person.chinese)", name: name, rival: rival(of: person.familyName)))
    }
    return forms
  }

  /// The people of the base whom an article names with a point, and what stands behind the last one, where
  /// that means nobody else of them and is no form of theirs: after 布拉德·史密斯, 史密斯 is he.
  private mutating func personsNamedInFull() -> [(familyName: [UInt16], concept: Int, chinese: String)] {
    guard source.count <= Self.longestArticle else { return [] }
    var persons: [[UInt16]: (concept: Int, chinese: String)] = [:]
    var shared: Set<[UInt16]> = []
    for candidate in candidates where candidate.form < Self.introducedForm {
      let units = Array(recogniser.base.chinese.units(ofForm: Int(candidate.form)))
      guard let point = units.lastIndex(where: Self.isPoint), units.count - point > 2,
        let concept = personWithoutDoubt(candidate)
      else { continue }
      let familyName = Array(units[(point + 1)...])
      if let other = persons[familyName], other.concept != concept { shared.insert(familyName) }
      persons[familyName] = (
        concept, String(decoding: source[Int(candidate.start)..<Int(candidate.end)], as: UTF8.self)
      )
    }
    return persons.filter { !shared.contains($0.key) && !isForm($0.key, of: $0.value.concept) }
      .sorted { $0.value.concept < $1.value.concept }
      .map { ($0.key, $0.value.concept, $0.value.chinese) }
  }

  /// The person whom a candidate surely is; `nil` for doubtful ones and for things.
  private func personWithoutDoubt(_ candidate: Candidate) -> Int? {
    var concept = Int(candidate.concept)
    if candidate.judgement >= 0 {
      let senses = judgements[Int(candidate.judgement)].senses
      guard let sense = senses.first(where: \.bracketFits) ?? (candidate.isSure ? senses.first : nil)
      else { return nil }
      concept = Int(sense.sense.concept)
    }
    return concept >= 0 && recogniser.base.traits(ofConcept: concept).kind == .person ? concept : nil
  }

  private func isForm(_ units: [UInt16], of concept: Int) -> Bool {
    guard let form = recogniser.chineseForm(String(decoding: units, as: UTF16.self)) else { return false }
    return recogniser.base.chinese.senses(ofForm: form).contains { Int($0.concept) == concept }
  }

  /// The firm, place or work of the core, or of a person's own glossary, that has the form.
  private mutating func rival(of units: [UInt16]) -> IntroducedForm.Rival? {
    guard let form = recogniser.chineseForm(String(decoding: units, as: UTF16.self)) else { return nil }
    for sense in recogniser.base.chinese.senses(ofForm: form) where !sense.traits.contains(.hidden) {
      let traits = recogniser.base.traits(ofConcept: Int(sense.concept))
      if let kind = traits.kind, kind != .person, !traits.isWide {
        let english = names.concept(Int(sense.concept)).english.first ?? ""
        return IntroducedForm.Rival(kind: kind, english: english)
      }
    }
    return nil
  }

  /// Whether what stands beside a place speaks for the other thing that the form is, or not for a person:
  /// 迪士尼樂園, 迪士尼股價.
  private func isRather(_ rival: IntroducedForm.Rival, at range: Range<Int>, in text: FoldedText) -> Bool {
    func evidence(_ kind: ConceptKind) -> Int {
      guard let words = recogniser.contextWords[kind] else { return 0 }
      return (words.before.word(endingAt: range.lowerBound, in: text) == nil ? 0 : 1)
        + (words.behind.word(startingAt: range.upperBound, in: text) == nil ? 0 : 1)
    }
    let person = evidence(.person)
    return person == 0 || evidence(rival.kind) > person
  }

  private static func says(_ english: String, _ other: BracketName) -> Bool {
    let words = english.split(separator: " ").map { $0.lowercased() }
    return english == other.text
      || other.text.split(separator: " ").allSatisfy { words.contains($0.lowercased()) }
  }

  /// The form that the evidence and its coming again speak for most.
  private func chosen(
    of introduction: Introduction, counts: [[UInt16]: Int]
  ) -> Introduction.Form? {
    var best: (form: Introduction.Form, score: Double)?
    var longer = 0  // Occurrences of the next longer form, which are no news of this one.
    for form in introduction.forms {
      let count = counts[form.units] ?? 1
      // The bracket's own place is not again.
      let again = longer == 0 ? count - 1 : count - longer
      longer = count
      var score = form.score
      let least: Double
      switch form.edge {
      case .quoted: return form
      case .sound:
        if again > 0 { score += again > 1 ? 1.2 : 0.9 }
        least = Self.leastSound
      case .kind, .clause, .repeated:
        guard count > 1 || form.score >= 2 else { continue }
        if again > 0 { score += again > 1 ? 1.5 : 1 }
        least = Self.leastMeaning
      }
      if score >= least, score > best?.score ?? -.infinity { best = (form, score) }
    }
    return best?.form
  }

  private mutating func introducedName(
    _ introduction: Introduction, _ form: Introduction.Form
  ) -> Int {
    let english = introduction.english
    let isPerson: Bool
    switch form.edge {
    case .sound: isPerson = !english.isBody
    case .kind(let person): isPerson = person && !english.isBody
    case .quoted, .clause, .repeated: isPerson = false
    }
    let short: String
    if isPerson {
      let first = english.text.split(separator: " ").first.map(String.init)
      short = form.hasFamilyFirst ? first ?? english.text : english.lastName
    } else {
      short = english.withoutLegalForm
    }
    return names.introduce(
      english: english.text, short: short, chinese: form.chinese, kind: isPerson ? .person : nil)
  }

  private func reason(for form: Introduction.Form, _ english: BracketName) -> String {
    switch form.edge {
    case .quoted: "in quotation marks before the bracket"
    case .sound: "sounds like \"\(english.text)\" in the bracket behind it"
    case .kind: "stands between what it is and the bracket"
    case .clause: "stands between the beginning of the clause and the bracket, and again"
    case .repeated: "stands before the bracket, and again"
    }
  }

  /// What parts the characters of a name: a point or space, a full stop, a hyphen.
  static func isPoint(_ unit: UInt16) -> Bool {
    unit == FoldTable.separator || unit == 0x2E || unit == 0x2D
  }

  private mutating func considerIntroduced(
    _ form: IntroducedForm, _ match: PatternMatch, in batch: TextBatch, _ scanner: TextScanner
  ) {
    let text = batch.text
    let range = match.range
    guard !isExcepted(range, in: text), !batch.hasAside(inside: range) else { return }
    var judgement = Judgement(keepsReasons: options.explains)
    let margin = margin(of: range, matches: [], at: 0, in: text)
    let word = options.explains ? margin?.crossingWord.map { sourceText(of: $0, in: text) } : nil
    judgement.add(margin) { _ in word ?? "" }
    addDecision(on: form.units, at: range, in: text, to: &judgement)
    judgement.decided.add(3, "the document introduces it as \"\(form.english)\": \(form.reason)")
    let start = text.start(of: range.lowerBound)
    var candidate = Candidate(
      start: UInt32(start), end: UInt32(text.end(of: range.upperBound - 1, in: source)),
      form: Self.introducedForm + match.pattern, place: UInt32(batch.base + range.lowerBound),
      piece: UInt32(scanner.piece(holding: start, in: batch)), length: match.length)
    if let bracket = batch.bracket(
      behind: range.upperBound, of: source, classes: recogniser.classes),
      bracket.hasLatin, !bracket.hasHan
    {
      candidate.gloss = bracket.source
      if let rival = form.rival, String(decoding: source[bracket.content], as: UTF8.self) == rival.english {
        judgement.decided.add(-7, "\"\(rival.english)\" stands in brackets behind it")
      } else {
        judgement.decided.add(6, "its name stands in brackets behind it")
      }
    } else if form.isWord, !isQuoted(range, in: text) {
      judgement.decided.add(-7, "an ordinary word, without a bracket or quotation marks")
    } else if let rival = form.rival, !isPoint(before: range, in: text), isRather(rival, at: range, in: text)
    {
      judgement.decided.add(-7, "nothing beside it calls for a person, and \"\(rival.english)\" has the form")
    }
    candidate.name = Int32(form.name)
    candidate.score = Float(judgement.position.nats + judgement.decided.nats)
    candidate.verdict = verdict(Double(candidate.score))
    append(candidate, judgement)
  }

  private func isQuoted(_ range: Range<Int>, in text: FoldedText) -> Bool {
    range.lowerBound > 0 && range.upperBound < text.count
      && Bracket.isOpeningQuote(text.units[range.lowerBound - 1])
      && Bracket.isClosingQuote(text.units[range.upperBound])
  }

  /// Whether a point joins a form to a given name: 艾比蓋兒·迪士尼.
  private func isPoint(before range: Range<Int>, in text: FoldedText) -> Bool {
    range.lowerBound > 0 && Self.isPoint(text.units[range.lowerBound - 1])
  }

  /// What the person decided about the form of an introduced name: where it is none.
  private func addDecision(
    on units: [UInt16], at range: Range<Int>, in text: FoldedText, to judgement: inout Judgement
  ) {
    guard let form = decisions.form(of: units) else { return }
    if let around = decisions.exception(around: range, form: form, in: text) {
      judgement.position.add(
        -OwnDecisions.weight,
        "your own decision: no name inside \"\(sourceText(of: around, in: text))\"")
    } else {
      decisions.add(form, to: &judgement.position, stands: cuePlaces.contains)
    }
  }
}
