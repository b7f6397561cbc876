import TermModel
import XMLStream

extension TMXRewriter {
  /// A header's start tag and end, with the attributes that TMX 1.4 asks for.
  mutating func strictHeader(
    _ node: XMLNode, _ tape: borrowing XMLTape, to output: inout XMLTape
  ) {
    let line = tape.line(node)
    start(node, .header, tape, &output)
    guard let header = output.first else { return }
    for attribute in TMXGrammar.requiredOfHeader
    where output.attribute(vocabulary.name(attribute), of: header) == nil {
      // The version of a tool that is not ours is not known.
      let isOthers =
        attribute == .creationtoolversion
        && tape.attribute(vocabulary.name(.creationtool), of: node) != nil
      let value = isOthers ? "unknown" : usual(attribute)
      log.note(
        .headerAttribute, line: line, ["attribute": attribute.spelling, "value": value])
      output.appendAttribute(vocabulary.name(attribute), Array(value.utf8).span)
    }
    output.appendEnd(line: line)
  }

  /// A header for a file that has none.
  mutating func usualHeader(line: Int, to output: inout XMLTape) {
    log.note(.headerAdded, line: line)
    output.appendStart(vocabulary.name(.header), line: line)
    for attribute in TMXGrammar.requiredOfHeader {
      output.appendAttribute(vocabulary.name(attribute), Array(usual(attribute).utf8).span)
    }
    output.appendEnd(line: line)
  }

  /// What is written where nobody says: nothing that claims more than is known.
  private func usual(_ attribute: TMXAttribute) -> String {
    switch attribute {
    case .creationtool: "Yiming"
    case .creationtoolversion: options.toolVersion
    case .segtype: "sentence"
    case .adminlang: "en"
    case .srclang: options.sourceLanguage ?? TMXLanguage.any
    default: "unknown"
    }
  }

  /// A child of the header.
  ///
  /// - Returns: whether something was written.
  mutating func headerPart(
    _ node: XMLNode, _ tape: borrowing XMLTape, to output: inout XMLTape
  ) -> Bool {
    let line = tape.line(node)
    guard options.isStrict else {
      output.append(node, of: tape)
      return true
    }
    switch tape.element(node, vocabulary) {
    case let element? where element == .note || element == .prop:
      plain(node, element, tape, &output)
      return true
    case .ude?: return encoding(node, tape, &output)
    case .some:
      log.note(
        .elementDropped, line: line,
        ["element": vocabulary.names.qualified(tape.name(node)), "parent": "header"])
      return false
    case nil:
      if tape.kind(node) == .text, !tape.value(node).isWhiteSpace {
        log.note(.textDropped, line: line, ["text": tape.string(node), "parent": "header"])
        return false
      }
      output.append(node, of: tape)
      return true
    }
  }

  private mutating func encoding(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) -> Bool {
    var kept: [XMLNode] = []
    var mapCount = 0
    var child = tape.firstChild(node)
    while let part = child {
      child = tape.next(part)
      switch tape.kind(part) {
      case .element:
        if tape.element(part, vocabulary) == .map,
          tape.attribute(vocabulary.name(.unicode), of: part) != nil
        {
          mapCount += 1
          kept.append(part)
        } else {
          log.note(
            .elementDropped, line: tape.line(part),
            ["element": vocabulary.names.qualified(tape.name(part)), "parent": "ude"])
        }
      case .text where !tape.value(part).isWhiteSpace:
        log.note(
          .textDropped, line: tape.line(part), ["text": tape.string(part), "parent": "ude"])
      default: kept.append(part)
      }
    }
    if mapCount == 0 {
      log.note(.elementDropped, line: tape.line(node), ["element": "ude", "parent": "header"])
      return false
    }
    start(node, .ude, tape, &output)
    if tape.attribute(vocabulary.name(.name), of: node) == nil {
      add(.name, "unknown", line: tape.line(node), of: .ude, &output)
    }
    for part in kept {
      guard tape.kind(part) == .element else {
        output.append(part, of: tape)
        continue
      }
      // Nothing may stand in a map, not even white space.
      start(part, .map, tape, &output)
      if tape.firstChild(part) != nil {
        log.note(.textDropped, line: tape.line(part), ["text": "", "parent": "map"])
      }
      output.appendEnd(line: tape.line(part))
    }
    output.appendEnd(line: tape.line(node))
    return true
  }
}
