/// A value for programs, under a type that its writer chose. TMX 1.4b, "prop".
public struct UnitProperty: Hashable, Sendable {
  public var tag: MarkupTag
  public var content: [MarkupNode]

  public init(tag: MarkupTag, content: [MarkupNode]) {
    self.tag = tag
    self.content = content
  }

  public init(type: String, _ value: String) {
    self.init(tag: MarkupTag(attributes: [MarkupAttribute("type", type)]), content: [.text(value)])
  }

  /// `nil` in files that leave it out, which TMX forbids.
  public var type: String? {
    get { tag["type"] }
    set { tag["type"] = newValue }
  }
  public var value: String { content.map(\.text).joined() }
}
