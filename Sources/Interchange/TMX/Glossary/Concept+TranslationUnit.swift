import TermModel

extension Concept {
  /// The concept that a unit tells of, with what every program may have written: the first variant
  /// of a language is the preferred form, the others are admitted, unless properties say more.
  ///
  /// - Parameter isOwn: whether the file is a glossary of ours, so that `tuid` is the id.
  init(_ unit: TranslationUnit, isOwn: Bool) {
    self.init(id: isOwn ? unit.id ?? "" : "")
    note = Self.joined(unit.notes.map { Self.line($0.text) })
    for property in unit.properties { take(property) }
    var seen: Set<Term> = []
    var hasPreferred: Set<LanguageTag> = []
    for variant in unit.variants {
      guard let language = variant.language, let segment = variant.segment else { continue }
      let text = Self.line(segment.text)
      if text.isEmpty { continue }
      let tag = Self.language(language)
      var term = Term(text, language: tag, status: .preferred)
      if hasPreferred.contains(tag) { term.status = .admitted }
      for property in variant.properties { term.take(property) }
      var key = term
      if key.status == .preferred { key.status = .admitted }
      if !seen.insert(key).inserted { continue }
      if term.status == .preferred { hasPreferred.insert(tag) }
      terms.append(term)
    }
  }

  private mutating func take(_ property: UnitProperty) {
    let value = Self.line(property.value)
    if value.isEmpty { return }
    switch property.type {
    case ConceptProperty.kind?:
      if let kind = ConceptKind(rawValue: value.lowercased()) {
        self.kind = kind
      } else {
        keep(property, value)
      }
    case ConceptProperty.familiar?: isFamiliar = value.lowercased() == "yes"
    case ConceptProperty.domain?: domain = domain.isEmpty ? value : Self.joined([domain, value])
    case ConceptProperty.cue?: if !cues.contains(value) { cues.append(value) }
    case ConceptProperty.rival?: if !rivals.contains(value) { rivals.append(value) }
    case ConceptProperty.source?: source = source.isEmpty ? value : Self.joined([source, value])
    default: keep(property, value)
    }
  }

  /// What no cell is for becomes a field; a second value of one name is put after the first.
  private mutating func keep(_ property: UnitProperty, _ value: String) {
    var name = Self.line(property.type ?? "prop")
    if name.hasPrefix(ConceptProperty.field) {
      name = String(name.dropFirst(ConceptProperty.field.count))
    }
    if name.isEmpty || GlossaryColumn(name: name) != nil { name = "x-\(name)" }
    if let index = otherFields.firstIndex(where: { $0.name == name }) {
      otherFields[index].value += "; \(value)"
    } else {
      otherFields.append(Field(name: name, value: value))
    }
  }

  /// English of any region is English; a Chinese tag is the region that it means.
  private static func language(_ written: String) -> LanguageTag {
    let tag = LanguageTag(written).reconciled
    return tag.description.hasPrefix("en-") ? .english : tag
  }

  private static func joined(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// The text on one line, as a cell is: line ends and other control characters become a space.
  private static func line(_ text: String) -> String {
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    if isClean { return text.trimmingOuterSpace() }
    var words = ""
    var isSpace = false
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
        || scalar.value == 0x2029
      if isControl {
        isSpace = true
        continue
      }
      if isSpace, !words.hasSuffix(" "), scalar != " " { words += " " }
      isSpace = false
      words.unicodeScalars.append(scalar)
    }
    return words.trimmingOuterSpace()
  }
}

extension Term {
  fileprivate mutating func take(_ property: UnitProperty) {
    switch property.type {
    case ConceptProperty.status?:
      if let status = TermStatus(rawValue: property.value) { self.status = status }
    case ConceptProperty.type?:
      if let type = TermType(rawValue: property.value) { self.type = type }
    case ConceptProperty.derived?: isDerived = property.value == "yes"
    default: break
    }
  }
}
