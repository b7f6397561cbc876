import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming glossary import`
struct GlossaryImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take the names of glossary files into your term base.",
    discussion: """
      A row whose id is there replaces the cells that its file has columns for. So does a row without \
      an id where a name is there with the same English and a Chinese form in common; else it is new, \
      and its id is made from its English name. Each file is taken as a whole or not at all: one bad row, and \
      nothing of it is stored, unless --skip-bad is given; then the exit code is 1.

      TMX files are read too: each unit is a name, the first variant of a language the preferred form. \
      Of files that Yiming exported, the tuid is the id.

      EXAMPLES
        yiming glossary import names.tsv --dry-run
        yiming glossary import names.tsv more.tsv --skip-bad
        yiming glossary import names.tmx --map-language zh=zh-TW
      """)

  @Argument(help: ArgumentHelp("Glossary files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Say what would be done, and store nothing.")
  var dryRun = false

  @Flag(help: "Store the good rows of a file that has bad ones.")
  var skipBad = false

  @Option(
    name: .customLong("map-language"),
    help: ArgumentHelp(
      "Of TMX, read a language tag as another: zh=zh-TW. Repeatable.", valueName: "tag=tag"),
    transform: TMXReadingOptions.Mapping.init)
  var mappings: [TMXReadingOptions.Mapping] = []

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  private var map: LanguageMap { LanguageMap(mappings.map { ($0.from, $0.to) }) }

  func run() throws {
    var output = StandardOutput()
    var base: SQLiteTermBase?
    var hasFailed = false
    var hasSkipped = false
    for file in files {
      do {
        let bytes = try InputFile.read(file)
        let contents =
          GlossaryTMXReader.isLikelyTMX(bytes)
          ? try GlossaryTMXReader.read(bytes, document: file, map: map)
          : GlossaryReader.read(bytes, document: file)
        tell(of: contents, file)
        var report = ImportReport(file, contents, isDryRun: dryRun)
        if contents.isRefused || (contents.badRowCount > 0 && !skipBad) {
          hasFailed = true
          let values = ["count": "\(contents.badRowCount)"]
          if !contents.isRefused {
            Console.report(CommandError(.nothingImported, file, values))
          }
        } else {
          if contents.badRowCount > 0 { hasSkipped = true }
          if dryRun {
            try rehearse(contents, &report)
          } else {
            let opened = try base ?? writing.open()
            base = opened
            try store(contents, in: opened, file, &report)
          }
        }
        try output.write(line: report.line(format))
        try output.flush()
        try Interruption.check(
          "interrupted; the files after \(Message.shown(file)) are not imported")
      } catch let error as any ReportableError {
        hasFailed = true
        Console.report(error)
      }
    }
    if hasFailed { throw ExitCode(2) }
    if hasSkipped { throw ExitCode(1) }
  }

  private func tell(of contents: GlossaryContents, _ file: String) {
    let most = 50
    for warning in contents.warnings.prefix(most) { Console.warn(warning) }
    for problem in contents.problems.prefix(most) { Console.report(problem) }
    let more = contents.badRowCount - most
    if more > 0 { Console.report(CommandError(.more, file, ["count": "\(more)"])) }
  }

  private func store(
    _ contents: GlossaryContents, in base: SQLiteTermBase, _ file: String,
    _ report: inout ImportReport
  ) throws {
    let stopped = "interrupted; nothing of \(Message.shown(file)) was imported"
    report.outcomes = try base.write { base in
      // Waiting for a turn is over; from here on what was begun is undone first.
      try Interruption.deferred {
        var rows = ImportedRows(contents)
        return try contents.rows.map { row in
          try Interruption.check(stopped)
          let concept = try rows.concept(of: row, in: base)
          return (concept.id, try base.put(concept))
        }
      }
    }
    report.isStored = true
  }

  private func rehearse(_ contents: GlossaryContents, _ report: inout ImportReport) throws {
    let path = try writing.databaseOptions.path()
    guard let base = try SQLiteTermBase.openForReading(at: path) else {
      report.outcomes = contents.rows.map { ($0.concept.id, .added) }
      return
    }
    report.outcomes = try base.read { base in
      var rows = ImportedRows(contents)
      return try contents.rows.map { row in
        let concept = try rows.concept(of: row, in: base)
        return (concept.id, try base.outcome(ofPutting: concept))
      }
    }
  }
}
