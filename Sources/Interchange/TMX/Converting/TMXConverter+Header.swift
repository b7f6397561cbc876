import TermModel
import XMLStream

extension TMXConverter {
  /// Attributes that a unit takes from the header where it says nothing itself. TMX 1.4b, "tu".
  private static var fallbacks: [TMXAttribute] {
    [.srclang, .segtype, .datatype, .memoryFormat, .originalEncoding]
  }

  /// Keeps what the header that is written says for all units.
  func keepCommon(_ tape: borrowing XMLTape, _ header: XMLNode) {
    guard isMerging else { return }
    for attribute in Self.fallbacks {
      guard let node = tape.attribute(rewriter.vocabulary.name(attribute), of: header) else {
        continue
      }
      common[attribute] = Self.comparable(tape.string(node))
    }
  }

  /// A further document's header: what it says otherwise than the first, its units say themselves.
  func inherit(from tag: TMXPiece) {
    if hasOwnHeader { return }
    hasOwnHeader = true
    rewriter.inherited = []
    tag.withTape { tape in
      guard let header = tape.first else { return }
      for attribute in Self.fallbacks {
        let node = tape.attribute(rewriter.vocabulary.name(attribute), of: header)
        var value = node.map { Self.comparable(tape.string($0)) } ?? []
        if value.isEmpty { value = Self.unsaid(attribute, options) }
        // A value that is none would make the unit invalid.
        let isBad =
          attribute == .segtype
          && !TMXValue.isSegmentation(String(decoding: value, as: UTF8.self))
        if !value.isEmpty, !isBad, value != common[attribute] {
          rewriter.inherited.append((attribute, value))
        }
      }
    }
  }

  /// A further document without a header: its units are not of the first one's source language.
  func inheritNothing() {
    hasOwnHeader = true
    let value = Self.unsaid(.srclang, options)
    rewriter.inherited = value == common[.srclang] ? [] : [(.srclang, value)]
  }

  /// `*all*` is one value in any case.
  private static func comparable(_ value: String) -> [UInt8] {
    Array((TMXLanguage.isAny(value) ? TMXLanguage.any : value).utf8)
  }

  private static func unsaid(_ attribute: TMXAttribute, _ options: TMXConversionOptions) -> [UInt8]
  {
    attribute == .srclang ? Array((options.sourceLanguage ?? TMXLanguage.any).utf8) : []
  }

  /// A child of the first document's header.
  func write(headerPart piece: TMXPiece) throws {
    if options.isStrict, !isInStrictHeader { return }
    buffer.removeAll()
    if options.isStrict {
      scratch.tape.removeAll()
      let isWritten = piece.withTape { tape in
        tape.first.map { rewriter.headerPart($0, tape, to: &scratch.tape) } ?? false
      }
      if !isWritten { return }
      scratch.tape.appendCanonical(to: &buffer)
    } else {
      piece.withTape { $0.appendCanonical(to: &buffer, context: .inside(piece.scope)) }
    }
    if isMerging { seenHeaderParts.insert(Self.hash(buffer)) }
    try frame.write(buffer)
  }

  /// What further documents have in their headers and the first has not.
  func writeFurtherParts() throws {
    guard let readFurtherHeaders else { return }
    try readFurtherHeaders { [self] piece in
      guard piece.element != nil else { return }
      let vocabulary = piece.vocabulary
      var other = TMXRewriter(options, vocabulary, log: rewriter.log)
      let tape = TMXScratch(vocabulary)
      let isWritten = piece.withTape { source in
        source.first.map { other.headerPart($0, source, to: &tape.tape) } ?? false
      }
      rewriter.log = other.log
      if !isWritten { return }
      buffer.removeAll()
      let context = options.isStrict ? .alone : XMLCanonicalContext.part(of: piece.scope)
      tape.tape.appendCanonical(to: &buffer, context: context)
      guard seenHeaderParts.insert(Self.hash(buffer)).inserted else { return }
      try frame.write("\n    ")
      try frame.write(buffer)
    }
  }

  static func hash(_ buffer: borrowing XMLByteBuffer) -> UnitHash { UnitHash(buffer.span) }
}
