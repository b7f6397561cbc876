/// Finds the mentions of names in a document.
///
/// The annotator sees only this, so that recognition can be replaced alone, and tested alone.
public protocol TermRecognising: Sendable {
  /// - Parameters:
  ///   - pieces: what of `source` is text, in order; ranges do not overlap.
  ///   - source: the whole document, UTF-8.
  /// - Returns: mentions inside the pieces. A mention never begins or ends inside a character or
  ///   inside a piece that is `decoded`.
  func mentions(
    in pieces: [TextPiece], of source: [UInt8], options: RecognitionOptions
  ) -> RecognisedText
}
