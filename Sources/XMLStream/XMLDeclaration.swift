/// What the first line of a document says, and what its bytes are.
public struct XMLDeclaration: Hashable, Sendable {
  /// As declared, `1.0` where nothing is: `1.1` is read as 1.0.
  public var version: String
  /// As declared; `nil` where nothing is.
  public var declaredEncoding: String?
  /// What the bytes were read as: `UTF-16LE`, `BIG5`.
  public var encoding: String
  /// Whether a byte order mark stood first.
  public var hasByteOrderMark: Bool
  /// `nil` where nothing is declared.
  public var standalone: Bool?
}
