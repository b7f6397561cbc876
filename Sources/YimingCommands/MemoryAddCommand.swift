import ArgumentParser
import Store
import TermModel
import Workspace

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `yiming memory add`
struct MemoryAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a translation to a memory.",
    discussion: """
      The memory is made where there is none of that name. Without texts, standard input is read: a \
      translation a line, source and target parted by a tab; all lines are added, or none.

      EXAMPLES
        yiming memory add news --from zh-TW --to en 儲存檔案。 "Save the file."
        yiming memory add news --from en --to zh-TW < pairs.tsv
      """)

  @Argument(help: "The memory.")
  var name: String

  @Argument(help: ArgumentHelp("The text.", valueName: "source"))
  var source: String?

  @Argument(help: ArgumentHelp("Its translation.", valueName: "target"))
  var target: String?

  @OptionGroup var languages: MemoryLanguagePair

  @Option(
    help: ArgumentHelp("Who translated it (default: the name at the login).", valueName: "name"))
  var author: String?

  @Option(name: .customLong("id"), help: ArgumentHelp("Its id (tuid).", valueName: "id"))
  var tuid: String?

  @Option(help: ArgumentHelp("A remark.", valueName: "text"))
  var note: String?

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  func validate() throws {
    if source != nil, target == nil { throw ValidationError("Give the translation, too.") }
    if source == nil, isatty(STDIN_FILENO) == 1 {
      throw ValidationError("Give a text and its translation, or lines of both on standard input.")
    }
    if source == nil, tuid != nil {
      throw ValidationError("--id is of one translation; give it on the command line.")
    }
  }

  func run() throws {
    let pairs = try given()
    // What no memory can keep is refused before one is made for it.
    let units = try pairs.map { try IncomingUnit($0) }
    if units.isEmpty { throw CommandError(.nothingToAdd) }
    let (memory, numbers, isNew) = try writing.open().writeMemories { memories in
      let known = try memories.memory(named: name)
      let memory = try known ?? memories.makeMemory(named: name)
      return (memory, try units.map { try memories.add($0, to: memory.id) }, known == nil)
    }
    var output = StandardOutput()
    if format == .json {
      let members: [(String, JSONValue)] = [
        ("memory", .string(memory.name)), ("memoryMade", .bool(isNew)),
        ("units", .array(numbers.map { .number($0) })),
      ]
      try output.write(line: JSONValue.object(members).description)
    } else {
      if isNew { try output.write(line: "made the memory \(Message.shown(memory.name))") }
      let shown = numbers.count == 1 ? "unit \(numbers[0])" : "\(numbers.count) units"
      try output.write(line: "added to \(Message.shown(memory.name)): \(shown)")
    }
    try output.flush()
  }

  private func given() throws -> [TranslationUnit] {
    if let source, let target { return [try unit(source, target, line: nil)] }
    let text = String(decoding: try InputFile.read("-"), as: UTF8.self)
    // By scalars: as a Character, a carriage return goes with its line feed.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var units: [TranslationUnit] = []
    for (index, line) in lines.enumerated() {
      var line = line
      if index == 0, line.first == "\u{FEFF}" { line = line.dropFirst() }
      if line.last == "\r" { line = line.dropLast() }
      if line.isEmpty { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2 else {
        let values = ["count": "\(cells.count)"]
        throw CommandError(.badPair, "-", values, line: index + 1)
      }
      units.append(try unit(cells[0], cells[1], line: index + 1))
    }
    return units
  }

  private func unit(_ source: String, _ target: String, line: Int?) throws -> TranslationUnit {
    let (from, to) = languages.pair(for: source)
    try UnitDraft.check(source, from, line: line)
    try UnitDraft.check(target, to, line: line)
    var unit = TranslationUnit(id: tuid, [(from.description, source), (to.description, target)])
    let now = UnitDraft.now
    unit.sourceLanguage = from.description
    unit.created = now
    unit.createdBy = UnitDraft.author(author)
    unit.tool = "Yiming"
    unit.toolVersion = ProgramVersion.current
    if let note, !note.isEmpty { unit.content.insert(.note(UnitNote(note)), at: 0) }
    return unit
  }
}
