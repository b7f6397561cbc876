import Interchange
import Store
import TermModel

/// What became of the rows of one file.
struct ImportReport {
  let file: String
  let contents: GlossaryContents
  let isDryRun: Bool
  /// Of the good rows, with the concept's id; empty where nothing was stored.
  var outcomes: [(id: String, outcome: PutOutcome)] = []
  var isStored = false

  init(_ file: String, _ contents: GlossaryContents, isDryRun: Bool) {
    self.file = file
    self.contents = contents
    self.isDryRun = isDryRun
  }

  func line(_ format: OutputFormat) -> String {
    let counts = [PutOutcome.added, .changed, .unchanged].map { wanted in
      (wanted.rawValue, outcomes.count { $0.outcome == wanted })
    }
    let read = contents.rows.count + contents.badRowCount
    let all = [("read", read)] + counts + [("rejected", contents.badRowCount)]
    if format == .json { return json(all).description }
    var line = Message.shown(file) + ": "
    line += all.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    if isDryRun { line += " (dry run, nothing is stored)" }
    if !isDryRun, !isStored { line += " (nothing is stored)" }
    // Before it is done, one wants to see what would be overwritten.
    guard isDryRun else { return line }
    for (id, outcome) in outcomes where outcome == .changed { line += "\n  would change \(id)" }
    return line
  }

  private func json(_ counts: [(String, Int)]) -> JSONValue {
    var members: [(String, JSONValue)] = [("document", .string(file))]
    members += counts.map { ($0.0, .number($0.1)) }
    members.append(("stored", .bool(isStored)))
    members.append(
      ("changedConcepts", .strings(outcomes.filter { $0.outcome == .changed }.map(\.id))))
    let problems = contents.problems.map { problem in
      var members: [(String, JSONValue)] = []
      if let line = problem.place?.line { members.append(("line", .number(line))) }
      members.append(("code", .string(problem.codeName)))
      members.append(("message", .string(Message(problem).description)))
      return JSONValue.object(members)
    }
    members.append(("problems", .array(problems)))
    return .object(members)
  }
}
