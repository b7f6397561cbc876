/// One form of a concept in one language.
public struct Term: Hashable, Sendable {
  public var text: String
  public var language: LanguageTag
  public var status: TermStatus
  public var type: TermType
  /// Whether nobody wrote this term: it is another region's term in this region's script.
  public var isDerived: Bool

  public init(
    _ text: String, language: LanguageTag, status: TermStatus = .admitted,
    type: TermType = .fullForm, isDerived: Bool = false
  ) {
    self.text = text
    self.language = language
    self.status = status
    self.type = type
    self.isDerived = isDerived
  }
}
