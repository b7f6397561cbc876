import XMLStream

/// Where a conversion's markup goes: into one file, or into a file for each pair.
///
/// What stands before the first unit is written first into every file, what stands after the body
/// last; both are held for that where they must be.
final class TMXFrame {
  /// Files of a split.
  static let mostFiles = 200

  private struct File {
    var pair: TMXLanguagePair?
    var writer: XMLWriter
    var units = 0
  }

  private let open: (TMXLanguagePair?) throws -> any XMLSink
  private let document: String
  private let splits: Bool
  private var files: [File] = []
  private var places: [TMXLanguagePair: Int] = [:]
  private var prologue: [UInt8] = []
  private var epilogue: [UInt8] = []
  /// Whether units have begun, so that a file can be opened.
  private var hasBegun = false
  /// Whether markup is to come after all units: more documents follow.
  var holds = false

  init(
    document: String, splits: Bool, open: @escaping (TMXLanguagePair?) throws -> any XMLSink
  ) throws {
    self.document = document
    self.splits = splits
    self.open = open
    if !splits {
      files.append(File(pair: nil, writer: XMLWriter(to: try open(nil), document: document)))
    }
  }

  func write(_ markup: borrowing XMLByteBuffer) throws {
    if !splits, !holds {
      try files[0].writer.markup(markup.span)
    } else {
      hold(markup.bytes)
    }
  }

  func write(_ markup: some Sequence<UInt8>) throws {
    if !splits, !holds {
      try files[0].writer.markup(Array(markup))
    } else {
      hold(markup)
    }
  }

  func write(_ markup: String) throws { try write(markup.utf8) }

  private func hold(_ markup: some Sequence<UInt8>) {
    if splits, !hasBegun {
      prologue.append(contentsOf: markup)
    } else {
      epilogue.append(contentsOf: markup)
    }
  }

  /// From here on come units.
  func begin() { hasBegun = true }

  func write(
    unit: borrowing XMLByteBuffer, after space: borrowing XMLByteBuffer, pair: TMXLanguagePair?
  ) throws {
    let index = try pair.map { try place(of: $0) } ?? 0
    try files[index].writer.markup(space.span)
    try files[index].writer.markup(unit.span)
    files[index].units += 1
  }

  /// A comment among the units of a further document.
  func write(further piece: TMXPiece, after space: borrowing XMLByteBuffer) throws {
    if splits { return }
    try files[0].writer.markup(space.span)
    try piece.withTape { try files[0].writer.write($0, context: .alone) }
  }

  private func place(of pair: TMXLanguagePair) throws -> Int {
    if let known = places[pair] { return known }
    if files.count == Self.mostFiles {
      throw TMXError(.tooManyPairs, nil, ["count": "\(Self.mostFiles)"])
    }
    hasBegun = true
    let writer = XMLWriter(to: try open(pair), document: document)
    try writer.markup(prologue)
    files.append(File(pair: pair, writer: writer))
    places[pair] = files.count - 1
    return files.count - 1
  }

  /// What ends a body that units of all documents went into.
  func finishBody(_ markup: String) throws {
    holds = false
    try write(markup)
  }

  func finish() throws -> [TMXConversionReport.File] {
    for file in files {
      try file.writer.markup(epilogue)
      try file.writer.finish()
    }
    return files.map { TMXConversionReport.File(pair: $0.pair, units: $0.units) }
  }
}
