public import TermModel

extension GlossaryCells {
  /// The text of one cell.
  public func cell(_ column: GlossaryColumn) -> String {
    switch column {
    case .id: id
    case .taiwan: taiwan.joined(separator: "|")
    case .english: english.joined(separator: "|")
    case .mainland: mainland.joined(separator: "|")
    case .hongKong: hongKong.joined(separator: "|")
    case .kind: kind?.rawValue ?? ""
    case .englishShort: englishShort.joined(separator: "|")
    case .deprecated: deprecated.joined(separator: "|")
    case .forbidden: forbidden.joined(separator: "|")
    case .familiar: isFamiliar ? "yes" : ""
    case .domain: domain
    case .cues: cues.joined(separator: "|")
    case .rivals: rivals.joined(separator: "|")
    case .source: source
    case .note: note
    }
  }

  /// Takes one cell over from another row.
  public mutating func setCell(_ column: GlossaryColumn, from other: GlossaryCells) {
    switch column {
    case .id: id = other.id
    case .taiwan: taiwan = other.taiwan
    case .english: english = other.english
    case .mainland: mainland = other.mainland
    case .hongKong: hongKong = other.hongKong
    case .kind: kind = other.kind
    case .englishShort: englishShort = other.englishShort
    case .deprecated: deprecated = other.deprecated
    case .forbidden: forbidden = other.forbidden
    case .familiar: isFamiliar = other.isFamiliar
    case .domain: domain = other.domain
    case .cues: cues = other.cues
    case .rivals: rivals = other.rivals
    case .source: source = other.source
    case .note: note = other.note
    }
  }

  /// The concept of this row in the place of an older one: the terms of that one which no row can
  /// say stay, for they are not the row's to take away.
  public func concept(keepingUnsaidOf old: Concept) -> Concept {
    let said = Set(GlossaryCells(old).concept.terms.map { SaidTerm($0) })
    var concept = concept
    concept.terms += old.terms.filter { !$0.isDerived && !said.contains(SaidTerm($0)) }
    return concept
  }

  /// What of a term a row can say.
  private struct SaidTerm: Hashable {
    var text: String
    var language: LanguageTag
    var status: TermStatus

    init(_ term: Term) {
      text = term.text
      language = term.language
      status = term.status == .preferred ? .admitted : term.status
    }
  }
}
