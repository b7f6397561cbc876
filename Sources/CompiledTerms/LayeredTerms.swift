public import HanText
public import TermModel

/// Layers laid over each other: the concepts that are left, and each folded form with its senses.
///
/// Rules (DESIGN.md, "Layers"): a row with a lower row's id replaces the cells that it fills; a form
/// in a higher layer hides that form in all lower ones, where its senses stay known as hidden; two
/// rows of one layer that share a form stay two senses.
public struct LayeredTerms: Sendable {
  public private(set) var concepts: [LayeredConcept] = []
  /// Forms that are looked for in Chinese text, and cue words; a form's number is its index.
  public private(set) var chinese = FormList()
  /// Forms that are looked for in English text.
  public private(set) var english = FormList()

  /// A concept and the layer that it came to stand in.
  public struct LayeredConcept: Sendable {
    public var concept: Concept
    public var layer: String
    public var rank: Int
    public var isWide: Bool
  }

  private static let plural: UInt16 = 0x73

  /// - Parameters:
  ///   - layers: in any order.
  ///   - exceptions: what the person decided about forms, of whatever layer.
  ///   - table: the fold that the forms are compared by.
  ///   - simplify: the simplified script of a text; derives the mainland's term where none is given.
  /// - Complexity: O(*n*) in the characters of all terms.
  public init(
    _ layers: [TermLayer], exceptions: [FormException] = [], table: FoldTable,
    simplify: (String) throws -> String
  ) rethrows {
    var byID: [String: Int] = [:]
    for layer in layers.sorted(by: { $0.rank > $1.rank }) {
      for row in layer.rows {
        let standing = LayeredConcept(
          concept: row.concept, layer: layer.name, rank: layer.rank, isWide: layer.isWide)
        if row.hasGivenID, let lower = byID[row.concept.id] {
          concepts[lower].concept = concepts[lower].concept.overlaid(by: row.concept)
          concepts[lower].layer = layer.name
          concepts[lower].rank = layer.rank
          concepts[lower].isWide = layer.isWide
        } else {
          if row.hasGivenID { byID[row.concept.id] = concepts.count }
          concepts.append(standing)
        }
      }
    }
    for index in concepts.indices {
      try concepts[index].concept.derive(simplify: simplify)
      addForms(of: index, table: table)
    }
    let ranks = concepts.map(\.rank)
    chinese.hideLowerSenses { ranks[$0] }
    english.hideLowerSenses { ranks[$0] }
    for exception in exceptions {
      let form = table.fold(exception.form)
      let text = table.fold(exception.text)
      if form.contains(where: Self.isHan) {
        chinese.addDecision(on: form, exception.rule, text: text)
      } else {
        english.addDecision(on: form, exception.rule, text: text)
      }
    }
  }

  private static func isHan(_ unit: UInt16) -> Bool { unit >= 0x2E80 }

  private mutating func addForms(of index: Int, table: FoldTable) {
    let concept = concepts[index].concept
    for (number, term) in concept.terms.enumerated() {
      let folded = table.fold(term.text)
      var sense = FormSense(concept: index, term: number)
      if term.isDerived { sense.traits.insert(.derived) }
      if term.type == .shortForm { sense.traits.insert(.short) }
      if term.status == .deprecated || term.status == .forbidden { sense.traits.insert(.outdated) }
      if term.language == .english {
        english.add(folded, sense)
        if let last = folded.last, FoldTable.isWordUnit(last), last != Self.plural {
          sense.traits.insert(.joined)
          english.add(folded + [Self.plural], sense)
        }
        continue
      }
      // A form in Latin letters is its own English: there is nothing to say beside it.
      guard folded.contains(where: Self.isHan) else { continue }
      sense.traits.insert(FormTraits(region: term.language))
      chinese.add(folded, sense)
      // 唐納·川普 is met as 唐納川普.
      let joined = folded.filter { $0 != FoldTable.separator }
      if joined.count >= 4, joined.count < folded.count, !joined.contains(where: FoldTable.isWordUnit) {
        sense.traits.insert(.joined)
        chinese.add(joined, sense)
      }
    }
    for cue in concept.cues { chinese.addCue(table.fold(cue), of: index, speaksFor: true) }
    for rival in concept.rivals { chinese.addCue(table.fold(rival), of: index, speaksFor: false) }
  }
}

extension Concept {
  /// This concept with the cells that a higher row of the same id fills.
  func overlaid(by higher: Concept) -> Concept {
    var result = self
    if higher.kind != nil { result.kind = higher.kind }
    if higher.isFamiliar { result.isFamiliar = true }
    if !higher.domain.isEmpty { result.domain = higher.domain }
    if !higher.cues.isEmpty { result.cues = higher.cues }
    if !higher.rivals.isEmpty { result.rivals = higher.rivals }
    if !higher.source.isEmpty { result.source = higher.source }
    if !higher.note.isEmpty { result.note = higher.note }
    for field in higher.otherFields {
      result.otherFields.removeAll { $0.name == field.name }
      result.otherFields.append(field)
    }
    // A cell is a language together with the column that the term stands in.
    let filled = Set(higher.terms.map(\.cell))
    result.terms.removeAll { filled.contains($0.cell) }
    result.terms += higher.terms
    return result
  }

  /// Adds the terms that follow from Taiwan's: the same word in the mainland's script, the same in
  /// Hong Kong.
  mutating func derive(simplify: (String) throws -> String) rethrows {
    let taiwan = terms(in: .taiwan)
    for region in [LanguageTag.mainland, .hongKong] where terms(in: region).isEmpty {
      for term in taiwan {
        let text = try region == .mainland ? simplify(term.text) : term.text
        terms.append(
          Term(text, language: region, status: term.status, type: term.type, isDerived: true))
      }
    }
  }
}

extension Term {
  fileprivate struct Cell: Hashable {
    var language: LanguageTag
    var isShort: Bool
    /// Deprecated and forbidden terms have columns of their own.
    var outdated: TermStatus?
  }

  fileprivate var cell: Cell {
    Cell(
      language: language, isShort: type == .shortForm,
      outdated: status == .deprecated || status == .forbidden ? status : nil)
  }
}
