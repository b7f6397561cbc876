/// What kind of token stands in a segment.
///
/// - SeeAlso: ``SegmentTokenizer`` for the definition of a token.
public enum TokenKind: UInt8, Hashable, Sendable {
  /// One character of a script that is written without spaces: Han, kana, bopomofo, Thai, …
  case character
  /// Letters of a spaced script with their marks, apostrophes inside included: `don't`.
  case word
  /// Digits, with `.` and `,` between digits: `1,234.56`.
  case number
  /// One punctuation mark or symbol.
  case mark
  /// One inline code.
  case code
  /// Not a token: a run of white space and of characters that do not show.
  case gap
}
