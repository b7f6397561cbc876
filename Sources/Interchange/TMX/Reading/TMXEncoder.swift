public import TermModel
public import XMLStream

/// The typed model to a tape, from which ``XMLStream/XMLWriter`` writes it.
///
///     var tape = XMLTape(names: vocabulary.names)
///     try TMXEncoder(vocabulary).append(unit, to: &tape)
///     try writer.write(tape, context: .alone)
public struct TMXEncoder {
  private let vocabulary: TMXVocabulary
  private var names: XMLNameTable { vocabulary.names }

  public init(_ vocabulary: TMXVocabulary) { self.vocabulary = vocabulary }

  /// - Throws: ``TermModel/UnitFlaw`` for what no file can hold; the tape is then as before.
  public func append(_ unit: TranslationUnit, to tape: inout XMLTape) throws {
    if let flaw = unit.flaw { throw flaw }
    start("tu", unit.tag, &tape)
    for part in unit.content {
      switch part {
      case .note(let note): append("note", note.tag, note.content, &tape)
      case .property(let property): append("prop", property.tag, property.content, &tape)
      case .variant(let variant): append(variant, &tape)
      case .other(let node): append(node, &tape)
      }
    }
    tape.appendEnd(line: 1)
  }

  private func append(_ variant: TranslationUnitVariant, _ tape: inout XMLTape) {
    start("tuv", variant.tag, &tape)
    for part in variant.content {
      switch part {
      case .note(let note): append("note", note.tag, note.content, &tape)
      case .property(let property): append("prop", property.tag, property.content, &tape)
      case .segment(let segment):
        start("seg", segment.tag, &tape)
        append(segment.parts, &tape)
        tape.appendEnd(line: 1)
      case .other(let node): append(node, &tape)
      }
    }
    tape.appendEnd(line: 1)
  }

  private func append(_ parts: [SegmentPart], _ tape: inout XMLTape) {
    for part in parts {
      switch part {
      case .text(let text): append(.text(text), &tape)
      case .code(let code):
        start(code.element.rawValue, code.tag, &tape)
        append(code.parts, &tape)
        tape.appendEnd(line: 1)
      case .other(let node): append(node, &tape)
      }
    }
  }

  /// - Throws: ``TermModel/UnitFlaw`` for what no file can hold; the tape is then as before.
  public func append(_ header: MemoryHeader, to tape: inout XMLTape) throws {
    if let flaw = header.flaw { throw flaw }
    start("header", header.tag, &tape)
    for part in header.content {
      switch part {
      case .note(let note): append("note", note.tag, note.content, &tape)
      case .property(let property): append("prop", property.tag, property.content, &tape)
      case .encoding(let encoding): append(encoding, &tape)
      case .other(let node): append(node, &tape)
      }
    }
    tape.appendEnd(line: 1)
  }

  private func append(_ encoding: UserDefinedEncoding, _ tape: inout XMLTape) {
    start("ude", encoding.tag, &tape)
    for part in encoding.content {
      switch part {
      case .map(let map): append("map", map.tag, map.content, &tape)
      case .other(let node): append(node, &tape)
      }
    }
    tape.appendEnd(line: 1)
  }

  private func append(
    _ name: String, _ tag: MarkupTag, _ content: [MarkupNode], _ tape: inout XMLTape
  ) {
    start(name, tag, &tape)
    for node in content { append(node, &tape) }
    tape.appendEnd(line: 1)
  }

  private func append(_ node: MarkupNode, _ tape: inout XMLTape) {
    switch node {
    case .element(let element):
      append(element.localName, element.tag, element.content, &tape)
    case .text(let text):
      let bytes = Array(text.utf8)
      tape.appendText(bytes.span, line: 1)
    case .comment(let text):
      let bytes = Array(text.utf8)
      tape.appendComment(bytes.span, line: 1)
    case .instruction(let target, let data):
      let bytes = Array(data.utf8)
      tape.appendInstruction(names.intern(local: target), bytes.span, line: 1)
    }
  }

  private func start(_ local: String, _ tag: MarkupTag, _ tape: inout XMLTape) {
    tape.appendStart(
      names.intern(prefix: tag.prefix, local: local, namespace: tag.namespace), line: 1)
    for declaration in tag.declarations {
      let name =
        declaration.prefix.isEmpty
        ? XMLName.xmlns
        : names.intern(
          prefix: "xmlns", local: declaration.prefix, namespace: XMLNameTable.xmlnsNamespace)
      let bytes = Array(declaration.namespace.utf8)
      tape.appendNamespace(name, bytes.span)
    }
    for attribute in tag.attributes {
      let name = names.intern(
        prefix: attribute.name.prefix, local: attribute.name.local,
        namespace: attribute.name.namespace)
      let bytes = Array(attribute.value.utf8)
      tape.appendAttribute(name, bytes.span)
    }
  }
}
