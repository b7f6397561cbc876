import ArgumentParser
import Interchange
import TermModel

/// `yiming tmx check`
struct TMXCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in TMX files, or likely to be.",
    discussion: """
      A file whose XML is broken, or that is no TMX, is rejected: an error, with the number of complete \
      units before it. All else is a warning, with line and tuid: such a file is read. Of each \
      kind of finding the first ones are listed, all are counted.

      The exit code is 1 if a file is rejected, 2 if there is no such file; warnings alone leave it \
      at 0, unless --strict is given.

      EXAMPLES
        yiming tmx check news.tmx
        yiming tmx check --report json *.tmx.gz
        yiming tmx check --source en-US --map-language zh=zh-TW old.tmx
      """)

  @Argument(help: ArgumentHelp("TMX files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Leave out the warnings.")
  var errorsOnly = false

  @Flag(help: "End with 1 if there are warnings, too.")
  var strict = false

  @Option(
    help: ArgumentHelp("How many findings of one kind are listed.", valueName: "number"))
  var most = TMXFindingList.usualLimit

  @OptionGroup var reading: TMXReadingOptions

  @Option(help: "text or json (one object a line, for each file).")
  var report: OutputFormat = .text

  func validate() throws {
    try TMXReadingOptions.checkInputs(files)
    if most < 0 { throw ValidationError("--most takes a number from 0 on.") }
  }

  func run() throws {
    var output = StandardOutput()
    var hasFailed = false
    var hasFound = false
    for file in files {
      do {
        var check = TMXCheck(path: file)
        check.limits = reading.limits
        check.sourceLanguage = reading.source
        check.map = reading.map
        check.findingLimit = most
        let result = try Self.withProgress(file) { try check.run(progress: $0) }
        if result.isRejected || (strict && result.findings.warningCount > 0) { hasFound = true }
        if report == .json {
          try output.write(line: json(file, result).description)
        } else {
          try write(file, result, to: &output)
        }
        try output.flush()
        if report == .text { Console.say(summary(file, result)) }
      } catch let error as any ReportableError {
        hasFailed = true
        Console.report(error)
      }
    }
    if hasFailed { throw ExitCode(2) }
    if hasFound { throw ExitCode(1) }
  }

  /// Runs the body with a line of progress on a terminal.
  static func withProgress<Answer>(
    _ file: String, _ body: (@escaping TMXProgress.Report) throws -> Answer
  ) rethrows -> Answer {
    let line = ProgressLine(file)
    defer { line.clear() }
    return try body { progress in
      line.update(bytes: progress.bytes, of: progress.totalBytes, units: progress.units)
    }
  }

  private func write(
    _ file: String, _ result: TMXCheck.Result, to output: inout StandardOutput
  ) throws {
    for finding in result.findings.findings {
      if finding.severity == .error {
        try output.write(line: "\(Message(finding))")
      } else if !errorsOnly {
        try output.write(line: "warning: \(Message(finding))")
      }
    }
    if errorsOnly { return }
    for (code, count) in result.findings.leftOut {
      let error = CommandError(.moreWarnings, file, ["count": "\(count)", "code": code])
      try output.write(line: "warning: \(Message(error))")
    }
  }

  private func summary(_ file: String, _ result: TMXCheck.Result) -> String {
    var line = "\(Message.shown(file)): "
    line +=
      result.isRejected
      ? "rejected, \(result.units) complete units before the error" : "units: \(result.units)"
    line += ", errors: \(result.findings.errorCount), warnings: \(result.findings.warningCount)"
    if result.hasUncomparedIdentifiers { line += " (not every tuid was compared)" }
    return line
  }

  private func json(_ file: String, _ result: TMXCheck.Result) -> JSONValue {
    let findings = result.findings
    let counts = findings.counts.sorted { $0.key < $1.key }
    return .object([
      ("document", .string(file)), ("units", .number(result.units)),
      ("rejected", .bool(result.isRejected)), ("errors", .number(findings.errorCount)),
      ("warnings", .number(findings.warningCount)),
      ("counts", .object(counts.map { ($0.key, .number($0.value)) })),
      (
        "findings",
        .array(
          findings.findings.filter { $0.severity == .error || !errorsOnly }.map(Self.json))
      ),
      ("allIdentifiersCompared", .bool(!result.hasUncomparedIdentifiers)),
    ])
  }

  static func json(_ finding: TMXFinding) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let document = finding.place?.document { members.append(("document", .string(document))) }
    if let line = finding.place?.line { members.append(("line", .number(line))) }
    members.append(("severity", .string(finding.severity.rawValue)))
    members.append(("code", .string(finding.codeName)))
    if let id = finding.unitID { members.append(("tuid", .string(id))) }
    if let number = finding.unitNumber { members.append(("unit", .number(number))) }
    members.append(("message", .string(Message(finding).description)))
    return .object(members)
  }
}
