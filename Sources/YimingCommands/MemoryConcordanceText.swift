import Store
import TermModel
import TranslationMemory
import Workspace

/// The units that contain a word, as `yiming memory concordance` prints them.
struct MemoryConcordanceText {
  let word: String
  let units: [ConcordanceMatch]
  /// Where the next page begins.
  let next: Int?

  /// Characters of a long segment that are shown on each side of the word.
  private static let reach = 120

  // MARK: For people

  /// Ends with a line break.
  func text(withWord: Bool) -> String {
    let word = TerminalText.safe(word)
    guard !units.isEmpty else { return "\(word): nothing found\n" }
    var text = withWord ? "\(word):\n" : ""
    for unit in units { text += Self.block(unit) }
    if let next { text += "more: --after \(next)\n" }
    return text
  }

  private static func block(_ match: ConcordanceMatch) -> String {
    var facts = ["\(TerminalText.safe(match.memory.name)) \(match.number)"]
    let history = MemoryHistory(of: match.unit, variant: nil)
    if let date = history.date { facts.append(TerminalText.safe(date)) }
    if let author = history.author { facts.append(TerminalText.safe(author)) }
    var lines = [TerminalText.styled(facts.joined(separator: " · "), .faint)]
    let width = match.segments.map { $0.segment.language.unicodeScalars.count }.max() ?? 0
    for (segment, ranges) in match.segments {
      let language = TerminalText.safe(segment.language)
      let space = String(repeating: " ", count: max(0, width - language.unicodeScalars.count) + 2)
      lines.append("    \(TerminalText.styled(language, .faint))\(space)\(line(segment, ranges))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The segment with the words marked; of a long one what stands round the first.
  private static func line(_ segment: UnitSegment, _ ranges: [Range<Int>]) -> String {
    let utf8 = segment.flat.utf8
    let (start, end) = window(utf8, ranges.first ?? 0..<0)
    var text = start > 0 ? "…" : ""
    var at = start
    func part(_ range: Range<Int>) -> String {
      TerminalText.safe(String(decoding: utf8[range], as: UTF8.self))
    }
    for range in ranges where range.lowerBound >= at && range.upperBound <= end {
      text += part(at..<range.lowerBound) + TerminalText.styled(part(range), .highlight)
      at = range.upperBound
    }
    return text + part(at..<end) + (end < utf8.count ? "…" : "")
  }

  /// UTF-8 offsets at the edges of scalars.
  private static func window(_ utf8: [UInt8], _ range: Range<Int>) -> (start: Int, end: Int) {
    var start = range.lowerBound
    var end = range.upperBound
    var count = 0
    while start > 0, count < reach {
      start -= 1
      if utf8[start] & 0xC0 != 0x80 { count += 1 }
    }
    // A segment that is only a little longer is shown as it is.
    if count < reach || start <= 24 { start = 0 }
    count = 0
    while end < utf8.count, count <= reach * (range.isEmpty ? 2 : 1) {
      end += 1
      if end == utf8.count || utf8[end] & 0xC0 != 0x80 { count += 1 }
    }
    return (start, utf8.count - end <= 24 ? utf8.count : end)
  }

  // MARK: For programs

  /// One object a word; offsets are those of Unicode scalars.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("word", .string(word)), ("units", .array(units.map(Self.json))),
    ]
    if let next { members.append(("next", .number(next))) }
    return .object(members)
  }

  private static func json(_ match: ConcordanceMatch) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("memory", .string(match.memory.name)), ("unit", .number(match.number)),
      (
        "segments",
        .array(
          match.segments.map { segment, ranges in
            let offsets = ScalarOffsets(segment.flat.utf8)
            return .object([
              ("language", .string(segment.language)), ("text", .string(segment.text)),
              ("found", .array(ranges.map(offsets.json))),
            ])
          })
      ),
    ]
    members += MemoryHistory(of: match.unit, variant: nil).json
    let context = UnitContext(match.unit)
    if let id = context.id { members.append(("tuid", .string(id))) }
    if let document = context.document { members.append(("document", .string(document))) }
    return .object(members)
  }
}
