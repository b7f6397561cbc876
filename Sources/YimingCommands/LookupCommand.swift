import ArgumentParser
import Lookup
import TermModel
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `yiming lookup`: how a name is written on the other side.
struct LookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Find a name by its form, its sound or its English.",
    discussion: """
      A query is Chinese of any region in either script, its beginning or a part of it; English, \
      whole, in part or by its initials; pinyin, zhuyin or Wade-Giles, with or without tones. What \
      sounds alike and a slip of the hand are found too. Without a query, standard input is read, \
      a query a line; blank lines are skipped. The exit code is 1 if any query has no answer.

      EXAMPLES
        yiming lookup 輝達
        yiming lookup huida ㄏㄨㄟㄉㄚˊ "ch'uan-p'u" TSMC
        yiming lookup --format json --limit 1 < names.txt
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var queries: [String] = []

  @Option(help: "text or json (one object a line for each query).")
  var format: OutputFormat = .text

  @Option(help: "The most names that are shown for a query.")
  var limit: Int = 10

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...1_000).contains(limit) else {
      throw ValidationError("--limit takes 1 to 1000 names, not \(limit).")
    }
    if queries.isEmpty, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give a query, or queries on standard input, one a line.")
    }
  }

  func run() throws {
    let workspace = try Workspace(try common.workspaceOptions()) { Console.say($0) }
    let engine = try workspace.lookup()
    var output = StandardOutput()
    var isMissing = false
    var isFirst = true

    func answer(_ query: String) throws {
      let answer = engine.results(for: query, limit: limit)
      if let warning = LookupWarning(answer) { Console.warn(warning) }
      if answer.results.isEmpty { isMissing = true }
      switch format {
      case .json: try output.write(line: LookupText.json(answer).description)
      case .text:
        // Several answers are told apart by their queries.
        let isOne = queries.count == 1
        if !isFirst { try output.write("\n") }
        try output.write(LookupText.text(answer, withQuery: !isOne))
      }
      isFirst = false
    }

    if queries.isEmpty {
      var lines = QueryLines()
      while let query = try lines.next() {
        try answer(query)
        // Whoever writes queries one by one reads the answers so.
        if !lines.hasMore { try output.flush() }
      }
    } else {
      for query in queries { try answer(query) }
    }
    try output.flush()
    if isMissing { throw ExitCode(1) }
  }
}
