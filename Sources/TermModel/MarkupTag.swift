/// What stands in a start tag beside the element's name: everything, known or not, in order.
///
///     var tag = MarkupTag()
///     tag["tuid"] = "17"
///     tag.attributes   // [tuid="17"]
public struct MarkupTag: Hashable, Sendable {
  /// A namespace declared in the tag: `xmlns:x="…"`.
  public struct Declaration: Hashable, Sendable {
    /// Empty for the default namespace.
    public var prefix: String
    /// Empty where the default namespace is taken back.
    public var namespace: String

    public init(prefix: String, namespace: String) {
      self.prefix = prefix
      self.namespace = namespace
    }
  }

  /// The element's own prefix and namespace; both empty in nearly every TMX file.
  public var prefix: String
  public var namespace: String
  public var declarations: [Declaration]
  public var attributes: [MarkupAttribute]

  public init(
    attributes: [MarkupAttribute] = [], declarations: [Declaration] = [], prefix: String = "",
    namespace: String = ""
  ) {
    self.attributes = attributes
    self.declarations = declarations
    self.prefix = prefix
    self.namespace = namespace
  }

  /// The value of an attribute without a prefix. A new one goes to the end; `nil` takes it out.
  public subscript(name: String) -> String? {
    get { self[MarkupName(name)] }
    set { self[MarkupName(name)] = newValue }
  }

  /// The value of an attribute; the namespace counts, not the prefix that stands for it.
  public subscript(name: MarkupName) -> String? {
    get { index(of: name).map { attributes[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(MarkupAttribute(name, value))
      case (nil, nil): break
      }
    }
  }

  private func index(of name: MarkupName) -> Int? {
    attributes.firstIndex { $0.name.local == name.local && $0.name.namespace == name.namespace }
  }

  /// The language as written: `xml:lang`, else `lang`, as TMX 1.1 has it.
  public var language: String? {
    get { self[.xmlLanguage] ?? self["lang"] }
    set {
      if self[.xmlLanguage] == nil, self["lang"] != nil {
        self["lang"] = newValue
      } else {
        self[.xmlLanguage] = newValue
      }
    }
  }
}
