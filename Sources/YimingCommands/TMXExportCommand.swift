import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming tmx export`
struct TMXExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a translation memory as a TMX file.",
    discussion: """
      The units come in the order in which they were imported. The file is TMX 1.4 as its DTD and \
      OmegaT's schema have it, and what had to be changed for that is told on standard error. With \
      --faithful every unit and the header are as they were read, under Canonical XML, valid or \
      not.

      A file that is there is replaced when the new one is complete.

      EXAMPLES
        yiming tmx export news.tmx --memory news
        yiming tmx export --memory news --faithful | gzip > news.tmx.gz
      """)

  @Argument(help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
  var file: String = "-"

  @Option(help: ArgumentHelp("The memory (default: the only one).", valueName: "name"))
  var memory: String?

  @Flag(help: "Change nothing in units and header.")
  var faithful = false

  @Option(
    help: ArgumentHelp(
      "The source language, where neither header nor unit says (srclang).", valueName: "tag"))
  var source: String?

  @OptionGroup var databaseOptions: DatabaseOptions

  func run() throws {
    guard let base = try databaseOptions.openForReading() else {
      throw memory.map { StoreError.noMemory($0, names: []) } ?? CommandError(.noMemories)
    }
    var report: TMXConversionReport?
    // What was begun is taken away first.
    try Interruption.deferred {
      try base.readMemoriesOnce { memories in
        let found = try MemoryChoice.find(memory, in: memories)
        let output = try StreamedOutput(file)
        let export = try MemoryExport(
          of: found, in: memories, isFaithful: faithful, source: source, to: output, named: file)
        report = try export.run()
        try output.commit()
      }
    }
    guard let report else { return }
    for change in report.changes.findings { Console.report(StrictChange(change)) }
    for (code, count) in report.changes.leftOut {
      Console.report(CommandError(.moreChanges, nil, ["count": "\(count)", "code": code]))
    }
    if report.unitsLeftOut > 0 { throw ExitCode(1) }
  }

  /// A change without its place: that would be a line of no file.
  private struct StrictChange: ReportableError {
    let codeName: String
    let place: SourcePlace? = nil
    let values: [String: String]

    init(_ finding: TMXFinding) {
      codeName = finding.codeName
      values = finding.values
    }
  }
}
