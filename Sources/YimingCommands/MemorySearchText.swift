import Store
import TermModel
import TranslationMemory
import Workspace

/// Answers as `yiming memory search` prints them.
enum MemorySearchText {
  // MARK: For people

  /// Ends with a line break.
  static func text(_ answer: MemoryAnswer, withQuery: Bool) -> String {
    let query = TerminalText.safe(answer.text)
    guard !answer.matches.isEmpty else { return "\(query): nothing found\n" }
    return (withQuery ? "\(query):\n" : "") + answer.matches.map { block($0, answer) }.joined()
  }

  /// ` 98 %  news 17 · 2024-01-31 23:59 · Lin`, then the segments.
  private static func block(_ match: MemoryMatch, _ answer: MemoryAnswer) -> String {
    let score = tenths(match.score.score)
    let margin = String(repeating: " ", count: max(0, 4 - score.count))
    let segments = [match.source] + match.targets
    let width = segments.map { $0.language.unicodeScalars.count }.max() ?? 0
    var lines = ["\(margin)\(score) %  \(facts(match))"]
    for segment in segments {
      lines.append(row(segment.language, TerminalText.safe(segment.text), width))
      if segment == match.source, match.score.everything.percent < 100 {
        let line = DifferenceText(query: answer.query, segment: segment.flat).line
        lines.append(row("±", line, width))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ head: String, _ text: String, _ width: Int) -> String {
    let head = TerminalText.safe(head)
    let space = String(repeating: " ", count: max(0, width - head.unicodeScalars.count) + 2)
    return "    \(TerminalText.styled(head, .faint))\(space)\(text)"
  }

  private static func facts(_ match: MemoryMatch) -> String {
    var parts = ["\(TerminalText.safe(match.memory.name)) \(match.number)"]
    let history = MemoryHistory(of: match.unit, variant: match.targets.first?.variant)
    if let date = history.date { parts.append(TerminalText.safe(date)) }
    if let author = history.author { parts.append(TerminalText.safe(author)) }
    if match.isInContext { parts.append("same context") }
    let scores = [("exact", match.score.exact), ("everything", match.score.everything)]
    for (name, score) in scores where score != match.score.score {
      parts.append("\(name) \(tenths(score))")
    }
    for (kind, points) in match.penalties where points > 0 {
      parts.append("\(kind.rawValue) −\(JSONValue.decimal(hundredths: points))")
    }
    return parts.joined(separator: " · ")
  }

  /// Rounded down, so that 100 means all of it.
  static func tenths(_ score: MatchScore) -> String {
    JSONValue.decimal(hundredths: hundredths(score) / 10 * 10)
  }

  static func hundredths(_ score: MatchScore) -> Int {
    // Not below a whole number for what a division lost.
    Int((score.percent * 100 + 1e-6).rounded(.down))
  }

  // MARK: For programs

  /// One object a query.
  static func json(_ answer: MemoryAnswer) -> JSONValue {
    let matches = answer.matches.enumerated().map { json($1, rank: $0 + 1, answer) }
    return .object([
      ("query", .string(answer.text)), ("from", .string(answer.from.description)),
      ("to", .string(answer.to.description)), ("matches", .array(matches)),
    ])
  }

  private static func json(_ match: MemoryMatch, rank: Int, _ answer: MemoryAnswer) -> JSONValue {
    func points(_ score: MatchScore) -> JSONValue { .hundredths(hundredths(score)) }
    var members: [(String, JSONValue)] = [
      ("rank", .number(rank)), ("score", points(match.score.score)),
      ("base", points(match.score.base)), ("exact", points(match.score.exact)),
      ("everything", points(match.score.everything)),
      (
        "penalties",
        .array(
          match.penalties.map { kind, points in
            .object([("name", .string(kind.rawValue)), ("points", .hundredths(points))])
          })
      ),
      ("context", .number(match.score.context)), ("sameContext", .bool(match.isInContext)),
      ("memory", .string(match.memory.name)), ("unit", .number(match.number)),
      ("source", json(match.source)), ("translations", .array(match.targets.map(json))),
      ("differences", DifferenceText(query: answer.query, segment: match.source.flat).json),
    ]
    members += MemoryHistory(of: match.unit, variant: match.targets.first?.variant).json
    let context = UnitContext(match.unit)
    if let id = context.id { members.append(("tuid", .string(id))) }
    if let document = context.document { members.append(("document", .string(document))) }
    let notes = match.unit.notes.map(\.text).filter { !$0.isEmpty }
    if !notes.isEmpty { members.append(("notes", .strings(notes))) }
    return .object(members)
  }

  static func json(_ segment: UnitSegment) -> JSONValue {
    .object([("language", .string(segment.language)), ("text", .string(segment.text))])
  }

  // MARK: For tables

  static let tableHead = [
    "query", "rank", "score", "exact", "memory", "unit", "source-language", "source",
    "target-language", "target", "changed", "author",
  ].joined(separator: "\t")

  /// A line for each translation; none where nothing was found.
  static func rows(_ answer: MemoryAnswer) -> [String] {
    answer.matches.enumerated().flatMap { index, match in
      match.targets.map { target in
        let history = MemoryHistory(of: match.unit, variant: target.variant)
        let cells = [
          answer.text, "\(index + 1)", JSONValue.decimal(hundredths: hundredths(match.score.score)),
          JSONValue.decimal(hundredths: hundredths(match.score.exact)), match.memory.name,
          "\(match.number)", match.source.language, match.source.text, target.language, target.text,
          history.changed ?? history.created ?? "", history.author ?? "",
        ]
        return cells.map(cell).joined(separator: "\t")
      }
    }
  }

  /// A cell holds neither tab nor line break: each is a space in it.
  static func cell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 9 && $0 != 10 && $0 != 13 }
    return isPlain
      ? text
      : String(text.unicodeScalars.map { "\t\n\r".contains(Character($0)) ? " " : Character($0) })
  }
}
