import ArgumentParser
import Interchange
import TermModel

/// `yiming tmx stats`
struct TMXStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what TMX files hold: units, languages, characters, codes.",
    discussion: """
      Languages are listed as the file writes them. Characters are those of the translatable text, \
      without the native code of inline codes; words are what white space parts, a figure for \
      languages that have it.

      The exit code is 1 if a file cannot be read to its end; what stands before is counted.

      EXAMPLES
        yiming tmx stats news.tmx
        yiming tmx stats --report json *.tmx
      """)

  @Argument(help: ArgumentHelp("TMX files; - is standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var reading: TMXReadingOptions

  @Option(help: "text or json (one object a line, for each file).")
  var report: OutputFormat = .text

  func validate() throws { try TMXReadingOptions.checkInputs(files) }

  func run() throws {
    var output = StandardOutput()
    var hasFailed = false
    var hasFound = false
    for file in files {
      do {
        var check = TMXCheck(path: file)
        check.limits = reading.limits
        check.sourceLanguage = reading.source
        check.map = reading.map
        let result = try TMXCheckCommand.withProgress(file) { try check.count(progress: $0) }
        if result.isRejected { hasFound = true }
        for finding in result.findings.findings { Console.report(finding) }
        guard let counts = result.counts else { continue }
        let text = TMXCountsText(file, counts, isComplete: !result.isRejected)
        try output.write(line: report == .json ? text.json.description : text.lines)
        try output.flush()
      } catch let error as any ReportableError {
        hasFailed = true
        Console.report(error)
      }
    }
    if hasFailed { throw ExitCode(2) }
    if hasFound { throw ExitCode(1) }
  }
}
