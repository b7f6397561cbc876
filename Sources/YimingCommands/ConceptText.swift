import Interchange
import TermModel

/// Concepts as the `term` commands print them.
enum ConceptText {
  /// The id, then a line for each cell that is filled, named as in a glossary file.
  static func block(_ concept: Concept, _ exceptions: [FormException] = []) -> String {
    let row = GlossaryCells(concept)
    var lines = [concept.id]
    for column in GlossaryColumn.allCases where column != .id {
      let value = row.cell(column)
      if value.isEmpty { continue }
      let text = column.isList ? value.split(separator: "|").joined(separator: " | ") : value
      lines.append("  \(padded(column.rawValue)) \(text)")
    }
    for field in concept.otherFields { lines.append("  \(padded(field.name)) \(field.value)") }
    for exception in exceptions {
      lines.append("  \(padded("except")) \(exception.form) \(ExceptionText.rule(exception))")
    }
    return lines.joined(separator: "\n")
  }

  /// "added nvidia: 輝達 Nvidia", or the concept as JSON with what was done to it.
  static func confirmation(_ concept: Concept, _ word: String, format: OutputFormat) -> String {
    if format == .json {
      return JSONValue.object([("outcome", .string(word))] + members(concept)).description
    }
    let chinese = concept.terms.first { $0.language.isChinese }?.text ?? ""
    return "\(word) \(concept.id): \(chinese) \(concept.english.first ?? "")"
  }

  static func json(_ concept: Concept, _ exceptions: [FormException] = []) -> JSONValue {
    let own = exceptions.map(ExceptionText.json)
    return .object(members(concept) + (own.isEmpty ? [] : [("exceptions", .array(own))]))
  }

  private static func members(_ concept: Concept) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("concept", .string(concept.id))]
    if let kind = concept.kind { members.append(("kind", .string(kind.rawValue))) }
    members.append(("english", .strings(concept.english)))
    members.append(("short", .string(concept.englishShort)))
    members.append(("terms", .array(concept.terms.map(term))))
    if concept.isFamiliar { members.append(("familiar", .bool(true))) }
    for (name, text) in [
      ("domain", concept.domain), ("source", concept.source), ("note", concept.note),
    ] where !text.isEmpty {
      members.append((name, .string(text)))
    }
    for (name, words) in [("cues", concept.cues), ("rivals", concept.rivals)] where !words.isEmpty {
      members.append((name, .strings(words)))
    }
    if !concept.otherFields.isEmpty {
      let fields = concept.otherFields.map { ($0.name, JSONValue.string($0.value)) }
      members.append(("otherFields", .object(fields)))
    }
    return members
  }

  private static func term(_ term: Term) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("text", .string(term.text)), ("language", .string(term.language.description)),
      ("status", .string(term.status.rawValue)),
    ]
    if term.type != .fullForm { members.append(("type", .string(term.type.rawValue))) }
    return .object(members)
  }

  static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 10 - name.unicodeScalars.count))
  }
}
