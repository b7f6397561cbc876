extension XMLLimits {
  /// A limit as the command line names it.
  public struct Named: Sendable {
    /// `text`
    public let name: String
    /// What is counted, for help.
    public let what: String
    public let path: any (WritableKeyPath<XMLLimits, Int> & Sendable)
  }

  /// All limits, for help and for options that raise them.
  public static let named: [Named] = [
    Named(name: "depth", what: "elements inside each other", path: \.depth),
    Named(name: "tag", what: "bytes of a start tag with its attributes", path: \.startTagBytes),
    Named(name: "attributes", what: "attributes of an element", path: \.attributes),
    Named(name: "namespaces", what: "namespaces declared at one place", path: \.namespaces),
    Named(name: "text", what: "bytes of a text between two tags", path: \.textBytes),
    Named(
      name: "markup", what: "bytes of a comment, instruction or CDATA section", path: \.markupBytes),
    Named(name: "doctype", what: "bytes of the document type declaration", path: \.doctypeBytes),
    Named(name: "names", what: "different names in a document", path: \.names),
    Named(name: "unit", what: "bytes of a translation unit in memory", path: \.pieceBytes),
    Named(name: "unpacked", what: "bytes that a packed file unfolds to", path: \.unpackedBytes),
    Named(
      name: "ratio", what: "times its size that a packed file unfolds to", path: \.unpackedRatio),
  ]
}
