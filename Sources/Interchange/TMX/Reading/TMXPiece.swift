public import TermModel
public import XMLStream

/// A part of a TMX file that is at hand as a whole: a start tag, a header's child, a unit, the white
/// space between units.
///
/// It is the reader's and holds the part during the call only.
public final class TMXPiece {
  public let vocabulary: TMXVocabulary
  /// The file's name for messages.
  public let document: String
  /// The innermost element round it; `nil` outside of the root.
  @exclusivity(unchecked) public internal(set) var parent: TMXElement?
  /// Elements round it.
  @exclusivity(unchecked) public internal(set) var depth = 0
  /// The namespaces that are declared round it.
  @exclusivity(unchecked) public internal(set) var scope = XMLNamespaceScope()
  private unowned let collector: XMLPieceCollector

  init(vocabulary: TMXVocabulary, document: String, collector: XMLPieceCollector) {
    self.vocabulary = vocabulary
    self.document = document
    self.collector = collector
  }

  /// The part itself.
  public var tape: XMLTape { _read { yield collector.tape } }

  /// Calls `body` with the tape: the quick way for more than one question.
  public func withTape<Answer>(_ body: (borrowing XMLTape) throws -> Answer) rethrows -> Answer {
    try body(collector.tape)
  }

  /// Where it begins, from 1.
  public var line: Int { withTape { tape in tape.first.map { tape.line($0) } ?? 1 } }
  public var place: SourcePlace { SourcePlace(document: document, line: line) }

  /// What it is; `nil` where it is no element.
  public var element: TMXElement? {
    withTape { tape in
      guard let first = tape.first, tape.kind(first) == .element else { return nil }
      return vocabulary.element(tape.name(first))
    }
  }

  /// Canonical XML 1.0 with comments, UTF-8, of the part as it stands in its document: what is
  /// declared round it is not repeated.
  public var canonical: [UInt8] {
    var buffer = XMLByteBuffer()
    withTape { $0.appendCanonical(to: &buffer, context: .inside(scope)) }
    return buffer.bytes
  }

  /// Whether it is white space between elements.
  public var isWhiteSpace: Bool {
    withTape { tape in
      guard let first = tape.first, tape.kind(first) == .text else { return false }
      return tape.value(first).isWhiteSpace
    }
  }
}

extension Span<UInt8> {
  /// Whether nothing but XML's white space stands in it (XML 1.0, 2.3).
  var isWhiteSpace: Bool {
    for index in indices {
      let byte = self[index]
      guard byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D else { return false }
    }
    return true
  }
}
