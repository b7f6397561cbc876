public import CompiledTerms
public import HanText
public import MappedFile

/// Finds names in text and decides which of the candidates are really names.
///
///     let recogniser = try Recogniser(terms: termFile, language: languageFile)
///     let found = recogniser.mentions(in: pieces, of: source, options: RecognitionOptions())
///
/// A document is read twice. The first reading finds the candidates, decides those that are sure, and
/// gathers what the document itself tells: cue words, names it introduces in brackets. The second
/// decides the doubtful ones with that support. Everything that speaks for or against a candidate is
/// a number of nats; above ``acceptance`` it is accepted, below ``rejection`` rejected, and between
/// them uncertain, which leaves the text alone.
///
/// Immutable and shared between threads; each call has memory of its own.
public final class Recogniser: TermRecognising {
  /// Nats above which a candidate is accepted.
  public static let acceptance = 1.0
  /// Nats below which a candidate is rejected.
  public static let rejection = -2.0

  public let base: CompiledTermBase
  let foldTable: FoldTable
  let lexicon: WordLexicon
  let chinese: PatternTable
  let english: PatternTable
  /// How often each Chinese form is met as an ordinary word, by the word counts; below zero, as a
  /// phrase of two.
  let ordinaryCounts: MappedArray<Float>
  let sounds: SoundTable
  let classes: CharacterClasses
  let contextWords: ContextWords
  let introductionWords: IntroductionWords

  /// - Parameters:
  ///   - terms: made by ``build(_:words:into:)`` and `CompiledTermBase.build`.
  ///   - language: made by `FoldTable.build` and ``WordLexicon/build(_:table:into:)``.
  /// - Throws: ``MappedFileError``.
  public init(terms: MappedFile, language: MappedFile) throws(MappedFileError) {
    base = try CompiledTermBase(terms)
    foldTable = try FoldTable(language)
    lexicon = try WordLexicon(language)
    chinese = try PatternTable(terms, named: "zh")
    english = try PatternTable(terms, named: "en")
    ordinaryCounts = try terms.array("zhf.n", of: Float.self)
    sounds = try SoundTable(language)
    classes = CharacterClasses(table: foldTable)
    contextWords = ContextWords(table: foldTable)
    introductionWords = IntroductionWords(table: foldTable)
  }

  /// Compiles the forms of a layered term base and adds the sections to a file.
  ///
  /// - Complexity: O(*n* log *n*) in the number of forms.
  /// - Throws: ``PatternTableError``.
  public static func build(
    _ terms: LayeredTerms, words: WordCounts, table: FoldTable, into writer: inout MappedFileWriter
  ) throws(PatternTableError) {
    try PatternTable.build(terms.chinese.units, named: "zh", into: &writer)
    try PatternTable.build(terms.english.units, named: "en", into: &writer)
    var counts: [[UInt16]: Float] = [:]
    for (word, count) in words.counts where count > 0 {
      counts[table.fold(word), default: 0] += Float(count)
    }
    writer.add(
      "zhf.n", terms.chinese.units.map { counts[$0] ?? -phraseCount(of: $0, counts: counts) })
  }

  /// How common a form is as a phrase of two ordinary words, as 外交政策 is of 外交 and 政策; 0 for others.
  ///
  /// The rarer word's count, of which about one in a hundred stands before or behind the other.
  private static func phraseCount(of form: [UInt16], counts: [[UInt16]: Float]) -> Float {
    guard (4...8).contains(form.count) else { return 0 }
    let rarer = (2...form.count - 2).map {
      min(counts[Array(form[..<$0])] ?? 0, counts[Array(form[$0...])] ?? 0)
    }.max() ?? 0
    return rarer >= 500 ? rarer / 100 : 0
  }

  public func mentions(
    in pieces: [TextPiece], of source: [UInt8], options: RecognitionOptions
  ) -> RecognisedText {
    switch options.direction {
    case .chineseToEnglish:
      var reading = ChineseReading(self, pieces: pieces, source: source, options: options)
      return reading.read()
    case .englishToChinese:
      var reading = EnglishReading(self, pieces: pieces, source: source, options: options)
      return reading.read()
    }
  }

  /// Whether a name of any layer is written so, in Chinese or in English.
  public func isName(_ form: String) -> Bool {
    let text = foldTable.folded(form)
    for (table, forms) in [(chinese, base.chinese), (english, base.english)] {
      var matches: [PatternMatch] = []
      table.appendMatches(in: text, range: 0..<text.count, to: &matches)
      let isKnown = matches.contains {
        $0.range == 0..<text.count && !forms.senses(ofForm: Int($0.pattern)).isEmpty
      }
      if isKnown { return true }
    }
    return false
  }

  /// The number of a Chinese form; `nil` where none is written so.
  func chineseForm(_ form: String) -> Int? {
    let text = foldTable.folded(form)
    var matches: [PatternMatch] = []
    chinese.appendMatches(in: text, range: 0..<text.count, to: &matches)
    return matches.first { $0.range == 0..<text.count }.map { Int($0.pattern) }
  }

  /// Whether a text holds a form and more than it, as the matcher reads both.
  public func isPart(_ form: String, of text: String) -> Bool {
    let form = foldTable.fold(form)
    let text = foldTable.fold(text)
    guard !form.isEmpty, text.count > form.count else { return false }
    return (0...text.count - form.count).contains {
      text[$0..<$0 + form.count].elementsEqual(form)
    }
  }
}

extension FoldTable {
  /// A text by itself, folded.
  fileprivate func folded(_ text: String) -> FoldedText {
    var folded = FoldedText()
    let bytes = Array(text.utf8)
    folded.append(bytes, range: 0..<bytes.count, table: self)
    return folded
  }
}
