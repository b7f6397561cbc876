import TermModel
import XMLStream

extension TMXRewriter {
  /// Opens the element with its attributes.
  mutating func start(
    _ node: XMLNode, _ element: TMXElement, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    let line = tape.line(node)
    let isKnown = element != .unknown
    output.appendStart(
      options.isStrict && isKnown ? vocabulary.name(element) : tape.name(node), line: line)
    if options.isStrict {
      strictAttributes(node, element, tape, &output)
    } else {
      for declaration in tape.namespaces(node) {
        output.appendNamespace(tape.name(declaration), tape.value(declaration))
      }
      for attribute in tape.attributes(node) {
        let name = vocabulary.attribute(tape.name(attribute))
        if element == .tu, inherits(name, from: attribute, tape) { continue }
        let isLanguage =
          (element == .tuv && (name == .xmlLanguage || name == .lang)) || name == .srclang
        if isLanguage, let other = options.map.replacement(for: tape.string(attribute)) {
          mapped(tape.string(attribute), other, line)
          output.appendAttribute(tape.name(attribute), Array(other.utf8).span)
        } else {
          output.append(attribute, of: tape)
        }
      }
    }
    if element == .tu { inherit(node, tape, &output) }
  }

  private mutating func mapped(_ from: String, _ to: String, _ line: Int) {
    log.note(.languageMapped, line: line, ["language": from, "tag": to])
  }

  private mutating func inherit(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    for (attribute, value) in inherited {
      let own = tape.attribute(vocabulary.name(attribute), of: node)
      guard own.map({ inherits(attribute, from: $0, tape) }) ?? true else { continue }
      output.appendAttribute(vocabulary.name(attribute), value.span)
    }
  }

  /// Whether a unit's attribute gives way to what its header says: it is empty, which says nothing.
  private func inherits(
    _ name: TMXAttribute, from attribute: XMLNode, _ tape: borrowing XMLTape
  ) -> Bool {
    tape.value(attribute).isEmpty && inherited.contains { $0.attribute == name }
  }

  private mutating func strictAttributes(
    _ node: XMLNode, _ element: TMXElement, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    let line = tape.line(node)
    let hasXMLLang = tape.attribute(.xmlLang, of: node).map { !tape.value($0).isEmpty } ?? false
    for attribute in tape.attributes(node) {
      let name = vocabulary.attribute(tape.name(attribute))
      if element == .tu, inherits(name, from: attribute, tape) { continue }
      guard grammar.allows(name, of: element) else {
        log.note(
          .attributeDropped, line: line,
          [
            "attribute": vocabulary.names.qualified(tape.name(attribute)),
            "element": element.name,
          ])
        continue
      }
      switch name {
      case .lang:
        log.note(.languageAttribute, line: line, ["element": element.name])
        if !hasXMLLang { language(.xmlLanguage, attribute, element, tape, &output) }
      case .xmlLanguage:
        // An empty one gives way to `lang`.
        if hasXMLLang {
          language(.xmlLanguage, attribute, element, tape, &output)
        } else if tape.attribute(vocabulary.name(.lang), of: node) == nil {
          drop("xml:lang", element, line: line)
        }
      case .srclang where tape.value(attribute).isEmpty: drop("srclang", element, line: line)
      case .srclang, .adminlang: language(name, attribute, element, tape, &output)
      case .segtype where !TMXValue.isSegmentation(tape.string(attribute)):
        // A unit without takes the header's; a header gets the usual one.
        drop("segtype", element, line: line)
      case .pos where !tape.value(attribute, is: "begin") && !tape.value(attribute, is: "end"):
        let value = tape.string(attribute)
        let isEnd = ["end", "close", "closing", "ending"].contains(value.lowercased())
        log.note(.value, line: line, ["attribute": "pos", "value": value])
        output.appendAttribute(
          vocabulary.name(.pos), Array((isEnd ? "end" : "begin").utf8).span)
      default: output.appendAttribute(vocabulary.name(name), tape.value(attribute))
      }
    }
  }

  private mutating func drop(_ attribute: String, _ element: TMXElement, line: Int) {
    log.note(.attributeDropped, line: line, ["attribute": attribute, "element": element.name])
  }

  /// A language as strict TMX writes it: `_` is no part of a tag.
  private mutating func language(
    _ name: TMXAttribute, _ attribute: XMLNode, _ element: TMXElement,
    _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    let line = tape.line(attribute)
    let written = tape.string(attribute)
    var value = written
    if element == .tuv || name == .srclang,
      let other = options.map.replacement(for: written)
    {
      mapped(written, other, line)
      value = other
    }
    if name == .srclang, TMXLanguage.isAny(value), value != TMXLanguage.any {
      value = TMXLanguage.any
      log.note(.languageSpelling, line: line, ["language": written, "tag": value])
    }
    if value.utf8.contains(UInt8(ascii: "_")), LanguageTag(value).spelling != .illFormed {
      value = String(value.map { $0 == "_" ? "-" : $0 })
      log.note(.languageSpelling, line: line, ["language": written, "tag": value])
    }
    output.appendAttribute(vocabulary.name(name), Array(value.utf8).span)
  }

  mutating func add(
    _ attribute: TMXAttribute, _ value: String, line: Int, of element: TMXElement,
    _ output: inout XMLTape
  ) {
    log.note(
      .attributeAdded, line: line,
      ["attribute": attribute.spelling, "value": value, "element": element.name])
    output.appendAttribute(vocabulary.name(attribute), Array(value.utf8).span)
  }
}
