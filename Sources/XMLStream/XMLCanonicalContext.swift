/// What stands round a piece that is written in canonical form.
public struct XMLCanonicalContext: Hashable, Sendable {
  /// The namespaces declared round it.
  public var scope: XMLNamespaceScope
  /// Whether what stands round it is written too, so that its declarations are not repeated.
  public var isEnclosed: Bool

  /// The piece by itself, its own declarations only.
  public static let alone = XMLCanonicalContext(scope: XMLNamespaceScope(), isEnclosed: false)

  /// The piece as a document of its own: the declarations round it are written on its root element,
  /// as Canonical XML 1.0 does for a part of a document.
  public static func part(of scope: XMLNamespaceScope) -> XMLCanonicalContext {
    XMLCanonicalContext(scope: scope, isEnclosed: false)
  }

  /// The piece inside the document that it stands in.
  public static func inside(_ scope: XMLNamespaceScope) -> XMLCanonicalContext {
    XMLCanonicalContext(scope: scope, isEnclosed: true)
  }
}
