/// A place in a document where the characters of a name stand, and what was decided about it.
public struct Mention: Hashable, Sendable {
  /// UTF-8 offsets into the document; markup inside the mention is inside the range.
  public var range: Range<Int>
  public var paragraph: Int
  /// Index into ``RecognisedText/names``.
  public var name: Int
  public var verdict: Verdict
  /// The sum of the evidence, in nats.
  public var score: Double
  /// UTF-8 offsets of the bracket right after the mention that already says the name in the other
  /// language, from the opening to behind the closing bracket; 」 or 》 may stand between.
  public var gloss: Range<Int>?
  /// The regions that use this form, where Taiwan uses another one of the same name; else empty.
  public var regions: [Region] = []
  /// Empty unless it was asked for.
  public var evidence: [Evidence]

  public init(
    range: Range<Int>, paragraph: Int, name: Int, verdict: Verdict = .accepted, score: Double = 0,
    gloss: Range<Int>? = nil, evidence: [Evidence] = []
  ) {
    self.range = range
    self.paragraph = paragraph
    self.name = name
    self.verdict = verdict
    self.score = score
    self.gloss = gloss
    self.evidence = evidence
  }
}
