/// An element that the model has no name for.
public struct MarkupElement: Hashable, Sendable {
  public var localName: String
  public var tag: MarkupTag
  public var content: [MarkupNode]

  public init(_ localName: String, tag: MarkupTag = MarkupTag(), content: [MarkupNode] = []) {
    self.localName = localName
    self.tag = tag
    self.content = content
  }

  /// All characters in it, those of elements in it too.
  public var text: String { content.map(\.text).joined() }
}

extension MarkupNode {
  /// All characters in it; a comment and an instruction have none.
  public var text: String {
    switch self {
    case .element(let element): element.text
    case .text(let text): text
    case .comment, .instruction: ""
    }
  }
}
