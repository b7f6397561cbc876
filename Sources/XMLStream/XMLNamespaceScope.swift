/// The namespace declarations that hold at a place of a document, each prefix once.
public struct XMLNamespaceScope: Hashable, Sendable {
  public struct Binding: Hashable, Sendable {
    /// `xmlns` or `xmlns:…`.
    public var name: XMLName
    /// The URI; empty where the default namespace is taken back.
    public var uri: [UInt8]
  }

  public private(set) var bindings: [Binding] = []

  public init() {}

  public var isEmpty: Bool { bindings.isEmpty }

  /// Binds a prefix, in place of what it was bound to.
  public mutating func bind(_ name: XMLName, to uri: [UInt8]) {
    bindings.removeAll { $0.name == name }
    if !uri.isEmpty { bindings.append(Binding(name: name, uri: uri)) }
  }

  /// The scope inside an element of a tape.
  public func inside(_ element: XMLNode, of tape: borrowing XMLTape) -> XMLNamespaceScope {
    var scope = self
    for node in tape.namespaces(element) {
      scope.bind(tape.name(node), to: tape.bytes(node))
    }
    return scope
  }
}
