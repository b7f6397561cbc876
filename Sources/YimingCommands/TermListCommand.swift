import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming term list`
struct TermListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the names of your term base.",
    discussion: """
      A line each, parted by tabs: id, Taiwanese forms, English names, kind.

      EXAMPLES
        yiming term list
        yiming term list --kind person --format json
      """)

  @Option(help: "Only those of this kind.", transform: TermCells.kind)
  var kind: ConceptKind?

  @Option(help: "Only those of this domain.")
  var domain: String?

  @OptionGroup var databaseOptions: DatabaseOptions

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  func run() throws {
    let concepts = try databaseOptions.openForReading()?.concepts() ?? []
    var output = StandardOutput()
    for concept in concepts {
      if let kind, concept.kind != kind { continue }
      if let domain, concept.domain != domain { continue }
      if format == .json {
        try output.write(line: ConceptText.json(concept).description)
        continue
      }
      let row = GlossaryCells(concept)
      let columns: [GlossaryColumn] = [.id, .taiwan, .english, .kind]
      try output.write(line: columns.map { row.cell($0) }.joined(separator: "\t"))
    }
    try output.flush()
    if concepts.isEmpty {
      Console.report(CommandError(.emptyBase, try databaseOptions.path()))
    }
  }
}
