import TermModel
import TranslationMemory

/// What makes a query out of a found segment, for people and for programs.
struct DifferenceText {
  private let query: FuzzyQuery
  private let segment: FlatSegment
  private let script: EditScript

  init(query: FuzzyQuery, segment: FlatSegment) {
    self.query = query
    self.segment = segment
    script = EditScript(query: query, segment: FuzzyQuery(segment))
  }

  /// On one line: with colours on a terminal, else `第[-3-]{+5+}條`.
  var line: String {
    var text = ""
    var (atSegment, atQuery) = (0, 0)
    for step in script.steps {
      let found = part(segment.utf8, step.segment)
      let wanted = part(query.segment.utf8, step.query)
      // White space between tokens belongs to no step.
      if step.kind == .inserted {
        text += part(query.segment.utf8, atQuery..<max(atQuery, step.query.lowerBound))
      } else {
        text += part(segment.utf8, atSegment..<max(atSegment, step.segment.lowerBound))
        atSegment = step.segment.upperBound
      }
      if step.kind != .deleted { atQuery = step.query.upperBound }
      switch step.kind {
      case .kept: text += found
      case .altered: text += marked(found, deleted: true) + marked(wanted, deleted: false)
      case .deleted: text += marked(found, deleted: true)
      case .inserted: text += marked(wanted, deleted: false)
      }
    }
    return text
  }

  private func part(_ utf8: [UInt8], _ range: Range<Int>) -> String {
    TerminalText.safe(String(decoding: utf8[range], as: UTF8.self))
  }

  private func marked(_ text: String, deleted: Bool) -> String {
    // A code has no text.
    let text = text.isEmpty ? "‹›" : text
    if TerminalText.isColoured { return TerminalText.styled(text, deleted ? .deleted : .inserted) }
    return deleted ? "[-\(text)-]" : "{+\(text)+}"
  }

  /// The steps, with offsets of Unicode scalars.
  var json: JSONValue {
    let ofQuery = ScalarOffsets(query.segment.utf8)
    let ofSegment = ScalarOffsets(segment.utf8)
    return .array(
      script.steps.map { step in
        .object([
          ("kind", .string(step.kind.rawValue)), ("query", ofQuery.json(step.query)),
          ("source", ofSegment.json(step.segment)),
        ])
      })
  }
}
