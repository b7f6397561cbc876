/// A segment as a search sees it: its text, and where inline codes stand in it.
///
/// For `Click <bpt i="1">&lt;b></bpt>Save<ept i="1">&lt;/b></ept>.` the text is `Click Save.` with a
/// `bpt` at offset 6 and an `ept` at offset 10.
public struct FlatSegment: Hashable, Sendable {
  /// One inline code.
  public struct Code: Hashable, Sendable {
    /// The UTF-8 offset in ``FlatSegment/utf8`` before which the code stands.
    public var offset: Int
    public var kind: InlineCodeKind

    public init(offset: Int, kind: InlineCodeKind) {
      self.offset = offset
      self.kind = kind
    }
  }

  /// The text of the segment and of its `hi`, without the native code of `bpt`, `ept`, `ph`, `it`
  /// and `ut`.
  public var utf8: [UInt8]
  /// By rising offset; several may share one.
  public var codes: [Code]

  public init(utf8: [UInt8], codes: [Code] = []) {
    self.utf8 = utf8
    self.codes = codes
  }

  public init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  public var text: String { String(decoding: utf8, as: UTF8.self) }
}
