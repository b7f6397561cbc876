/// How much of anything a document may have before the reading ends with an error. What each stands
/// against is a file made to exhaust the reader; a real memory stays far below all of them.
public struct XMLLimits: Hashable, Sendable {
  /// Elements inside each other.
  public var depth = 256
  /// Bytes of one start tag with its attributes, as UTF-8. libxml2 compares each attribute of a tag
  /// with each, so that this bounds time too.
  public var startTagBytes = 256 << 10
  /// Attributes of one element.
  public var attributes = 1000
  /// Namespaces that are declared at one place, on an element and on those around it.
  public var namespaces = 100
  /// Bytes of one run of text, entities resolved: from markup to markup.
  public var textBytes = 8 << 20
  /// Bytes of one comment, processing instruction or CDATA section.
  public var markupBytes = 1 << 20
  /// Bytes of the document type declaration with its internal subset.
  public var doctypeBytes = 64 << 10
  /// Different names of elements, attributes and processing instructions in a document.
  public var names = 10_000
  /// Bytes that an ``XMLPieceCollector`` holds of one piece: a translation unit, say.
  public var pieceBytes = 32 << 20
  /// Bytes of default attributes (from an internal subset) for each byte read, beyond the first
  /// 64 KiB: the one amplification that XML has besides entities, which are refused.
  public var amplification = 4
  /// Bytes that a compressed file may unfold to.
  public var unpackedBytes = 16 << 30
  /// How many times its own size a compressed file may unfold to, beyond the first 16 MiB.
  public var unpackedRatio = 200

  public init() {}

  /// The largest that ``startTagBytes``, ``markupBytes`` and ``doctypeBytes`` can be raised to:
  /// libxml2 itself ends at 10,000,000 bytes.
  public static let largestMarkup = 9_000_000
}
