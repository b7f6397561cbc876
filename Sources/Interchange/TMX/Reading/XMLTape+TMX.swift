import XMLStream

extension XMLTape {
  /// The value of an attribute.
  func text(
    of attribute: TMXAttribute, _ element: XMLNode, _ vocabulary: TMXVocabulary
  ) -> String? {
    self.attribute(vocabulary.name(attribute), of: element).map { string($0) }
  }

  /// The language that an element names: `xml:lang`, else `lang`; an empty one is none.
  func language(of element: XMLNode, _ vocabulary: TMXVocabulary) -> XMLNode? {
    if let node = attribute(.xmlLang, of: element), !value(node).isEmpty { return node }
    return attribute(vocabulary.name(.lang), of: element)
  }

  /// What an element is, `nil` for what is none.
  func element(_ node: XMLNode, _ vocabulary: TMXVocabulary) -> TMXElement? {
    kind(node) == .element ? vocabulary.element(name(node)) : nil
  }

  /// The first child that is this element.
  func child(_ wanted: TMXElement, of parent: XMLNode, _ vocabulary: TMXVocabulary) -> XMLNode? {
    var node = firstChild(parent)
    while let child = node {
      if element(child, vocabulary) == wanted { return child }
      node = next(child)
    }
    return nil
  }
}
