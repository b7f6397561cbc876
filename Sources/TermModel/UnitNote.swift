/// A remark for people. TMX 1.4b, "note".
public struct UnitNote: Hashable, Sendable {
  public var tag: MarkupTag
  public var content: [MarkupNode]

  public init(tag: MarkupTag = MarkupTag(), content: [MarkupNode]) {
    self.tag = tag
    self.content = content
  }

  public init(_ text: String) { self.init(content: [.text(text)]) }

  public var text: String { content.map(\.text).joined() }
}
