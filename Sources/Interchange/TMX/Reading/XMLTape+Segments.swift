import TermModel
import XMLStream

extension XMLTape {
  /// The variants of the unit that stands on the tape.
  func variants(_ vocabulary: TMXVocabulary) -> [TMXVariant] {
    guard let unit = first, kind(unit) == .element else { return [] }
    var variants: [TMXVariant] = []
    var node = firstChild(unit)
    while let child = node {
      if element(child, vocabulary) == .tuv {
        let language = language(of: child, vocabulary).map { string($0) }
        variants.append(
          TMXVariant(
            language: language?.isEmpty == true ? nil : language, node: child,
            segment: self.child(.seg, of: child, vocabulary), line: line(child)))
      }
      node = next(child)
    }
    return variants
  }

  /// Adds the translatable text of an element's content, as ``TermModel/Segment/flat`` has it.
  func flatten(_ element: XMLNode, _ vocabulary: TMXVocabulary, into flat: inout FlatSegment) {
    var node = firstChild(element)
    while let part = node {
      switch kind(part) {
      case .text:
        let text = value(part)
        flat.utf8.reserveCapacity(flat.utf8.count + text.count)
        for index in text.indices { flat.utf8.append(text[index]) }
      case .element: flatten(part, as: vocabulary.element(name(part)), vocabulary, into: &flat)
      default: break
      }
      node = next(part)
    }
  }

  private func flatten(
    _ node: XMLNode, as element: TMXElement, _ vocabulary: TMXVocabulary,
    into flat: inout FlatSegment
  ) {
    func code(_ kind: InlineCodeKind) {
      flat.codes.append(FlatSegment.Code(offset: flat.utf8.count, kind: kind))
    }
    switch element {
    case .bpt: code(.bpt)
    case .ept: code(.ept)
    case .ph: code(.ph)
    case .it: code(.it)
    case .ut: code(.ut)
    case .sub: code(.sub)
    case .hi:
      code(.hiStart)
      flatten(node, vocabulary, into: &flat)
      code(.hiEnd)
    default: flattenText(node, into: &flat)
    }
  }

  /// Of an element that is no code, all text in it, whatever stands round it.
  private func flattenText(_ node: XMLNode, into flat: inout FlatSegment) {
    var child = firstChild(node)
    while let part = child {
      switch kind(part) {
      case .text:
        let text = value(part)
        for index in text.indices { flat.utf8.append(text[index]) }
      case .element: flattenText(part, into: &flat)
      default: break
      }
      child = next(part)
    }
  }
}
