/// One token of a segment, and where it stands in the segment's text.
public struct SegmentToken: Hashable, Sendable {
  /// UTF-8 offsets; equal for a code.
  public var start: UInt32
  public var end: UInt32
  public var kind: TokenKind
  /// The kind of a code, else 0.
  var code: UInt8 = 0
  /// The scalar of a token that is one scalar, else 0.
  var scalar: UInt32 = 0

  /// UTF-8 offsets into the segment's text; empty for a code.
  public var range: Range<Int> { Int(start)..<Int(end) }
}
