public import TermModel

/// One row of a glossary file, cell by cell: the other face of a ``TermModel/Concept``.
///
///     var cells = GlossaryCells(id: "nvidia")
///     cells.taiwan = ["輝達"]
///     cells.english = ["Nvidia", "NVIDIA"]
///     cells.concept.english   // ["Nvidia", "NVIDIA"]
public struct GlossaryCells: Hashable, Sendable {
  public var id: String
  /// Forms, the preferred first.
  public var taiwan: [String] = []
  public var english: [String] = []
  public var mainland: [String] = []
  public var hongKong: [String] = []
  public var kind: ConceptKind?
  public var englishShort: [String] = []
  /// Taiwanese forms that are met but not to be used.
  public var deprecated: [String] = []
  public var forbidden: [String] = []
  public var isFamiliar = false
  public var domain = ""
  public var cues: [String] = []
  public var rivals: [String] = []
  public var source = ""
  public var note = ""
  public var otherFields: [Concept.Field] = []

  public init(id: String) { self.id = id }

  /// What of a concept a row can say.
  ///
  /// Of a type, only the English short form can be said; derived terms are left out, for nobody
  /// wrote them. ``GlossaryWriter`` tells what else is lost.
  public init(_ concept: Concept) {
    self.init(id: concept.id)
    for status in [TermStatus.preferred, .admitted] {
      for term in concept.terms where !term.isDerived && term.status == status {
        if let column = Self.column(of: term) { self[keyPath: column].append(term.text) }
      }
    }
    for term in concept.terms where !term.isDerived && term.language == .taiwan {
      if term.status == .deprecated { deprecated.append(term.text) }
      if term.status == .forbidden { forbidden.append(term.text) }
    }
    kind = concept.kind
    isFamiliar = concept.isFamiliar
    domain = concept.domain
    cues = concept.cues
    rivals = concept.rivals
    source = concept.source
    note = concept.note
    otherFields = concept.otherFields
  }

  private static func column(of term: Term) -> WritableKeyPath<Self, [String]>? {
    switch term.language {
    case .taiwan: \.taiwan
    case .mainland: \.mainland
    case .hongKong: \.hongKong
    case .english: term.type == .shortForm ? \.englishShort : \.english
    default: nil
    }
  }

  /// The concept, its terms in the order of the columns: zh-TW, deprecated, forbidden, zh-CN,
  /// zh-HK, en, en-short.
  public var concept: Concept {
    var terms: [Term] = []
    terms.reserveCapacity(
      taiwan.count + english.count + mainland.count + hongKong.count + englishShort.count
        + deprecated.count + forbidden.count)
    func add(_ forms: [String], _ language: LanguageTag) {
      for (index, form) in forms.enumerated() {
        terms.append(
          Term(form, language: language, status: index == 0 ? .preferred : .admitted))
      }
    }
    add(taiwan, .taiwan)
    for form in deprecated { terms.append(Term(form, language: .taiwan, status: .deprecated)) }
    for form in forbidden { terms.append(Term(form, language: .taiwan, status: .forbidden)) }
    add(mainland, .mainland)
    add(hongKong, .hongKong)
    add(english, .english)
    for form in englishShort {
      terms.append(Term(form, language: .english, status: .admitted, type: .shortForm))
    }
    return Concept(
      id: id, kind: kind, terms: terms, isFamiliar: isFamiliar, domain: domain, cues: cues,
      rivals: rivals, source: source, note: note, otherFields: otherFields)
  }
}
