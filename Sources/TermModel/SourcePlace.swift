/// Where in what the user gave something stands.
///
///     SourcePlace(document: "names.tsv", line: 12).description   // "names.tsv:12"
public struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
  /// A path as the user gave it, or `-` for standard input.
  public var document: String
  /// From 1; `nil` where the whole document is meant.
  public var line: Int?

  public init(document: String, line: Int? = nil) {
    self.document = document
    self.line = line
  }

  public var description: String { line.map { "\(document):\($0)" } ?? document }
}
