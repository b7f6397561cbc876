import ArgumentParser
import Interchange
import Store
import TermModel
import TranslationMemory
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `yiming memory search`
struct MemorySearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find sentences that were translated before, the same or alike.",
    discussion: """
      Answers with the segments that are most like the text, with their translations. Any language of a \
      unit may be the source. The score is 100 for the same text, and less for each character (Chinese) or \
      word that has to be put in, taken out or replaced; case, width and variants such as 台 and 臺 \
      count as equal, and so do numbers, for a penalty of 2 points. docs/fuzzy-match.md has the whole rule. What \
      is given are always the true best.

      Without a text, standard input is read: a query a line, or with --segment a whole text, which is \
      cut into sentences. The exit code is 1 if any query has no answer.

      What differs is shown behind ±, in colours on a terminal: taken out of what was found, and put in.

      EXAMPLES
        yiming memory search 第三條規定如下。
        yiming memory search --from en --to zh-TW --threshold 60 "Save the file as a copy."
        yiming memory search --segment --format json < article.txt
      """)

  @Argument(help: ArgumentHelp("What to search for, each a query of its own.", valueName: "text"))
  var texts: [String] = []

  @OptionGroup var languages: MemoryLanguagePair

  @Option(help: ArgumentHelp("The score that a match must have.", valueName: "points"))
  var threshold: Double = 70

  @Option(help: "The most matches for a query.")
  var limit: Int = 5

  @Flag(help: "Cut the text into sentences, each a query.")
  var segment = false

  @Option(help: ArgumentHelp("What stands before the text, to rank equals.", valueName: "text"))
  var before: String?

  @Option(help: ArgumentHelp("What stands after it.", valueName: "text"))
  var after: String?

  @Option(help: ArgumentHelp("Its id (tuid) in its document.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("The document that it stands in.", valueName: "name"))
  var document: String?

  @Option(help: "text, json (one object a line), tsv or tmx (the units found).")
  var format: MemorySearchFormat = .text

  @OptionGroup var penalties: MemoryPenaltyOptions
  @OptionGroup var scope: MemoryScopeOptions

  func validate() throws {
    guard threshold > 0, threshold <= 100 else {
      throw ValidationError("--threshold takes more than 0 and up to 100 points, not \(threshold).")
    }
    guard (1...1_000).contains(limit) else {
      throw ValidationError("--limit takes 1 to 1000 matches, not \(limit).")
    }
    if texts.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give a text, or texts on standard input, one a line.")
    }
    if segment, before != nil || after != nil || id != nil {
      throw ValidationError(
        "--segment takes the context from the text: leave out --before, --after, --id.")
    }
  }

  private var context: SegmentContext? {
    if before == nil, after == nil, id == nil, document == nil { return nil }
    var context = SegmentContext(
      before: before.map { FlatSegment($0) }, after: after.map { FlatSegment($0) })
    context.id = id
    context.document = document
    return context
  }

  func run() throws {
    let library = try scope.open()
    if library == nil { Console.report(CommandError(.noMemories)) }
    var source = try MemoryQuerySource(texts, isText: segment, context: context)
    var output = try MemorySearchOutput(format, withQueries: !source.isSingle)
    var hints = MemoryHints()
    var isMissing = false
    while true {
      let queries = try source.next()
      if queries.isEmpty { break }
      let pairs = pairs(of: queries)
      let found = try library?.read { library -> [MemoryAnswer] in
        hints.note(try library.memories.memories().isEmpty)
        return try answers(to: queries, pairs, in: library, &hints)
      }
      let none = zip(queries, pairs).map { query, pair in
        MemoryAnswer(
          query: FuzzyQuery(FlatSegment(query.text)), from: pair.from, to: pair.to, matches: [])
      }
      hints.tell()
      for answer in found ?? none {
        if answer.matches.isEmpty { isMissing = true }
        try output.write(answer)
      }
      // Whoever writes queries one by one reads the answers so.
      try output.flush()
    }
    try output.finish()
    if isMissing { throw ExitCode(1) }
  }

  /// The sentences of a text are of one language.
  private func pairs(of queries: [MemoryQuery]) -> [(from: LanguageTag, to: LanguageTag)] {
    if segment {
      let pair = languages.pair(for: queries.map(\.text).joined())
      return queries.map { _ in pair }
    }
    return queries.map { languages.pair(for: $0.text) }
  }

  private func answers(
    to queries: [MemoryQuery], _ pairs: [(from: LanguageTag, to: LanguageTag)],
    in library: OpenLibrary, _ hints: inout MemoryHints
  ) throws -> [MemoryAnswer] {
    var scopes: [LanguageTag: OpenLibrary.Scope] = [:]
    let penalties = try penalties.penalties(in: library)
    return try zip(queries, pairs).map { query, pair in
      let scope =
        try scopes[pair.from]
        ?? library.scope(self.scope.memories, from: pair.from, penalties: penalties)
      scopes[pair.from] = scope
      hints.note(scope, from: pair.from)
      let segment = FuzzyQuery(FlatSegment(query.text))
      let matches = try library.matches(
        of: segment, in: scope, to: pair.to, threshold: threshold, limit: limit,
        context: query.context)
      return MemoryAnswer(query: segment, from: pair.from, to: pair.to, matches: matches)
    }
  }
}
