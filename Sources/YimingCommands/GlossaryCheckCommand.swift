import ArgumentParser
import Interchange
import TermModel

/// `yiming glossary check`
struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong in glossary files, or likely to be.",
    discussion: """
      Duplicate and contradicting rows, characters of the wrong script, stray spaces and invisible \
      characters, unknown kinds, ordinary words without cues, and more. Files given together are \
      looked at as one list. The exit code is 1 if there are errors; warnings alone leave it at 0.

      EXAMPLES
        yiming glossary check names.tsv
        yiming glossary check core/*.tsv --errors-only
      """)

  @Argument(help: ArgumentHelp("Glossary files; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Leave out the warnings.")
  var errorsOnly = false

  @Option(
    help: ArgumentHelp(
      "Word counts, a word, a tab and a count a line (default: those that come with Yiming).",
      valueName: "file"))
  var words: String?

  @Option(help: "text or json (one object a line).")
  var format: OutputFormat = .text

  func run() throws {
    var checker = GlossaryChecker(language: try CheckerLanguage.load(wordCounts: words))
    var hasFailed = false
    for file in files {
      do throws(FileError) {
        checker.check(try InputFile.read(file), document: file)
      } catch {
        hasFailed = true
        Console.report(error)
      }
    }
    var output = StandardOutput()
    for finding in checker.findings where finding.severity == .error || !errorsOnly {
      try output.write(line: line(finding))
    }
    try output.flush()
    let errors = checker.findings.count { $0.severity == .error }
    let warnings = checker.findings.count - errors
    Console.say("rows: \(checker.rowCount), errors: \(errors), warnings: \(warnings)")
    if hasFailed { throw ExitCode(2) }
    if errors > 0 { throw ExitCode(1) }
  }

  private func line(_ finding: GlossaryFinding) -> String {
    let message = Message(finding).description
    guard format == .json else {
      return finding.severity == .error ? message : "warning: \(message)"
    }
    var members: [(String, JSONValue)] = [("document", .string(finding.place?.document ?? ""))]
    if let line = finding.place?.line { members.append(("line", .number(line))) }
    members.append(("severity", .string(finding.severity.rawValue)))
    members.append(("code", .string(finding.codeName)))
    members.append(("message", .string(message)))
    return JSONValue.object(members).description
  }
}
