import ArgumentParser
import Store
import TermModel

/// `yiming term show`
struct TermShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show all that your term base has of a name.",
    discussion: """
      The exceptions of its forms are among it; see yiming term except.

      The exit code is 1 if any of the names is not there. To look in the glossary that comes with \
      Yiming too, use yiming lookup.

      EXAMPLES
        yiming term show nvidia
        yiming term show 輝達 --format json
      """)

  @Argument(help: ArgumentHelp("Ids or forms.", valueName: "name"))
  var names: [String]

  @OptionGroup var databaseOptions: DatabaseOptions

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  func run() throws {
    let base = try databaseOptions.openForReading()
    let (answers, exceptions) =
      try base?.read { base in
        (try names.map { try NamedConcept.all($0, in: base) }, try base.exceptions())
      } ?? ([], [])
    var output = StandardOutput()
    var isMissing = false
    for (index, name) in names.enumerated() {
      let concepts = answers.isEmpty ? [] : answers[index]
      for concept in concepts {
        let forms = Set(concept.terms.map(\.text))
        let own = exceptions.filter { forms.contains($0.form) }
        try output.write(
          line: format == .json
            ? ConceptText.json(concept, own).description : ConceptText.block(concept, own))
      }
      if concepts.isEmpty {
        // A form of the shipped names, perhaps, that was decided about.
        let own = exceptions.filter { $0.form == name.trimmingOuterSpace() }
        if !own.isEmpty {
          try output.write(
            line: format == .json
              ? ExceptionText.json(of: own[0].form, own).description
              : ExceptionText.block(of: own[0].form, own))
          continue
        }
        isMissing = true
        Console.report(StoreError.noConcept(name))
      }
    }
    try output.flush()
    if isMissing { throw ExitCode(1) }
  }
}
