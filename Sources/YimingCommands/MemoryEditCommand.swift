import ArgumentParser
import Store
import TermModel
import Workspace

/// `yiming memory edit`
struct MemoryEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Change a unit of a memory.",
    discussion: """
      Takes the number that "yiming memory search" and "concordance" show. Everything else of the unit stays; it \
      gets a new number, the time and the author. --text gives the text of a language, new or in \
      place of what is there; an empty one takes the language out.

      EXAMPLES
        yiming memory edit news --unit 17 --text en="Save the file."
        yiming memory edit news --unit 17 --note "Checked by the editor." --author Lin
      """)

  @Argument(help: "The memory.")
  var name: String

  @Option(name: .customLong("unit"), help: ArgumentHelp("The unit's number.", valueName: "number"))
  var number: Int

  @Option(
    name: .customLong("text"),
    help: ArgumentHelp("What the text of a language is now; repeatable.", valueName: "tag=text"),
    transform: LanguageText.init)
  var texts: [LanguageText] = []

  @Option(
    name: .customLong("id"), help: ArgumentHelp("Its id (tuid); empty for none.", valueName: "id"))
  var tuid: String?

  @Option(
    help: ArgumentHelp("A remark in place of those it has; empty for none.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("Who changed it (default: the name at the login).", valueName: "name"))
  var author: String?

  @Flag(help: "Let the inline codes go that a replaced text had.")
  var dropCodes = false

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  /// `en=Save the file.`
  struct LanguageText: Sendable {
    let language: LanguageTag
    let text: String

    init(_ argument: String) throws {
      guard let equals = argument.firstIndex(of: "=") else {
        throw ValidationError(
          "--text takes a language and a text, as in en=\"Save.\", not \"\(argument)\".")
      }
      language = try MemoryLanguagePair.tag(String(argument[..<equals]))
      text = String(argument[argument.index(after: equals)...])
    }
  }

  func run() throws {
    if texts.isEmpty, tuid == nil, note == nil {
      throw CommandError(.nothingToEdit, nil, ["name": "\(name) \(number)", "example": "--text en=Taipei"])
    }
    let (memory, new) = try writing.openExisting().writeMemories { memories in
      let memory = try memories.existingMemory(named: name)
      guard let stored = try memories.unit(number, of: memory.id) else {
        throw StoreError.noUnit(number, in: memory.name)
      }
      let old = try TranslationUnit(stored)
      var unit = old
      try change(&unit)
      guard unit != old else { return (memory, number) }
      unit.changed = UnitDraft.now
      unit.changedBy = UnitDraft.author(author)
      return (memory, try memories.edit(number, of: memory.id, to: try IncomingUnit(unit)))
    }
    var output = StandardOutput()
    let isChanged = new != number
    if format == .json {
      let members: [(String, JSONValue)] = [
        ("memory", .string(memory.name)), ("changed", .bool(isChanged)), ("unit", .number(new)),
      ]
      try output.write(line: JSONValue.object(members).description)
    } else {
      let shown = "unit \(number) of \(Message.shown(memory.name))"
      try output.write(
        line: isChanged ? "changed \(shown): it is unit \(new) now" : "unchanged: \(shown)")
    }
    try output.flush()
  }

  private func change(_ unit: inout TranslationUnit) throws {
    for text in texts { try put(text, into: &unit) }
    if let tuid { unit.id = tuid.isEmpty ? nil : tuid }
    if let note {
      unit.content.removeAll { if case .note = $0 { true } else { false } }
      if !note.isEmpty { unit.content.insert(.note(UnitNote(note)), at: 0) }
    }
    if unit.unitSegments.isEmpty {
      throw CommandError(.noTextLeft, nil, ["name": name, "number": "\(number)"])
    }
  }

  private func put(_ new: LanguageText, into unit: inout TranslationUnit) throws {
    let index = unit.content.firstIndex {
      guard case .variant(let variant) = $0, let language = variant.language else { return false }
      return LanguageTag(language).reconciled == new.language
    }
    guard let index, case .variant(var variant) = unit.content[index] else {
      if new.text.isEmpty {
        throw CommandError(
          .noLanguageThere, nil, ["number": "\(number)", "language": new.language.description])
      }
      try UnitDraft.check(new.text, new.language)
      unit.content.append(
        .variant(TranslationUnitVariant(language: new.language.description, new.text)))
      return
    }
    if new.text.isEmpty {
      unit.content.remove(at: index)
      return
    }
    try UnitDraft.check(new.text, new.language)
    guard let old = variant.segment else {
      variant.content.append(.segment(Segment(new.text)))
      unit.content[index] = .variant(variant)
      return
    }
    if old.text == new.text { return }
    if !old.flat.codes.isEmpty, !dropCodes {
      let values = ["language": new.language.description, "count": "\(old.flat.codes.count)"]
      throw CommandError(.hasCodes, nil, values)
    }
    let place = variant.content.firstIndex { if case .segment = $0 { true } else { false } }
    if let place { variant.content[place] = .segment(Segment([.text(new.text)], tag: old.tag)) }
    if variant.changed != nil || variant.created != nil {
      variant.changed = UnitDraft.now
      variant.changedBy = UnitDraft.author(author)
    }
    unit.content[index] = .variant(variant)
  }
}
