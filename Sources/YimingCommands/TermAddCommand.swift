import ArgumentParser
import Interchange
import Store
import TermModel

/// `yiming term add`
struct TermAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a name.",
    discussion: """
      The id is made from the English name, nvidia for Nvidia, unless --id gives one.

      EXAMPLES
        yiming term add 輝達 Nvidia --kind org --zh-cn 英伟达 --zh-hk 英偉達
        yiming term add 川普 "Donald Trump" --also 唐納·川普 --short Trump --kind person
      """)

  @Argument(help: ArgumentHelp("The form that Taiwan uses.", valueName: "form"))
  var form: String

  @Argument(help: ArgumentHelp("The English name, as at a first mention.", valueName: "english"))
  var english: String

  @Option(help: ArgumentHelp("Another Taiwanese form; repeatable.", valueName: "form"))
  var also: [String] = []

  @Option(
    name: .customLong("also-en"),
    help: ArgumentHelp("Another English name; repeatable.", valueName: "name"))
  var alsoEnglish: [String] = []

  @Option(help: "An id of your own, as in donald-trump.")
  var id: String?

  @OptionGroup var cells: TermCells
  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func run() throws {
    var row = GlossaryCells(id: id ?? "")
    row.taiwan = TermCells.tidy([form] + also)
    row.english = TermCells.tidy([english] + alsoEnglish)
    row.source = "editor"
    cells.fill(&row)
    if row.english[0].isHan, !row.taiwan[0].isHan {
      let values = ["form": row.english[0], "english": row.taiwan[0]]
      throw CommandError(.swapped, nil, values)
    }
    // What no base can keep is refused before one is made for it.
    var trial = row
    if id == nil { trial.id = ConceptIdentifier.base(for: row.english[0]) }
    if let flaw = trial.concept.flaw { throw flaw }

    let stored = try writing.open().write { base in
      if id == nil { row.id = try freeID(row, base) }
      try base.add(row.concept)
      return row.concept
    }
    var output = StandardOutput()
    try output.write(line: ConceptText.confirmation(stored, "added", format: format))
    try output.flush()
  }

  /// - Throws: ``Store/StoreError`` with `conceptExists` where the base has this form with this
  ///   English already.
  private func freeID(_ row: GlossaryCells, _ base: any TermBaseReading) throws -> String {
    let english = row.english[0].lowercased()
    for concept in try base.concepts(named: row.taiwan[0])
    where concept.english.contains(where: { $0.lowercased() == english }) {
      throw StoreError.conceptExists(concept)
    }
    let first = ConceptIdentifier.base(for: row.english[0], else: row.taiwan[0])
    var id = first
    var number = 1
    while try base.concept(id: id) != nil {
      number += 1
      id = "\(first)-\(number)"
    }
    return id
  }
}

extension String {
  /// Whether a Chinese character is in it.
  fileprivate var isHan: Bool { unicodeScalars.contains(where: \.properties.isIdeographic) }
}
