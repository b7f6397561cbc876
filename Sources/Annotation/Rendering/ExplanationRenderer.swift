import TermModel
import TermRecognition

/// Writes, for each candidate of a document, what was decided and why.
struct ExplanationRenderer: MentionRenderer {
  private let source: [UInt8]
  private let options: AnnotationOptions
  private let output: any ByteOutput
  private var counter = LineCounter()
  private var isEmpty = true

  init(
    _ source: SourceText, document: String, options: AnnotationOptions,
    into output: any ByteOutput
  ) throws {
    self.source = source.utf8
    self.options = options
    self.output = output
    try output.write("\(Message.shown(document))\n")
  }

  mutating func take(_ mentions: [ChosenMention], in section: DocumentSection) throws {
    var lines = ""
    for item in mentions {
      isEmpty = false
      counter.advance(to: item.mention.range.lowerBound, in: source)
      let text = Message.shown(section.text(of: item.mention.range, in: source))
      let gloss = Message.shown(item.gloss)
      lines += "  line \(Self.padded("\(counter.line)", 5)) \(Self.padded(text, 14))  "
      lines += "\(Self.padded(gloss, 24))  \(Self.padded(item.mention.verdict.rawValue, 9))"
      lines += " \(Self.signed(item.mention.score))  \(item.decision.rawValue)\n"
      for evidence in item.mention.evidence {
        lines += "        \(Self.signed(evidence.nats))  \(Message.shown(evidence.what))\n"
      }
    }
    try output.write(lines)
  }

  mutating func finish(_ end: DocumentEnd) throws {
    try output.write(isEmpty ? "  no candidates\n\n" : "\n")
  }

  /// Filled up to a width on the terminal, on which a character of Chinese text takes two columns.
  private static func padded(_ text: String, _ width: Int) -> String {
    let used = text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    return text + String(repeating: " ", count: max(0, width - used))
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      2
    default: scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    }
  }

  /// `+4.0`, `-12.5`: one decimal place, six columns.
  private static func signed(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "     ?" }
    let tenths = Int((abs(value) * 10).rounded())
    let text = "\(value < 0 && tenths > 0 ? "-" : "+")\(tenths / 10).\(tenths % 10)"
    return String(repeating: " ", count: max(0, 6 - text.utf8.count)) + text
  }
}
