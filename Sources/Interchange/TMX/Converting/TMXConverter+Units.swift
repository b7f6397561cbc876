import TermModel
import XMLStream

extension TMXConverter {
  public func unit(_ unit: TMXUnit) throws {
    report.unitsRead += 1
    if options.isStrict, !hasBody { try openStrictBody(line: unit.line) }
    // What is at hand of the body's beginning may be still to come in a merge.
    var isWritten = false
    if options.leavesUnitsAlone, rewriter.inherited.isEmpty {
      buffer.removeAll()
      let scope = unit.piece.scope
      let context =
        documentIndex > 0 ? XMLCanonicalContext.part(of: scope) : .inside(scope)
      unit.piece.withTape { $0.appendCanonical(to: &buffer, context: context) }
      isWritten = try emit(unit, pair: nil)
    } else {
      rewriter.log.unitNumber = unit.number
      rewriter.log.unitID = unit.id
      if options.splitsPairs {
        for pair in pairs(of: unit) where try rewrite(unit, for: pair) { isWritten = true }
      } else {
        isWritten = try rewrite(unit, for: nil)
      }
    }
    if !isWritten { report.unitsLeftOut += 1 }
    pending.removeAll()
  }

  private func rewrite(_ unit: TMXUnit, for pair: TMXLanguagePair?) throws -> Bool {
    rewriter.pair = pair.map { [$0.source, $0.target] }
    scratch.tape.removeAll()
    let isAny = unit.piece.withTape { tape in
      tape.first.map { rewriter.unit($0, tape, to: &scratch.tape) } ?? false
    }
    if !isAny { return false }
    let scope = unit.piece.scope
    let context: XMLCanonicalContext =
      options.isStrict ? .alone : documentIndex > 0 ? .part(of: scope) : .inside(scope)
    var isWritten = false
    var node = scratch.tape.first
    while let element = node {
      buffer.removeAll()
      scratch.tape.appendCanonical(element, to: &buffer, context: context)
      if try emit(unit, pair: pair) { isWritten = true }
      node = scratch.tape.next(element)
    }
    return isWritten
  }

  private func emit(_ unit: TMXUnit, pair: TMXLanguagePair?) throws -> Bool {
    if options.removesDuplicates,
      !seen.insert(SeenUnit(pair: pair, hash: Self.hash(buffer))).inserted
    {
      rewriter.log.unitNumber = unit.number
      rewriter.log.unitID = unit.id
      rewriter.log.note(.duplicateLeftOut, line: unit.line)
      return false
    }
    try frame.write(unit: buffer, after: pending, pair: pair)
    return true
  }

  /// The pairs of a unit: source and each target; where any language may be the source, each two
  /// languages once, by the alphabet.
  private func pairs(of unit: TMXUnit) -> [TMXLanguagePair] {
    let variants = unit.variants
    var tags: [LanguageTag] = []
    var known: Set<LanguageTag> = []
    for variant in variants {
      guard let language = variant.language else { continue }
      let tag = options.map.tag(language)
      let isWanted =
        options.languages.isEmpty
        || options.languages.contains { TMXLanguage.includes($0, tag) }
      if isWanted, known.insert(tag).inserted { tags.append(tag) }
    }
    var pairs: [TMXLanguagePair] = []
    let source = unit.sourceLanguage ?? options.sourceLanguage ?? TMXLanguage.any
    if TMXLanguage.isAny(source) {
      tags.sort { $0.description < $1.description }
      for (index, first) in tags.enumerated() {
        for second in tags[(index + 1)...] {
          pairs.append(TMXLanguagePair(source: first, target: second))
          if pairs.count > Self.mostPairs { return pairs }
        }
      }
    } else if let index = TMXLanguage.index(of: options.map.tag(source), among: tags) {
      for tag in tags where tag != tags[index] {
        pairs.append(TMXLanguagePair(source: tags[index], target: tag))
        if pairs.count > Self.mostPairs { return pairs }
      }
    }
    if pairs.isEmpty {
      rewriter.log.note(.noPair, line: unit.line, ["language": source])
    }
    return pairs
  }

  /// Pairs of a unit that are looked at: far beyond what a split may have.
  private static var mostPairs: Int { 5 * TMXFrame.mostFiles }

  /// A piece between the units of a further document.
  func takeFurther(_ piece: TMXPiece, _ parent: TMXElement) throws {
    if parent == .header { return }
    let isMark = piece.withTape { tape in
      tape.first.map { tape.kind($0) == .comment || tape.kind($0) == .instruction } ?? false
    }
    let isInBody = path.contains { $0.element == .body }
    guard isMark, isInBody else {
      rewriter.log.note(.outsideBodyLeftOut, line: piece.line)
      return
    }
    try frame.write(further: piece, after: pending)
    pending.removeAll()
  }
}
