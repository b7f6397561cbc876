import ArgumentParser
import Store
import TermModel

/// `yiming term remove`
struct TermRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Remove names: all that are given, or none.",
    discussion: """
      EXAMPLES
        yiming term remove nvidia
        yiming term remove 輝達 川普
      """)

  @Argument(help: ArgumentHelp("Ids, or forms that no other concept has.", valueName: "name"))
  var names: [String]

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    let removed = try writing.openExisting().write { base in
      // All are found before any goes: two names may mean one concept.
      var found: [Concept] = []
      for name in names {
        let concept = try NamedConcept.find(name, in: base)
        if !found.contains(where: { $0.id == concept.id }) { found.append(concept) }
      }
      for concept in found { try base.remove(id: concept.id) }
      return found
    }
    var output = StandardOutput()
    for concept in removed {
      try output.write(line: ConceptText.confirmation(concept, "removed", format: format))
    }
    try output.flush()
  }
}
