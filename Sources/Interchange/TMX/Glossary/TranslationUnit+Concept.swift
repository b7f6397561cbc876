public import TermModel

extension TranslationUnit {
  /// A concept as a unit: a variant for each term, the rest as properties.
  ///
  /// ``GlossaryTMXReader`` makes the same concept of it.
  public init(_ concept: Concept) {
    self.init(content: [])
    id = concept.id
    if !concept.note.isEmpty { add(.note(UnitNote(concept.note))) }
    func property(_ type: String, _ value: String) {
      if !value.isEmpty { add(.property(UnitProperty(type: type, value))) }
    }
    property(ConceptProperty.kind, concept.kind?.rawValue ?? "")
    property(ConceptProperty.familiar, concept.isFamiliar ? "yes" : "")
    property(ConceptProperty.domain, concept.domain)
    for cue in concept.cues { property(ConceptProperty.cue, cue) }
    for rival in concept.rivals { property(ConceptProperty.rival, rival) }
    property(ConceptProperty.source, concept.source)
    for field in concept.otherFields { property(ConceptProperty.field + field.name, field.value) }
    for term in concept.terms { add(.variant(TranslationUnitVariant(term))) }
    content.append(.other(.text("\n    ")))
  }

  private mutating func add(_ part: Content) {
    content.append(.other(.text("\n      ")))
    content.append(part)
  }
}

extension TranslationUnitVariant {
  fileprivate init(_ term: Term) {
    self.init(
      tag: MarkupTag(attributes: [MarkupAttribute(.xmlLanguage, term.language.description)]),
      content: [])
    func property(_ type: String, _ value: String) {
      content.append(.other(.text("\n        ")))
      content.append(.property(UnitProperty(type: type, value)))
    }
    property(ConceptProperty.status, term.status.rawValue)
    if term.type != .fullForm { property(ConceptProperty.type, term.type.rawValue) }
    if term.isDerived { property(ConceptProperty.derived, "yes") }
    content.append(.other(.text("\n        ")))
    content.append(.segment(Segment(term.text)))
    content.append(.other(.text("\n      ")))
  }
}
