import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming glossary export`
struct GlossaryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write your term base as a glossary file.",
    discussion: """
      Importing the file into an empty term base gives the same names again. A file that is there is \
      replaced when the new one is complete.

      EXAMPLES
        yiming glossary export backup.tsv
        yiming glossary export > backup.tsv
      """)

  @Argument(help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
  var file: String = "-"

  @OptionGroup var databaseOptions: DatabaseOptions

  func run() throws {
    let concepts = try databaseOptions.openForReading()?.concepts() ?? []
    let text = try GlossaryWriter.write(concepts)
    for warning in text.warnings { Console.warn(warning) }
    if file == "-" {
      var output = StandardOutput()
      try output.write(bytes: text.bytes)
      try output.flush()
    } else {
      try OutputFile.write(text.bytes, to: file)
    }
    if concepts.isEmpty {
      Console.report(CommandError(.emptyBase, try databaseOptions.path()))
    }
  }
}
