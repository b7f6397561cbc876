import ArgumentParser
import Store
import TermModel
import TranslationMemory
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `yiming memory concordance`
struct MemoryConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Find all units that contain a word, on either side.",
    discussion: """
      Case, width and variants such as 台 and 臺 do not count, nor do white space and inline codes between \
      characters. A word may be a part of a longer one: "rans" is in Translation; with a space before it, \
      " trans", it must begin one. Units with short segments come first.

      If there are more than --limit, the last line says how to get the next. The exit code is 1 if any word is nowhere.

      EXAMPLES
        yiming memory concordance 臺灣
        yiming memory concordance "fuzzy match" --memory news --limit 50
        yiming memory concordance 機器 --language zh-TW --format json
      """)

  @Argument(help: ArgumentHelp("What to look for, each by itself.", valueName: "word"))
  var words: [String]

  @Option(
    help: ArgumentHelp("Look in this language only.", valueName: "tag"),
    transform: MemoryLanguagePair.tag)
  var language: LanguageTag?

  @Option(help: "The most units for a word.")
  var limit: Int = 20

  @Option(help: ArgumentHelp("Go on behind the units that were given.", valueName: "place"))
  var after: Int = 0

  @Option(help: "text or json (one object a line for each word).")
  var format: OutputFormat = .text

  @OptionGroup var scope: MemoryScopeOptions

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError("--limit takes 1 to 10000 units, not \(limit).")
    }
    guard (0...1 << 40).contains(after) else {
      throw ValidationError("--after takes what the page before said, not \(after).")
    }
    if after > 0, words.count > 1 {
      throw ValidationError("--after goes on with one word; give it alone.")
    }
  }

  func run() throws {
    let library = try scope.open()
    if library == nil { Console.report(CommandError(.noMemories)) }
    var output = StandardOutput()
    var isMissing = false
    var hints = MemoryHints()
    for (index, word) in words.enumerated() {
      let query = ConcordanceQuery(word)
      let found = try library?.read { library in
        hints.note(try library.memories.memories().isEmpty)
        let scope = try library.scope(self.scope.memories, from: language)
        if let language { hints.note(scope, from: language) }
        return try library.units(containing: query, in: scope, after: after, limit: limit)
      }
      hints.tell()
      let answer = MemoryConcordanceText(word: word, units: found?.units ?? [], next: found?.next)
      // Behind the last page there is nothing, and that is an answer.
      if answer.units.isEmpty, after == 0 { isMissing = true }
      switch format {
      case .json: try output.write(line: answer.json.description)
      case .text:
        if index > 0 { try output.write("\n") }
        try output.write(answer.text(withWord: words.count > 1))
      }
    }
    try output.flush()
    if isMissing { throw ExitCode(1) }
  }
}
