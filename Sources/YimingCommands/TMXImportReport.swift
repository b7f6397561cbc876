import Interchange
import Store
import TermModel

/// What became of the units of one TMX file.
struct TMXImportReport {
  let file: String
  let memory: String
  let isDryRun: Bool
  var counts = ImportCounts()
  /// Whether the file was read to its end.
  var isComplete = true
  var isStored = false
  var rejected: [TMXFinding] = []
  /// The first ones.
  var skipped: [SkippedUnit] = []
  var warnings: [TMXFinding] = []
  /// Kinds of warnings that are not all listed.
  var moreWarnings: [(code: String, count: Int)] = []
  /// Why the file could not be read to its end.
  var error: (any ReportableError)?
  /// As many of each kind are told of on standard error.
  static let mostTold = 50
  /// As many skipped units are kept for the report.
  static let mostKept = 1_000

  init(_ file: String, memory: String, isDryRun: Bool) {
    self.file = file
    self.memory = memory
    self.isDryRun = isDryRun
  }

  private var parts: [(String, Int)] {
    [
      ("read", counts.read), ("added", counts.added), ("unchanged", counts.unchanged),
      ("replaced", counts.replaced), ("skipped", counts.skipped), ("rejected", counts.rejected),
    ]
  }

  /// Says on standard error what is to be said of single units.
  func tell() {
    for warning in warnings { Console.warn(warning) }
    for (code, count) in moreWarnings {
      Console.warn(CommandError(.moreWarnings, file, ["count": "\(count)", "code": code]))
    }
    for finding in rejected.prefix(Self.mostTold) { Console.report(finding) }
    tellMore(counts.rejected, "rejected")
    for unit in skipped.prefix(Self.mostTold) { Console.report(Self.error(unit, file)) }
    tellMore(counts.skipped, "skipped")
  }

  private func tellMore(_ count: Int, _ what: String) {
    let more = count - Self.mostTold
    if more > 0 {
      Console.report(CommandError(.moreUnits, file, ["count": "\(more)", "what": what]))
    }
  }

  private static func error(_ unit: SkippedUnit, _ file: String) -> CommandError {
    let name = unit.tuid.map { "unit \"\($0)\"" } ?? "a unit"
    return CommandError(.unitSkipped, file, ["unit": name], line: unit.line)
  }

  func line(_ format: OutputFormat) -> String {
    if format == .json { return json.description }
    var line = "\(Message.shown(file)): "
    line += parts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    line += " (memory \"\(Message.shown(memory))\""
    if isDryRun {
      line += "; dry run, nothing is stored"
    } else if !isStored {
      line += "; nothing is stored"
    }
    return line + ")"
  }

  private var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("document", .string(file)), ("memory", .string(memory)),
    ]
    members += parts.map { ($0.0, .number($0.1)) }
    members += [
      ("complete", .bool(isComplete)), ("stored", .bool(isStored)), ("dryRun", .bool(isDryRun)),
      ("rejectedUnits", .array(rejected.map { Self.json($0, $0.unitID) })),
      (
        "skippedUnits",
        .array(skipped.map { Self.json(Self.error($0, file), $0.tuid) })
      ),
      ("warnings", .array(warnings.map { Self.json($0, $0.unitID) })),
      (
        "moreWarnings",
        .array(
          moreWarnings.map { .object([("code", .string($0.code)), ("count", .number($0.count))]) })
      ),
    ]
    if let error { members.append(("error", Self.json(error, nil))) }
    return .object(members)
  }

  private static func json(_ error: any ReportableError, _ tuid: String?) -> JSONValue {
    var members: [(String, JSONValue)] = []
    if let line = error.place?.line { members.append(("line", .number(line))) }
    if let tuid { members.append(("tuid", .string(tuid))) }
    members.append(("code", .string(error.codeName)))
    members.append(("message", .string(Message(error).description)))
    return .object(members)
  }
}
