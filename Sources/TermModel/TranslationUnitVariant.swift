/// The text of a unit in one language. TMX 1.4b, "tuv".
public struct TranslationUnitVariant: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case note(UnitNote)
    case property(UnitProperty)
    case segment(Segment)
    /// White space, comments, instructions, unknown elements, stray text.
    case other(MarkupNode)
  }

  public var tag: MarkupTag
  public var content: [Content]

  public init(tag: MarkupTag, content: [Content]) {
    self.tag = tag
    self.content = content
  }

  public init(language: String, _ text: String) {
    self.init(
      tag: MarkupTag(attributes: [MarkupAttribute(.xmlLanguage, language)]),
      content: [.segment(Segment(text))])
  }

  /// The language tag as written; `nil` where the file names none.
  public var language: String? {
    get { tag.language }
    set { tag.language = newValue }
  }
  /// The segment; the first, where a file has several against the rule.
  public var segment: Segment? { segments.first }

  public var segments: [Segment] {
    content.compactMap { if case .segment(let segment) = $0 { segment } else { nil } }
  }
  public var notes: [UnitNote] {
    content.compactMap { if case .note(let note) = $0 { note } else { nil } }
  }
  public var properties: [UnitProperty] {
    content.compactMap { if case .property(let property) = $0 { property } else { nil } }
  }
}
