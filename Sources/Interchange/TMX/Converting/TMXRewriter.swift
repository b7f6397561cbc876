import TermModel
import XMLStream

/// Copies a piece from tape to tape with the changes that the options name.
///
/// Recursive, as deep as ``XMLStream/XMLLimits/depth`` allows.
struct TMXRewriter {
  let options: TMXConversionOptions
  let vocabulary: TMXVocabulary
  var log: TMXChangeLog
  /// What the header of a further file says other than the first one's, for its units to say.
  var inherited: [(attribute: TMXAttribute, value: [UInt8])] = []
  /// Languages to keep for the unit at hand: one file of a split.
  var pair: [LanguageTag]?
  let grammar = TMXGrammar.shared
  /// Numbers for pairs that have none, segment by segment: the next, and those that wait for an `ept`.
  private var codeNumber = 1
  private var unnumbered: [Int] = []

  init(_ options: TMXConversionOptions, _ vocabulary: TMXVocabulary, log: TMXChangeLog) {
    self.options = options
    self.vocabulary = vocabulary
    self.log = log
  }

  /// A child to be written, and the white space before it.
  private struct Child {
    var space: XMLNode?
    var node: XMLNode
    /// `nil` of what is no element.
    var element: TMXElement?
    var rank = 0
  }

  // MARK: Units

  /// Writes the unit, and after it those that stand in it where the output is strict.
  ///
  /// - Returns: whether something was written.
  mutating func unit(
    _ node: XMLNode, _ tape: borrowing XMLTape, to output: inout XMLTape
  ) -> Bool {
    let (children, trailing) = split(node, tape)
    var kept: [Child] = []
    var inner: [XMLNode] = []
    var variants = 0
    var hadVariants = 0
    for child in children {
      switch child.element {
      case .tuv?:
        hadVariants += 1
        guard keepsVariant(child.node, tape) else { continue }
        variants += 1
        kept.append(child)
      case .tu? where options.isStrict:
        log.note(.unitMoved, line: tape.line(child.node))
        inner.append(child.node)
      default:
        if !options.isStrict || isStrictChild(child, of: .tu, tape) { kept.append(child) }
      }
    }
    var isWritten = false
    if variants > 0 || (!options.isStrict && hadVariants == 0 && !filters) {
      if options.isStrict { order(&kept, .tuv, tape) }
      start(node, .tu, tape, &output)
      for child in kept {
        copy(space: child.space, tape, &output)
        write(child.node, child.element, tape, &output)
      }
      copy(space: trailing, tape, &output)
      output.appendEnd(line: tape.line(node))
      isWritten = true
    } else {
      let isFiltered = hadVariants > 0 && filters
      if pair == nil { log.note(isFiltered ? .unitLeftOut : .unitDropped, line: tape.line(node)) }
    }
    for unit in inner where self.unit(unit, tape, to: &output) { isWritten = true }
    return isWritten
  }

  private var filters: Bool { !options.languages.isEmpty || pair != nil }

  private mutating func keepsVariant(_ node: XMLNode, _ tape: borrowing XMLTape) -> Bool {
    let language = tape.language(of: node, vocabulary).map { tape.string($0) } ?? ""
    if options.isStrict {
      let missing =
        language.isEmpty
        ? "xml:lang" : tape.child(.seg, of: node, vocabulary) == nil ? "seg" : nil
      if let missing {
        if pair == nil { log.note(.variantDropped, line: tape.line(node), ["missing": missing]) }
        return false
      }
    }
    if !filters { return true }
    let tag = options.map.tag(language)
    if let pair { return pair.contains(tag) }
    if options.languages.contains(where: { TMXLanguage.includes($0, tag) }) { return true }
    log.note(.variantLeftOut, line: tape.line(node), ["language": language])
    return false
  }

  // MARK: Elements

  /// Writes an element, or what else stands there, whose place was found good.
  private mutating func write(
    _ node: XMLNode, _ element: TMXElement?, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    switch element {
    case .tuv?: variant(node, tape, &output)
    case .seg?: segment(node, tape, &output)
    case .note?, .prop?:
      if options.isStrict {
        plain(node, element ?? .note, tape, &output)
      } else {
        output.append(node, of: tape)
      }
    default: output.append(node, of: tape)
    }
  }

  private mutating func variant(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    let (children, trailing) = split(node, tape)
    var kept: [Child] = []
    var more: [Child] = []
    var segments = 0
    for child in children {
      if options.isStrict {
        guard isStrictChild(child, of: .tuv, tape) else { continue }
        if child.element == .seg {
          segments += 1
          if segments > 1 {
            log.note(.secondSegment, line: tape.line(child.node))
            more.append(child)
            continue
          }
        }
      }
      kept.append(child)
    }
    if options.isStrict { order(&kept, .seg, tape) }
    start(node, .tuv, tape, &output)
    for child in kept {
      copy(space: child.space, tape, &output)
      write(child.node, child.element, tape, &output)
    }
    copy(space: trailing, tape, &output)
    output.appendEnd(line: tape.line(node))
    // A variant has one segment: the others get a variant each, of the same language.
    for child in more {
      start(node, .tuv, tape, &output)
      copy(space: child.space, tape, &output)
      segment(child.node, tape, &output)
      copy(space: trailing, tape, &output)
      output.appendEnd(line: tape.line(node))
    }
  }

  private mutating func segment(
    _ node: XMLNode, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    if !options.isStrict, !options.isPlain {
      output.append(node, of: tape)
      return
    }
    codeNumber = 1
    unnumbered = []
    start(node, .seg, tape, &output)
    inline(node, .seg, tape, &output)
    output.appendEnd(line: tape.line(node))
  }

  /// The content of a segment or an inline element.
  private mutating func inline(
    _ node: XMLNode, _ around: TMXElement, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    var child = tape.firstChild(node)
    while let part = child {
      child = tape.next(part)
      guard let element = tape.element(part, vocabulary) else {
        output.append(part, of: tape)
        continue
      }
      if options.isPlain, element.isInline {
        log.note(.codeDropped, line: tape.line(part), ["element": element.name])
        if element == .hi { inline(part, around, tape, &output) }
      } else if options.isStrict, !grammar.allows(element, in: around) {
        log.note(
          .elementUnwrapped, line: tape.line(part),
          ["element": vocabulary.names.qualified(tape.name(part)), "parent": around.name])
        inline(part, around, tape, &output)
      } else {
        start(part, element, tape, &output)
        if options.isStrict { number(part, element, tape, &output) }
        inline(part, element, tape, &output)
        output.appendEnd(line: tape.line(part))
      }
    }
  }

  /// Gives `bpt` and `ept` the `i`, and `it` the `pos`, that they must have.
  private mutating func number(
    _ node: XMLNode, _ element: TMXElement, _ tape: borrowing XMLTape,
    _ output: inout XMLTape
  ) {
    let line = tape.line(node)
    switch element {
    case .bpt, .ept:
      if tape.attribute(vocabulary.name(.i), of: node) != nil { return }
      // Far from what tools number by themselves. The nearest that is open is meant.
      var value = 1_000_000 + codeNumber
      if element == .ept, let last = unnumbered.popLast() {
        value = last
      } else {
        codeNumber += 1
        if element == .bpt { unnumbered.append(value) }
      }
      add(.i, "\(value)", line: line, of: element, &output)
    case .it:
      if tape.attribute(vocabulary.name(.pos), of: node) == nil {
        add(.pos, "begin", line: line, of: element, &output)
      }
    default: break
    }
  }

  /// A note, a property: text and nothing else but comments.
  mutating func plain(
    _ node: XMLNode, _ element: TMXElement, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    start(node, element, tape, &output)
    if element == .prop, tape.attribute(vocabulary.name(.type), of: node) == nil {
      add(.type, "unknown", line: tape.line(node), of: element, &output)
    }
    text(of: node, element, tape, &output)
    output.appendEnd(line: tape.line(node))
  }

  private mutating func text(
    of node: XMLNode, _ around: TMXElement, _ tape: borrowing XMLTape, _ output: inout XMLTape
  ) {
    var child = tape.firstChild(node)
    while let part = child {
      child = tape.next(part)
      if tape.kind(part) == .element {
        log.note(
          .elementUnwrapped, line: tape.line(part),
          ["element": vocabulary.names.qualified(tape.name(part)), "parent": around.name])
        text(of: part, around, tape, &output)
      } else {
        output.append(part, of: tape)
      }
    }
  }

  // MARK: Children

  /// The children, white space taken to what follows it; and that at the end.
  private func split(
    _ node: XMLNode, _ tape: borrowing XMLTape
  ) -> (children: [Child], trailing: XMLNode?) {
    var children: [Child] = []
    var space: XMLNode?
    var child = tape.firstChild(node)
    while let part = child {
      child = tape.next(part)
      if tape.kind(part) == .text, tape.value(part).isWhiteSpace {
        space = part
      } else {
        children.append(
          Child(space: space, node: part, element: tape.element(part, vocabulary)))
        space = nil
      }
    }
    return (children, space)
  }

  private func copy(space: XMLNode?, _ tape: borrowing XMLTape, _ output: inout XMLTape) {
    if let space { output.append(space, of: tape) }
  }

  /// Whether a child may stand there; if not, that it is left out is put down.
  private mutating func isStrictChild(
    _ child: Child, of parent: TMXElement, _ tape: borrowing XMLTape
  ) -> Bool {
    let line = tape.line(child.node)
    switch child.element {
    case let element?:
      if grammar.allows(element, in: parent) { return true }
      log.note(
        .elementDropped, line: line,
        [
          "element": vocabulary.names.qualified(tape.name(child.node)), "parent": parent.name,
        ])
      return false
    case nil:
      guard tape.kind(child.node) == .text else { return true }
      log.note(
        .textDropped, line: line, ["text": tape.string(child.node), "parent": parent.name])
      return false
    }
  }

  /// Puts what must come last behind the rest; a comment goes with what stands before it.
  private mutating func order(
    _ children: inout [Child], _ last: TMXElement, _ tape: borrowing XMLTape
  ) {
    var rank = 0
    var isOrdered = true
    for index in children.indices {
      if let element = children[index].element {
        let own = element == last ? 1 : 0
        if own < rank {
          isOrdered = false
          log.note(
            .moved, line: tape.line(children[index].node),
            ["element": element.name, "other": last.name])
        }
        rank = own
      }
      children[index].rank = rank
    }
    if isOrdered { return }
    children = children.filter { $0.rank == 0 } + children.filter { $0.rank == 1 }
  }
}
