/// The name of an attribute or a namespaced element as a file writes it.
///
///     MarkupName("tuid")
///     MarkupName.xmlLanguage   // xml:lang
public struct MarkupName: Hashable, Sendable, CustomStringConvertible {
  /// Empty where there is none.
  public var prefix: String
  public var local: String
  /// The namespace that the prefix stands for; empty where there is none.
  public var namespace: String

  public init(_ local: String, prefix: String = "", namespace: String = "") {
    self.local = local
    self.prefix = prefix
    self.namespace = namespace
  }

  /// The namespace that `xml:` always stands for.
  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
  public static let xmlLanguage = MarkupName("lang", prefix: "xml", namespace: xmlNamespace)
  public static let xmlSpace = MarkupName("space", prefix: "xml", namespace: xmlNamespace)

  public var description: String { prefix.isEmpty ? local : "\(prefix):\(local)" }
}
