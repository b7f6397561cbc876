/// A part of a document that is read as text.
///
/// Pieces stand in the order of reading. A piece that continues the one before it makes one text
/// with it, although something that is no text (a tag, a comment) stands between them.
public struct TextPiece: Hashable, Sendable {
  /// UTF-8 offsets into the document.
  public var range: Range<Int>
  /// Counted from 0; pieces of one paragraph have one number.
  public var paragraph: Int
  /// Whether the text flows on from the previous piece without a break.
  public var continuesPrevious: Bool
  /// What the piece says where the document spells it in another way: `&` for `&amp;`.
  public var decoded: String?

  public init(
    range: Range<Int>, paragraph: Int, continuesPrevious: Bool = false, decoded: String? = nil
  ) {
    self.range = range
    self.paragraph = paragraph
    self.continuesPrevious = continuesPrevious
    self.decoded = decoded
  }
}
