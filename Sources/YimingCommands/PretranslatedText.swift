import Interchange
import Store
import TermModel
import TranslationMemory
import Workspace

/// Writes the segments of a text with what was found for them.
struct PretranslatedText {
  private let format: PretranslationFormat
  private let output: StreamedOutput
  private let pair: (from: LanguageTag, to: LanguageTag)
  private let writer: TMXWriter?

  init(
    _ format: PretranslationFormat, to output: StreamedOutput,
    _ pair: (from: LanguageTag, to: LanguageTag)
  ) throws {
    self.format = format
    self.output = output
    self.pair = pair
    writer = format == .tmx ? TMXWriter(to: output, document: "-") : nil
  }

  /// The lines of a text, without the line break at its end.
  static func lines(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  func write(_ segments: [String], _ job: Pretranslation) throws {
    if format == .tsv { try write(["source", "target", "score", "memory", "unit"]) }
    try writer?.begin(
      MemoryHeader(
        tool: "Yiming", toolVersion: ProgramVersion.current, sourceLanguage: pair.from.description))
    // Blank lines are no neighbours.
    let texts = segments.map { FlatSegment($0) }
    let blank = segments.map { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    let places = segments.indices.filter { !blank[$0] }
    var contexts = [SegmentContext](repeating: SegmentContext(), count: segments.count)
    for (before, after) in zip(places, places.dropFirst()) {
      contexts[before].after = texts[after]
      contexts[after].before = texts[before]
    }
    for start in stride(from: 0, to: segments.count, by: Pretranslation.group) {
      let range = start..<min(start + Pretranslation.group, segments.count)
      let filled = range.filter { !blank[$0] }
      let items = filled.map {
        Pretranslation.Item(
          segment: texts[$0], context: contexts[$0], from: pair.from, to: pair.to)
      }
      let found = Dictionary(uniqueKeysWithValues: zip(filled, try job.matches(for: items)))
      for index in range { try write(segments[index], found[index] ?? nil, isBlank: blank[index]) }
    }
    try writer?.finish()
  }

  private func write(_ source: String, _ match: MemoryMatch?, isBlank: Bool) throws {
    let target = match?.targets.first?.text ?? ""
    switch format {
    case .text: try output.write(Array((MemorySearchText.cell(target) + "\n").utf8))
    case .tsv:
      if isBlank { return }
      let score = match.map { MemorySearchText.hundredths($0.score.score) }
      try write([
        source, target, score.map { JSONValue.decimal(hundredths: $0) } ?? "",
        match?.memory.name ?? "", match.map { "\($0.number)" } ?? "",
      ])
    case .tmx:
      if isBlank { return }
      var unit = TranslationUnit([(pair.from.description, source)])
      if let match {
        unit.content.append(
          .variant(TranslationUnitVariant(match, language: pair.to, like: unit.tag)))
      }
      try writer?.write(unit)
    }
  }

  private func write(_ cells: [String]) throws {
    try output.write(Array((cells.map(MemorySearchText.cell).joined(separator: "\t") + "\n").utf8))
  }
}
