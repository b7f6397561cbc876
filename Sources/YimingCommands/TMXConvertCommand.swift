import ArgumentParser
import Interchange
import TermModel
import XMLStream

/// `yiming tmx convert`
struct TMXConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write TMX files anew: strict, plain, fewer languages, split, merged.",
    discussion: """
      Without options the output is the input as UTF-8, equal under Canonical XML: nothing is lost, \
      known or not. Each option changes what it names and nothing else, and what was changed is told \
      on standard error. A file that cannot be read to its end gives exit code 2 and no output; one \
      that is there already is replaced when the new one is complete.

      --strict writes TMX 1.4 as its DTD and OmegaT's schema have it. --level 1 leaves inline codes \
      out of the segments. --languages keeps the variants of these languages, en with en-US. --split \
      writes a file for each pair of source and target into a folder. --merge takes several files; \
      their units follow one another. --deduplicate leaves out units that equal one before, by their \
      canonical XML.

      EXAMPLES
        yiming tmx convert old.tmx new.tmx --strict
        yiming tmx convert news.tmx.gz - --languages en,zh-TW --level 1
        yiming tmx convert world.tmx pairs --split
        yiming tmx convert a.tmx b.tmx both.tmx --merge --deduplicate
      """)

  @Argument(
    help: ArgumentHelp(
      "What to read, then where to write: a file, with --split a folder; - is standard input or output.",
      valueName: "file"))
  var files: [String]

  @Flag(help: "Write TMX 1.4 that its DTD and OmegaT's schema accept.")
  var strict = false

  @Option(help: ArgumentHelp("1: text without inline codes.", valueName: "number"))
  var level: Int?

  @Option(
    help: ArgumentHelp("Keep only these languages, with commas: en,zh-TW.", valueName: "list"))
  var languages: String?

  @Flag(help: "Write a file for each pair of languages into the folder.")
  var split = false

  @Flag(help: "Make one file of several.")
  var merge = false

  @Flag(help: "Leave out units that equal one before.")
  var deduplicate = false

  @Option(
    help: ArgumentHelp("How many changes of one kind are listed.", valueName: "number"))
  var most = TMXFindingList.usualLimit

  @OptionGroup var reading: TMXReadingOptions

  @Option(help: "text or json (one object).")
  var report: OutputFormat = .text

  func validate() throws {
    if files.count < 2 { throw ValidationError("Name a file to read and one to write.") }
    if files.count > 2, !merge {
      throw ValidationError("Several files become one only with --merge.")
    }
    if let level, level != 1 { throw ValidationError("--level takes 1; level 2 has all codes.") }
    try TMXReadingOptions.checkInputs(files.dropLast())
    if split, files.last == "-" { throw ValidationError("--split writes into a folder, not to -.") }
    if report == .json, files.last == "-" {
      throw ValidationError("--report json and the output cannot both go to standard output.")
    }
    if chosenLanguages.contains(where: { $0.spelling == .illFormed }) {
      throw ValidationError("--languages takes language tags with commas, as in en,zh-TW.")
    }
    if most < 0 { throw ValidationError("--most takes a number from 0 on.") }
  }

  private var chosenLanguages: [LanguageTag] {
    (languages?.split(separator: ",", omittingEmptySubsequences: false) ?? [])
      .map { LanguageTag(String($0).trimmingOuterSpace()).reconciled }
  }

  func run() throws {
    let target = files.last ?? "-"
    var conversion = TMXConversion(inputs: Array(files.dropLast()), output: target)
    conversion.limits = reading.limits
    conversion.options.isStrict = strict
    conversion.options.isPlain = level == 1
    conversion.options.languages = chosenLanguages
    conversion.options.map = reading.map
    conversion.options.removesDuplicates = deduplicate
    conversion.options.sourceLanguage = reading.source
    conversion.options.splitsPairs = split
    conversion.options.toolVersion = ProgramVersion.current
    conversion.options.changeLimit = most
    let outputs = try ConversionOutputs(target, isFolder: split)
    let line = ProgressLine(conversion.inputs.first ?? "")
    do {
      // What was begun is taken away first.
      let result = try Interruption.deferred {
        defer { line.clear() }
        let result = try conversion.run(
          progress: { progress in
            try Interruption.check("interrupted; nothing was written")
            line.update(bytes: progress.bytes, of: progress.totalBytes, units: progress.units)
          },
          open: { try outputs.open($0) })
        try Interruption.check("interrupted; nothing was written")
        try outputs.commit()
        return result
      }
      try tell(of: result, outputs)
      if split, result.files.isEmpty { throw ExitCode(1) }
    } catch let broken as TMXConversion.Broken {
      Console.report(broken.error)
      Console.report(
        CommandError(
          .brokenConversion, broken.document, ["count": "\(broken.completeUnits)"]))
      throw ExitCode(2)
    }
  }

  private func tell(of result: TMXConversionReport, _ outputs: ConversionOutputs) throws {
    if report == .json {
      var output = StandardOutput()
      try output.write(line: json(result, outputs).description)
      try output.flush()
      return
    }
    for change in result.changes.findings { Console.report(change) }
    for (code, count) in result.changes.leftOut {
      Console.report(CommandError(.moreChanges, nil, ["count": "\(count)", "code": code]))
    }
    let changes = result.changes.counts.values.reduce(0, +)
    for (index, file) in result.files.enumerated() where split {
      Console.say("\(Message.shown(outputs.paths[index])): \(file.units) units")
    }
    Console.say(
      "units read: \(result.unitsRead), left out: \(result.unitsLeftOut), changes: \(changes)")
  }

  private func json(
    _ result: TMXConversionReport, _ outputs: ConversionOutputs
  ) -> JSONValue {
    let counts = result.changes.counts.sorted { $0.key < $1.key }
    return .object([
      ("documents", .strings(Array(files.dropLast()))),
      ("unitsRead", .number(result.unitsRead)), ("unitsLeftOut", .number(result.unitsLeftOut)),
      (
        "files",
        .array(
          zip(outputs.paths, result.files).map { path, file in
            var members: [(String, JSONValue)] = [("path", .string(path))]
            if let pair = file.pair {
              members.append(("source", .string(pair.source.description)))
              members.append(("target", .string(pair.target.description)))
            }
            members.append(("units", .number(file.units)))
            return .object(members)
          })
      ),
      ("counts", .object(counts.map { ($0.key, .number($0.value)) })),
      ("changes", .array(result.changes.findings.map(TMXCheckCommand.json))),
    ])
  }
}
