import ArgumentParser
import Interchange
import Store
import TermModel
import XMLStream

/// `yiming glossary export`
struct GlossaryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write your term base as a glossary file.",
    discussion: """
      Importing the file into an empty term base gives the same names again. A file that is there is \
      replaced when the new one is complete. As TMX, each name is a unit with its forms of all regions; \
      what TMX has no place for is in properties.

      EXAMPLES
        yiming glossary export backup.tsv
        yiming glossary export > backup.tsv
        yiming glossary export names.tmx --format tmx
      """)

  @Argument(help: ArgumentHelp("Where to write (default: standard output).", valueName: "file"))
  var file: String = "-"

  @Option(help: "What is written (default: tmx for a file called so, else tsv).")
  var format: Format?

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case tsv, tmx
  }

  @OptionGroup var databaseOptions: DatabaseOptions

  func run() throws {
    let concepts = try databaseOptions.openForReading()?.concepts() ?? []
    let isTMX = format.map { $0 == .tmx } ?? file.lowercased().hasSuffix(".tmx")
    if isTMX {
      try writeTMX(concepts)
    } else {
      try writeTSV(concepts)
    }
    if concepts.isEmpty {
      Console.report(CommandError(.emptyBase, try databaseOptions.path()))
    }
  }

  private func writeTMX(_ concepts: [Concept]) throws {
    let output = try StreamedOutput(file)
    try GlossaryTMXWriter.write(
      concepts, to: output, document: file, toolVersion: ProgramVersion.current)
    try output.commit()
  }

  private func writeTSV(_ concepts: [Concept]) throws {
    let text = try GlossaryWriter.write(concepts)
    for warning in text.warnings { Console.warn(warning) }
    if file == "-" {
      var output = StandardOutput()
      try output.write(bytes: text.bytes)
      try output.flush()
    } else {
      try OutputFile.write(text.bytes, to: file)
    }
  }
}
