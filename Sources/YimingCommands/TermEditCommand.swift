import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming term edit`
struct TermEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a name.",
    discussion: """
      What an option gives replaces what was there, a repeatable option the whole list; an empty \
      text clears it.

      EXAMPLES
        yiming term edit nvidia --en Nvidia --en NVIDIA --cue 晶片 --cue 黃仁勳
        yiming term edit 輝達 --note ""
      """)

  @Argument(help: ArgumentHelp("The id, or a form that no other concept has.", valueName: "name"))
  var name: String

  @Option(
    name: .customLong("zh-tw"),
    help: ArgumentHelp("A form that Taiwan uses, the preferred first.", valueName: "form"))
  var taiwan: [String] = []

  @Option(
    name: .customLong("en"),
    help: ArgumentHelp("An English name, that of a first mention first.", valueName: "name"))
  var english: [String] = []

  @OptionGroup var cells: TermCells
  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    if cells.isEmpty, taiwan.isEmpty, english.isEmpty {
      throw CommandError(.nothingToEdit, nil, ["name": name, "example": "--kind org"])
    }
    let (outcome, concept) = try writing.openExisting().write { base in
      let old = try NamedConcept.find(name, in: base)
      let before = GlossaryCells(old)
      var row = before
      TermCells.replace(&row.taiwan, taiwan)
      TermCells.replace(&row.english, english)
      cells.fill(&row)
      // What a row cannot say stays as it is.
      let new = row == before ? old : row.concept(keepingUnsaidOf: old)
      return (try base.put(new), new)
    }
    let word = outcome == .unchanged ? "unchanged" : "changed"
    var output = StandardOutput()
    try output.write(line: ConceptText.confirmation(concept, word, format: format))
    try output.flush()
  }
}
