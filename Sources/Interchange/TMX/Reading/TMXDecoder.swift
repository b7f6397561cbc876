import TermModel
import XMLStream

/// A tape to the typed model: nothing is left out.
///
/// Recursive, as deep as ``XMLStream/XMLLimits/depth`` allows.
struct TMXDecoder {
  private let vocabulary: TMXVocabulary
  private var names: XMLNameTable { vocabulary.names }

  init(_ vocabulary: TMXVocabulary) { self.vocabulary = vocabulary }

  func unit(_ node: XMLNode, _ tape: borrowing XMLTape) -> TranslationUnit {
    var unit = TranslationUnit(tag: tag(node, tape))
    var child = tape.firstChild(node)
    while let part = child {
      switch tape.element(part, vocabulary) {
      case .note?: unit.content.append(.note(note(part, tape)))
      case .prop?: unit.content.append(.property(property(part, tape)))
      case .tuv?: unit.content.append(.variant(variant(part, tape)))
      default: unit.content.append(.other(other(part, tape)))
      }
      child = tape.next(part)
    }
    return unit
  }

  func variant(_ node: XMLNode, _ tape: borrowing XMLTape) -> TranslationUnitVariant {
    var variant = TranslationUnitVariant(tag: tag(node, tape), content: [])
    var child = tape.firstChild(node)
    while let part = child {
      switch tape.element(part, vocabulary) {
      case .note?: variant.content.append(.note(note(part, tape)))
      case .prop?: variant.content.append(.property(property(part, tape)))
      case .seg?: variant.content.append(.segment(segment(part, tape)))
      default: variant.content.append(.other(other(part, tape)))
      }
      child = tape.next(part)
    }
    return variant
  }

  func segment(_ node: XMLNode, _ tape: borrowing XMLTape) -> Segment {
    Segment(parts(of: node, tape), tag: tag(node, tape))
  }

  private func parts(of node: XMLNode, _ tape: borrowing XMLTape) -> [SegmentPart] {
    var parts: [SegmentPart] = []
    var child = tape.firstChild(node)
    while let part = child {
      if tape.kind(part) == .text {
        parts.append(.text(tape.string(part)))
      } else if let element = tape.element(part, vocabulary), element.isInline,
        let code = InlineCode.Element(rawValue: element.name)
      {
        parts.append(
          .code(InlineCode(code, tag: tag(part, tape), parts: self.parts(of: part, tape))))
      } else {
        parts.append(.other(other(part, tape)))
      }
      child = tape.next(part)
    }
    return parts
  }

  func note(_ node: XMLNode, _ tape: borrowing XMLTape) -> UnitNote {
    UnitNote(tag: tag(node, tape), content: content(of: node, tape))
  }

  func property(_ node: XMLNode, _ tape: borrowing XMLTape) -> UnitProperty {
    UnitProperty(tag: tag(node, tape), content: content(of: node, tape))
  }

  func encoding(_ node: XMLNode, _ tape: borrowing XMLTape) -> UserDefinedEncoding {
    var encoding = UserDefinedEncoding(tag: tag(node, tape), content: [])
    var child = tape.firstChild(node)
    while let part = child {
      if tape.element(part, vocabulary) == .map {
        encoding.content.append(
          .map(
            UserDefinedEncoding.CharacterMap(
              tag: tag(part, tape), content: content(of: part, tape))))
      } else {
        encoding.content.append(.other(other(part, tape)))
      }
      child = tape.next(part)
    }
    return encoding
  }

  func headerContent(_ node: XMLNode, _ tape: borrowing XMLTape) -> MemoryHeader.Content {
    switch tape.element(node, vocabulary) {
    case .note?: .note(note(node, tape))
    case .prop?: .property(property(node, tape))
    case .ude?: .encoding(encoding(node, tape))
    default: .other(other(node, tape))
    }
  }

  func tag(_ node: XMLNode, _ tape: borrowing XMLTape) -> MarkupTag {
    let name = tape.name(node)
    var tag = MarkupTag(prefix: names.prefix(name), namespace: names.namespace(name))
    for declaration in tape.namespaces(node) {
      let declared = tape.name(declaration)
      tag.declarations.append(
        MarkupTag.Declaration(
          prefix: declared == .xmlns ? "" : names.local(declared),
          namespace: tape.string(declaration)))
    }
    for attribute in tape.attributes(node) {
      let name = tape.name(attribute)
      tag.attributes.append(
        MarkupAttribute(
          MarkupName(
            names.local(name), prefix: names.prefix(name), namespace: names.namespace(name)),
          tape.string(attribute)))
    }
    return tag
  }

  private func content(of node: XMLNode, _ tape: borrowing XMLTape) -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    var child = tape.firstChild(node)
    while let part = child {
      nodes.append(other(part, tape))
      child = tape.next(part)
    }
    return nodes
  }

  private func other(_ node: XMLNode, _ tape: borrowing XMLTape) -> MarkupNode {
    switch tape.kind(node) {
    case .element:
      .element(
        MarkupElement(
          names.local(tape.name(node)), tag: tag(node, tape), content: content(of: node, tape)))
    case .comment: .comment(tape.string(node))
    case .instruction:
      .instruction(target: names.local(tape.name(node)), data: tape.string(node))
    default: .text(tape.string(node))
    }
  }
}
