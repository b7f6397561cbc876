import Lookup
import TermModel

/// Answers as `yiming lookup` prints them.
enum LookupText {
  // MARK: For people

  /// Ends with a line break.
  static func text(_ answer: LookupAnswer, withQuery: Bool) -> String {
    let query = Message.shown(answer.query)
    guard !answer.results.isEmpty else {
      let hint =
        answer.suggestions.isEmpty
        ? "" : "; did you mean \(answer.suggestions.joined(separator: ", "))?"
      return "\(query): nothing found\(hint)\n"
    }
    var text = withQuery ? "\(query):\n" : ""
    for (index, result) in answer.results.enumerated() {
      text += block(result, rank: index + 1)
    }
    return text
  }

  /// Two to four lines: the forms and the English, then what else is known.
  private static func block(_ result: LookupResult, rank: Int) -> String {
    let concept = result.concept
    let number = String(rank)
    let margin = String(repeating: " ", count: max(0, 2 - number.count))
    var lines = [margin + number + "  " + heading(concept)]
    if let regions = regions(concept) { lines.append(regions) }
    lines.append(facts(result))
    if !concept.note.isEmpty { lines.append(concept.note) }
    return lines.joined(separator: "\n    ") + "\n"
  }

  /// `川普, 唐納·川普 = Donald Trump, Donald J. Trump; later Trump`
  private static func heading(_ concept: Concept) -> String {
    let taiwan = concept.terms(in: .taiwan)
    let first = taiwan.isEmpty ? concept.terms.filter { $0.language.isChinese } : taiwan
    let english = concept.english.joined(separator: ", ")
    let short = concept.englishShort
    let later = short.isEmpty || short == concept.english.first ? "" : "; later \(short)"
    return "\(joined(first)) = \(english)\(later)"
  }

  /// The terms of the other regions where they differ from Taiwan's, and what is not to be used.
  private static func regions(_ concept: Concept) -> String? {
    var parts: [String] = []
    let taiwan = Set(concept.terms(in: .taiwan).map(\.text))
    for (label, language) in [("HK", LanguageTag.hongKong), ("CN", .mainland)] {
      let terms = concept.terms(in: language)
      guard !terms.isEmpty, !terms.allSatisfy({ taiwan.contains($0.text) }) else { continue }
      parts.append("\(label) \(joined(terms))\(terms.allSatisfy(\.isDerived) ? " (derived)" : "")")
    }
    for status in [TermStatus.deprecated, .forbidden] {
      let terms = concept.terms.filter { $0.status == status && !$0.isDerived }
      if !terms.isEmpty { parts.append("\(status.rawValue) \(joined(terms))") }
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// `person · reading of 川普 · core · politics`
  private static func facts(_ result: LookupResult) -> String {
    let concept = result.concept
    var parts: [String] = []
    if let kind = concept.kind { parts.append(kind.rawValue) }
    parts.append(reason(result))
    parts.append(concept.source.isEmpty ? result.layer : "\(result.layer) (\(concept.source))")
    if !concept.domain.isEmpty { parts.append(concept.domain) }
    return parts.joined(separator: " · ")
  }

  private static func reason(_ result: LookupResult) -> String {
    switch result.match {
    case .exact: "exact: \(result.matched)"
    case .prefix: "begins so: \(result.matched)"
    case .reading: "sounds so: \(result.matched)"
    case .initials: "initials of \(result.matched)"
    case .part: "part of \(result.matched)"
    case .near: "near to \(result.matched)"
    }
  }

  private static func joined(_ terms: [Term]) -> String {
    terms.map(\.text).joined(separator: ", ")
  }

  // MARK: For programs

  /// DESIGN.md, "Command line": one object a query.
  static func json(_ answer: LookupAnswer) -> JSONValue {
    .object([
      ("query", .string(answer.query)),
      ("results", .array(answer.results.enumerated().map { json($1, rank: $0 + 1) })),
      ("suggestions", .strings(answer.suggestions)),
    ])
  }

  private static func json(_ result: LookupResult, rank: Int) -> JSONValue {
    let concept = result.concept
    var members: [(String, JSONValue)] = [
      ("concept", .string(concept.id)), ("rank", .number(rank)),
      ("match", .string(result.match.rawValue)), ("matched", .string(result.matched)),
    ]
    if let kind = concept.kind { members.append(("kind", .string(kind.rawValue))) }
    members.append(("english", .strings(concept.english)))
    members.append(("short", .string(concept.englishShort)))
    let chinese = concept.terms.filter { $0.language.isChinese }
    members.append(("terms", .array(chinese.map(json))))
    members.append(("source", .string(result.layer)))
    for (name, text) in [("domain", concept.domain), ("note", concept.note)] where !text.isEmpty {
      members.append((name, .string(text)))
    }
    if !concept.source.isEmpty { members.append(("origin", .string(concept.source))) }
    return .object(members)
  }

  private static func json(_ term: Term) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("text", .string(term.text)), ("language", .string(term.language.description)),
      ("status", .string(term.status.rawValue)),
    ]
    if term.type != .fullForm { members.append(("type", .string(term.type.rawValue))) }
    if term.isDerived { members.append(("derived", .bool(true))) }
    return .object(members)
  }
}
