/// One attribute with its value, references resolved.
public struct MarkupAttribute: Hashable, Sendable {
  public var name: MarkupName
  public var value: String

  public init(_ name: MarkupName, _ value: String) {
    self.name = name
    self.value = value
  }

  /// An attribute without a prefix.
  public init(_ name: String, _ value: String) { self.init(MarkupName(name), value) }
}
