public import TermModel

/// Writes concepts as a glossary file: all known columns, then the fields that the concepts bring.
///
///     let text = try GlossaryWriter.write([nvidia])
///     GlossaryReader.read(text.bytes, document: "-").rows[0].concept == nvidia   // true
///
/// Reading gives the same concepts again, apart from what a row cannot say (see ``Text/warnings``)
/// and the order of a concept's other fields, which is one for the whole file.
public struct GlossaryWriter {
  /// A glossary file.
  public struct Text: Sendable {
    /// UTF-8, lines ending in LF.
    public var bytes: [UInt8]
    /// Terms that no column can say (of another language; deprecated outside zh-TW), each once.
    public var warnings: [GlossaryError]
  }

  /// - Complexity: O(*n*).
  /// - Throws: ``TermModel/ConceptFlaw`` for a concept that no row can hold, ``GlossaryError`` with
  ///   `fieldName` for a field that has the name of a known column, with `tooManyColumns` for more
  ///   fields than a file may have columns.
  public static func write(_ concepts: [Concept]) throws -> Text {
    var fields: [String] = []
    var seen: Set<String> = []
    for concept in concepts {
      for field in concept.otherFields where seen.insert(field.name).inserted {
        if GlossaryColumn(name: field.name) != nil {
          throw GlossaryError(.fieldName, nil, ["field": field.name, "id": concept.id])
        }
        fields.append(field.name)
      }
    }
    let header = GlossaryColumn.allCases.map(\.rawValue) + fields
    let isLong = header.reduce(0) { $0 + $1.utf8.count + 1 } > Concept.longest
    if header.count > GlossaryHeader.mostColumns || isLong {
      throw GlossaryError(
        .tooManyColumns, nil,
        ["count": "\(header.count)", "most": "\(GlossaryHeader.mostColumns)"])
    }
    var writer = GlossaryWriter(fields: fields)
    writer.append(header)
    for concept in concepts { try writer.append(concept) }
    return writer.text
  }

  private let fields: [String]
  private var text = Text(bytes: [], warnings: [])

  private init(fields: [String]) { self.fields = fields }

  private mutating func append(_ concept: Concept) throws {
    if let flaw = concept.flaw { throw flaw }
    let row = GlossaryCells(concept)
    warn(of: concept, row)
    var values = GlossaryColumn.allCases.map { row.cell($0) }
    if !fields.isEmpty {
      let byName = Dictionary(
        concept.otherFields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
      values += fields.map { byName[$0] ?? "" }
    }
    append(values)
  }

  private mutating func append(_ values: [String]) {
    let last = values.lastIndex { !$0.isEmpty } ?? 0
    for (index, value) in values[...last].enumerated() {
      if index > 0 { text.bytes.append(UInt8(ascii: "\t")) }
      text.bytes.append(contentsOf: value.utf8)
    }
    text.bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func warn(of concept: Concept, _ row: GlossaryCells) {
    let own = concept.terms.filter { !$0.isDerived }
    let said =
      row.taiwan.count + row.deprecated.count + row.forbidden.count + row.mainland.count
      + row.hongKong.count + row.english.count + row.englishShort.count
    guard said < own.count else { return }
    let isUsed: Set<TermStatus> = [.preferred, .admitted]
    for term in own {
      let isSaid: Bool
      switch term.language {
      case .taiwan: isSaid = true
      case .mainland, .hongKong, .english: isSaid = isUsed.contains(term.status)
      default: isSaid = false
      }
      if isSaid { continue }
      text.warnings.append(
        GlossaryError(
          .termLeftOut, nil,
          [
            "text": term.text, "language": term.language.description, "id": concept.id,
            "status": term.status.rawValue,
          ]))
    }
  }
}
