public import TermRecognition

/// Writes a document with the names of the other language beside its own.
///
///     let text = try SourceText(bytes, document: "a.txt")
///     let annotator = Annotator(recogniser: recogniser, options: AnnotationOptions())
///     try annotator.annotate(text, format: .plain, document: "a.txt", into: output)
///
/// Apart from what is inserted, the output is the document byte for byte. Annotating what was
/// annotated changes nothing, in every format but `ansi` and `json`.
public struct Annotator: Sendable {
  private let recogniser: any TermRecognising
  public let options: AnnotationOptions

  public init(recogniser: any TermRecognising, options: AnnotationOptions) {
    self.recogniser = recogniser
    self.options = options
  }

  /// - Parameters:
  ///   - document: the name under which errors and JSON speak of it.
  ///   - progress: told after each section how many bytes of the text are done.
  /// - Complexity: O(*n*) beside what the recogniser takes. Memory beside the text itself: the
  ///   pieces, mentions and insertions of one section of `options.sectionBytes`. A plain file of
  ///   50 MB with 675,000 mentions took 86 MB in all with `first` and 142 MB with `all`
  ///   (2026-11-22).
  /// - Throws: ``AnnotationError`` with `formatMismatch` before anything is written, or
  ///   `unwritableCharacter`; and what `output` throws.
  @discardableResult
  public func annotate(
    _ source: SourceText, format: InputFormat, document: String, into output: any ByteOutput,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> AnnotationSummary {
    try annotate(
      source, format: format, document: document, into: output, progress: progress, observer: nil)
  }

  func annotate(
    _ source: SourceText, format: InputFormat, document: String, into output: any ByteOutput,
    progress: @escaping (Int) -> Void = { _ in },
    observer: ((Insertion, [UInt8]) -> Void)?
  ) throws -> AnnotationSummary {
    guard options.format.inputFormats.contains(format) else {
      throw mismatch(with: format, document: document)
    }
    let direction = options.recognition.direction
    let marks = GlossMarks(of: source.utf8, inputFormat: format, direction: direction)
    var summary = AnnotationSummary()
    var renderer = try renderer(
      for: source, document: document, marks: marks, into: output,
      observer: {
        summary.isChanged = true
        observer?($0, $1)
      })
    var chooser = MentionChooser(source.utf8, options: options)
    var recognition = options.recognition
    if options.format == .json { recognition.explains = true }
    if options.explains {
      recognition.explains = true
      recognition.keepsAllVerdicts = true
    }
    let asked = recognition
    let end = try DocumentScanner.scan(
      source.utf8, format: format, direction: direction, sectionBytes: options.sectionBytes
    ) { section in
      let recognised = recogniser.mentions(in: section.pieces, of: source.utf8, options: asked)
      let chosen = chooser.choose(recognised, in: section, marks: marks)
      for mention in recognised.mentions where mention.verdict == .accepted {
        summary.mentions += 1
      }
      for item in chosen where item.decision == .annotated { summary.annotated += 1 }
      try renderer.take(chosen, in: section)
      progress(section.pieces.last?.range.upperBound ?? 0)
    }
    try renderer.finish(end)
    return summary
  }

  private func renderer(
    for source: SourceText, document: String, marks: GlossMarks, into output: any ByteOutput,
    observer: @escaping (Insertion, [UInt8]) -> Void
  ) throws -> any MentionRenderer {
    if options.format == .json {
      return try JSONRenderer(
        source, document: document, options: options, marks: marks, into: output)
    }
    if options.explains {
      return try ExplanationRenderer(source, document: document, options: options, into: output)
    }
    let weaver = try SourceWeaver(
      source, into: output, document: document, usesReferences: marks.inputFormat == .html,
      writesUTF8: !options.format.keepsEncoding)
    weaver.observer = observer
    return TextRenderer(source, options: options, marks: marks, weaver: weaver)
  }

  private func mismatch(with format: InputFormat, document: String) -> AnnotationError {
    let possible = AnnotationFormat.allCases.filter { $0.inputFormats.contains(format) }
    let input =
      switch format {
      case .plain: "plain text"
      case .markdown: "Markdown"
      case .html: "HTML"
      }
    return AnnotationError(
      .formatMismatch, in: document,
      [
        "format": options.format.rawValue, "input": input,
        "possible": possible.map(\.rawValue).joined(separator: ", "),
      ])
  }
}
