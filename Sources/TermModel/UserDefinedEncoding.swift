/// Characters of a vendor's own encoding and what they stand for. TMX 1.4b, "ude" and "map".
public struct UserDefinedEncoding: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// One character, all in attributes: `unicode`, `code`, `ent`, `subst`.
    case map(CharacterMap)
    case other(MarkupNode)
  }

  /// One character of the encoding.
  public struct CharacterMap: Hashable, Sendable {
    public var tag: MarkupTag
    /// What stands in it against the rule.
    public var content: [MarkupNode]

    public init(tag: MarkupTag, content: [MarkupNode] = []) {
      self.tag = tag
      self.content = content
    }
  }

  public var tag: MarkupTag
  public var content: [Content]

  public init(tag: MarkupTag, content: [Content]) {
    self.tag = tag
    self.content = content
  }

  public var maps: [CharacterMap] {
    content.compactMap { if case .map(let map) = $0 { map } else { nil } }
  }
}
