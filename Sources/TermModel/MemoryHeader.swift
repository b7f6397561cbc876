/// What a file says of all its units. TMX 1.4b, "header".
public struct MemoryHeader: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case note(UnitNote)
    case property(UnitProperty)
    case encoding(UserDefinedEncoding)
    /// White space, comments, instructions, unknown elements, stray text.
    case other(MarkupNode)
  }

  public var tag: MarkupTag
  public var content: [Content]

  public init(tag: MarkupTag = MarkupTag(), content: [Content] = []) {
    self.tag = tag
    self.content = content
  }

  /// `srclang`; `*all*`: any language may be the source.
  public var sourceLanguage: String? {
    get { tag["srclang"] }
    set { tag["srclang"] = newValue }
  }
  /// `adminlang`, the language of notes and properties.
  public var adminLanguage: String? {
    get { tag["adminlang"] }
    set { tag["adminlang"] = newValue }
  }
  /// `segtype`: block, paragraph, sentence or phrase.
  public var segmentation: String? {
    get { tag["segtype"] }
    set { tag["segtype"] = newValue }
  }
}
