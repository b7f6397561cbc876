/// What a checker has to know of the language; given from outside, so that it can be tested alone.
public struct GlossaryLanguage: Sendable {
  /// A text in traditional characters, its words unchanged.
  public var traditional: @Sendable (String) -> String
  /// A text in simplified characters.
  public var simplified: @Sendable (String) -> String
  /// Whether a character occurs in a Taiwanese word.
  public var isTaiwanese: @Sendable (Unicode.Scalar) -> Bool
  /// How often a word was counted in Taiwanese text; 0 for one that is not in the list.
  public var wordCount: @Sendable (String) -> Int

  public init(
    traditional: @escaping @Sendable (String) -> String,
    simplified: @escaping @Sendable (String) -> String,
    isTaiwanese: @escaping @Sendable (Unicode.Scalar) -> Bool,
    wordCount: @escaping @Sendable (String) -> Int
  ) {
    self.traditional = traditional
    self.simplified = simplified
    self.isTaiwanese = isTaiwanese
    self.wordCount = wordCount
  }
}
