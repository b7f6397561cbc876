import TermModel
import TermRecognition

/// Writes one JSON object for the document, on one line.
struct JSONRenderer: MentionRenderer {
  private let source: [UInt8]
  private let options: AnnotationOptions
  private let marks: GlossMarks
  private let output: any ByteOutput
  private var counter = LineCounter()
  private var isFirst = true

  init(
    _ source: SourceText, document: String, options: AnnotationOptions, marks: GlossMarks,
    into output: any ByteOutput
  ) throws {
    self.source = source.utf8
    self.options = options
    self.marks = marks
    self.output = output
    var json = JSONText()
    json.raw("{\"document\": ")
    json.string(document)
    json.raw(", \"mentions\": [")
    try output.write(json.bytes[...])
  }

  mutating func take(_ mentions: [ChosenMention], in section: DocumentSection) throws {
    var json = JSONText()
    for item in mentions {
      if item.mention.verdict != .accepted, !options.recognition.keepsAllVerdicts { continue }
      if !isFirst { json.raw(", ") }
      isFirst = false
      write(item, to: &json)
      if json.bytes.count > 65_536 {
        try output.write(json.bytes[...])
        json.bytes.removeAll(keepingCapacity: true)
      }
    }
    try output.write(json.bytes[...])
  }

  mutating func finish(_ end: DocumentEnd) throws { try output.write("]}\n") }

  private mutating func write(_ item: ChosenMention, to json: inout JSONText) {
    let range = item.mention.range
    // Candidates come by their start, so only their ends are counted apart.
    counter.advance(to: range.lowerBound, in: source)
    var end = counter
    end.advance(to: range.upperBound, in: source)
    let name = item.name
    json.raw("{\"start\": ")
    json.number(counter.scalars)
    json.raw(", \"end\": ")
    json.number(end.scalars)
    json.raw(", \"line\": ")
    json.number(counter.line)
    json.raw(", \"text\": ")
    json.string(String(decoding: source[range], as: UTF8.self))
    optional("english", name.english, to: &json)
    optional("short", name.short, to: &json)
    if options.recognition.direction == .englishToChinese {
      optional("chinese", name.chinese, to: &json)
    }
    if name.concepts.count == 1 {
      optional("concept", name.concepts[0], to: &json)
    } else if name.concepts.count > 1 {
      json.raw(", \"concepts\": ")
      json.strings(name.concepts)
    }
    optional("kind", name.kind?.rawValue ?? "", to: &json)
    if !item.mention.regions.isEmpty {
      json.raw(", \"regions\": ")
      json.strings(item.mention.regions.map(\.language.description))
    }
    optional("verdict", item.mention.verdict.rawValue, to: &json)
    json.raw(", \"score\": ")
    json.number(item.mention.score)
    json.raw(", \"alreadyGlossed\": ")
    json.bool(item.isGlossed)
    json.raw(", \"annotated\": ")
    json.bool(item.decision == .annotated)
    if item.decision == .annotated {
      optional("inserted", marks.parenthetical(item.gloss), to: &json)
    }
    json.raw(", \"evidence\": [")
    for (index, evidence) in item.mention.evidence.enumerated() {
      json.raw(index > 0 ? ", {\"what\": " : "{\"what\": ")
      json.string(evidence.what)
      json.raw(", \"nats\": ")
      json.number(evidence.nats)
      json.raw("}")
    }
    json.raw("]")
    optional("source", name.source, to: &json)
    json.raw("}")
  }

  /// What does not apply is left out.
  private func optional(_ key: StaticString, _ value: String, to json: inout JSONText) {
    guard !value.isEmpty else { return }
    json.raw(", \"")
    json.raw(key)
    json.raw("\": ")
    json.string(value)
  }
}
