import TermModel

/// Writes concepts as bytes for a compiled file.
struct ConceptEncoder {
  private(set) var bytes: [UInt8] = []

  mutating func encode(_ concept: Concept) {
    append(concept.id)
    append(concept.kind?.rawValue ?? "")
    append(number: concept.isFamiliar ? 1 : 0)
    for text in [concept.domain, concept.source, concept.note] { append(text) }
    for list in [concept.cues, concept.rivals] {
      append(number: list.count)
      for text in list { append(text) }
    }
    append(number: concept.otherFields.count)
    for field in concept.otherFields {
      append(field.name)
      append(field.value)
    }
    append(number: concept.terms.count)
    for term in concept.terms {
      append(term.text)
      append(term.language.description)
      append(number: TermStatus.allCases.firstIndex(of: term.status)!)
      append(number: TermType.allCases.firstIndex(of: term.type)!)
      append(number: term.isDerived ? 1 : 0)
    }
  }

  private mutating func append(_ text: String) {
    append(number: text.utf8.count)
    bytes += text.utf8
  }

  /// Seven bits a byte, the lowest first.
  private mutating func append(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads what ``ConceptEncoder`` wrote. The bytes are checksummed by their file: what does not fit is
/// our own mistake, and traps.
struct ConceptDecoder {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  mutating func decode() -> Concept {
    var concept = Concept(id: text(), kind: ConceptKind(rawValue: text()))
    concept.isFamiliar = number() == 1
    concept.domain = text()
    concept.source = text()
    concept.note = text()
    concept.cues = (0..<number()).map { _ in text() }
    concept.rivals = (0..<number()).map { _ in text() }
    concept.otherFields = (0..<number()).map { _ in
      let name = text()
      return Concept.Field(name: name, value: text())
    }
    concept.terms = (0..<number()).map { _ in
      let word = text()
      let language = LanguageTag(text())
      let status = TermStatus.allCases[number()]
      let type = TermType.allCases[number()]
      return Term(word, language: language, status: status, type: type, isDerived: number() == 1)
    }
    return concept
  }

  private mutating func text() -> String {
    let count = number()
    defer { at += count }
    return String(decoding: bytes[at..<at + count], as: UTF8.self)
  }

  private mutating func number() -> Int {
    var result = 0
    var shift = 0
    while true {
      let byte = bytes[at]
      at += 1
      result |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
  }
}
