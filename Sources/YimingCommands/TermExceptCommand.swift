import ArgumentParser
import Store
import TermModel
import TermRecognition
import Workspace

/// `yiming term except`
struct TermExceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "except",
    abstract: "Say where a form is no name, or that it always is one.",
    discussion: """
      For the places where yiming annotate decides wrongly. An exception belongs to the form, Chinese \
      or English, whichever list the name comes from:

      --inside TEXT: no name where the form stands inside TEXT.
      --not-in TEXT: no name in a document in which TEXT stands anywhere.
      --always: a name wherever the form stands, in no longer name, unless one of its other \
      exceptions says no. Where several names share the form, the words around still choose.

      Exceptions are kept in your term base, not in exported glossaries. yiming annotate --explain \
      shows them as "your own decision".

      EXAMPLES
        yiming term except 川普 --inside 四川普通話
        yiming term except 寒武紀 --not-in 化石 --not-in 三葉蟲
        yiming term except 輝達 --always
        yiming term except --list
        yiming term except 川普 --inside 四川普通話 --remove
      """)

  @Argument(
    help: ArgumentHelp(
      "The form, as texts write it; with --list, only its exceptions.", valueName: "form"))
  var form: String?

  @Option(
    help: ArgumentHelp("A longer text in which it is no name; repeatable.", valueName: "text"))
  var inside: [String] = []

  @Option(
    help: ArgumentHelp(
      "A text that keeps it from being a name in a document; repeatable.", valueName: "text"))
  var notIn: [String] = []

  @Flag(help: "It is a name wherever it stands.")
  var always = false

  @Flag(help: "Remove these exceptions, or all of the form.")
  var remove = false

  @Flag(help: "List the exceptions: form, rule and text, parted by tabs.")
  var list = false

  @OptionGroup var writing: WritingOptions

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  func validate() throws {
    if list, remove || hasRules {
      throw ValidationError("--list takes no exception; give it with a form or alone.")
    }
    if !list, form == nil { throw ValidationError("Name a form, or use --list.") }
  }

  func run() throws {
    let form = form?.trimmingOuterSpace()
    if list {
      let base = try writing.databaseOptions.openForReading()
      let all = try base?.exceptions() ?? []
      try say(all.filter { form == nil || $0.form == form }) {
        format == .json ? ExceptionText.json($0).description : ExceptionText.row($0)
      }
      return
    }
    guard let form else { return }
    try remove ? takeAway(form) : store(form)
  }

  private var hasRules: Bool { always || !inside.isEmpty || !notIn.isEmpty }

  private func given(for form: String) -> [FormException] {
    var all: [FormException] = []
    for text in inside { all.append(FormException(form, .inside, text.trimmingOuterSpace())) }
    for text in notIn { all.append(FormException(form, .notIn, text.trimmingOuterSpace())) }
    if always { all.append(FormException(form, .always)) }
    return all
  }

  private func store(_ form: String) throws {
    guard hasRules else { throw CommandError(.nothingToExcept, nil, ["form": form]) }
    let exceptions = given(for: form)
    for exception in exceptions { if let flaw = exception.flaw { throw flaw } }
    // The person's own names are asked below: with them, all would have to be compiled anew.
    let shipped = WorkspaceOptions(
      cacheFolder: CommonOptions.cacheFolder, program: CommonOptions.program)
    let recogniser = try Workspace(shipped) { Console.say($0) }.recogniser()
    for exception in exceptions where exception.rule == .inside {
      if !recogniser.isPart(form, of: exception.text) {
        throw FormExceptionFlaw.notInside(exception)
      }
    }
    let (outcomes, isOwn) = try writing.open().write { base in
      let outcomes = try exceptions.map { try base.put($0) }
      return (outcomes, try !base.concepts(named: form).isEmpty)
    }
    try say(Array(zip(exceptions, outcomes))) {
      ExceptionText.confirmation($0.0, $0.1 ? "added" : "unchanged", format: format)
    }
    if !isOwn, !recogniser.isName(form) {
      Console.report(CommandError(.unknownForm, nil, ["form": form]))
    }
  }

  private func takeAway(_ form: String) throws {
    let removed = try writing.openExisting().write { base in
      let there = try base.exceptions().filter { $0.form == form }
      let chosen = hasRules ? given(for: form) : there
      guard !chosen.isEmpty, chosen.allSatisfy(there.contains) else {
        throw CommandError(.noException, nil, ["form": form])
      }
      for exception in chosen { try base.remove(exception) }
      return chosen
    }
    try say(removed) { ExceptionText.confirmation($0, "removed", format: format) }
  }

  private func say<Item>(_ items: [Item], _ line: (Item) -> String) throws {
    var output = StandardOutput()
    for item in items { try output.write(line: line(item)) }
    try output.flush()
  }
}
