public import TermModel
public import XMLStream

/// The work of `yiming tmx convert`: files in, one file or one for each pair out.
///
///     var conversion = TMXConversion(inputs: ["a.tmx", "b.tmx.gz"], output: "c.tmx")
///     conversion.options.isStrict = true
///     let report = try conversion.run { _ in sink }
///
/// Several inputs are merged: the first one's header with what the headers of the others have
/// besides, then the units of all. Where the header of another file names another source language,
/// segmentation or the like, its units say so themselves.
///
/// An input that must be looked at twice, a further one or any of a strict conversion, and that is no
/// regular file, is copied to a nameless temporary file first (``XMLStream/RereadableInput``).
public struct TMXConversion {
  public var inputs: [String]
  /// The output's name for messages.
  public var output: String
  public var options = TMXConversionOptions()
  public var limits = XMLLimits()

  public init(inputs: [String], output: String) {
    self.inputs = inputs
    self.output = output
  }

  /// That a file cannot be read to its end.
  public struct Broken: Error {
    public let error: any ReportableError
    public let document: String
    /// Units that stand whole before the place of the error.
    public let completeUnits: Int
  }

  /// Reads all inputs and writes the output. Where it throws, the output is not complete.
  ///
  /// - Parameters:
  ///   - progress: is told after each block; what it throws ends the work.
  ///   - open: makes the output; of a split one for each pair.
  /// - Throws: ``Broken``, ``TMXError``, what `progress`, `open` or a sink threw.
  public func run(
    progress: TMXProgress.Report? = nil, open: @escaping (TMXLanguagePair?) throws -> any XMLSink
  ) throws -> TMXConversionReport {
    if inputs.filter({ $0 == "-" }).count > 1 { throw TMXError(.inputTwice, nil) }
    let converter = try TMXConverter(options, document: output, open: open)
    converter.expectsMore = inputs.count > 1
    let limits = limits
    let files = try rereadable(progress)
    let others = files.dropFirst().compactMap(\.self)
    if !others.isEmpty {
      converter.readFurtherHeaders = { take in
        for file in others {
          try HeaderReading(whole: false) { event in
            if case .part(let piece) = event { try take(piece) }
          }
          .read(file, limits)
        }
      }
    }
    for (path, file) in zip(inputs, files) {
      converter.findLateHeader = file.map { file in
        { converter, vocabulary in
          try HeaderReading(whole: true) { event in
            switch event {
            case .open(let tag): try converter.open(.header, tag)
            case .part(let piece): try converter.piece(piece)
            case .close(let line): try converter.close(.header, line: line)
            }
          }
          .read(file, limits, vocabulary)
        }
      }
      converter.beginDocument(path)
      let reader = TMXReader(document: path, limits: limits, consumer: converter)
      do {
        let source = try file?.source() ?? XMLByteSource(path: path, limits: limits)
        try reader.read(source, reporting: progress)
      } catch let error as any ReportableError where Self.isOfFile(error, path) {
        throw Broken(error: error, document: path, completeUnits: reader.unitCount)
      }
    }
    return try converter.finish()
  }
}

extension TMXConversion {
  /// The inputs that are read more than once; `nil` for one that is not.
  private func rereadable(_ progress: TMXProgress.Report?) throws -> [RereadableInput?] {
    try inputs.enumerated().map { index, path in
      guard index > 0 || options.isStrict else { return nil }
      return try RereadableInput(path: path, limits: limits) { bytes in
        try progress?(TMXProgress(document: path, bytes: bytes, totalBytes: nil, units: 0))
      }
    }
  }

  /// Whether an error is the input's, and not that of the output.
  private static func isOfFile(_ error: any ReportableError, _ path: String) -> Bool {
    switch error {
    case let error as XMLProblem:
      ![.missing, .folder, .unreadable, .unwritable].contains(error.code)
    case let error as TMXError: error.code != .tooManyPairs
    default: false
    }
  }
}

/// Reads a file for its header, wherever it stands.
private final class HeaderReading: TMXConsumer {
  enum Event {
    case open(TMXPiece)
    case part(TMXPiece)
    case close(line: Int)
  }

  /// Enough was read.
  private struct Done: Error {}

  /// Whether a header behind the body is looked for too.
  private let whole: Bool
  private let take: (Event) throws -> Void
  private var path: [TMXElement] = []

  init(whole: Bool, take: @escaping (Event) throws -> Void) {
    self.whole = whole
    self.take = take
  }

  func read(
    _ file: RereadableInput, _ limits: XMLLimits, _ vocabulary: TMXVocabulary = TMXVocabulary()
  ) throws {
    do {
      try TMXReader(document: file.path, limits: limits, vocabulary: vocabulary, consumer: self)
        .read(file.source())
    } catch is Done {}
  }

  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    path.append(element)
    if element == .header { try take(.open(tag)) }
    if element == .body, !whole { throw Done() }
  }

  func piece(_ piece: TMXPiece) throws {
    if path.last == .header { try take(.part(piece)) }
  }

  func close(_ element: TMXElement, line: Int) throws {
    path.removeLast()
    if element == .header {
      try take(.close(line: line))
      throw Done()
    }
  }

  func unit(_ unit: TMXUnit) throws {
    if !whole { throw Done() }
  }
}
