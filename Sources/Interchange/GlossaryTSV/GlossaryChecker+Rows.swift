import TermModel

extension GlossaryChecker {
  /// What is wrong with a row, by itself and beside the rows before it.
  mutating func check(_ concept: Concept, hasID: Bool, place: SourcePlace) {
    let row = GlossaryCells(concept)
    for (forms, column) in [
      (row.taiwan, GlossaryColumn.taiwan), (row.deprecated, .deprecated),
      (row.forbidden, .forbidden), (row.mainland, .mainland), (row.hongKong, .hongKong),
    ] {
      for form in forms { checkChinese(form, in: column, place: place) }
    }
    for name in row.english { checkEnglish(name, in: .english, place: place) }
    for name in row.englishShort { checkEnglish(name, in: .englishShort, place: place) }
    checkWords(row, place: place)
    checkRegions(row, place: place)
    if hasID { checkID(row.id, place: place) }
    checkBesideOthers(row, hasID: hasID, place: place)
  }

  private mutating func checkWords(_ row: GlossaryCells, place: SourcePlace) {
    if row.cues.isEmpty, row.rivals.isEmpty, !row.isFamiliar {
      for form in row.taiwan {
        let count = language.wordCount(form)
        if count < Self.ordinaryCount { continue }
        report(.warning, .ordinaryWord, place, ["text": form, "count": "\(count)"])
      }
    }
    for cue in row.cues where row.rivals.contains(cue) {
      report(.error, .cueIsRival, place, ["text": cue])
    }
    let used = Set(row.taiwan)
    for form in row.deprecated + row.forbidden where used.contains(form) {
      report(.error, .statusTwice, place, ["text": form])
    }
    for form in row.deprecated where row.forbidden.contains(form) {
      report(.error, .statusTwice, place, ["text": form])
    }
  }

  /// A cell that only says in its script what would be derived from zh-TW.
  private mutating func checkRegions(_ row: GlossaryCells, place: SourcePlace) {
    if row.mainland.count == 1, let form = row.taiwan.first,
      language.simplified(form) == row.mainland[0]
    {
      report(.warning, .derivable, place, ["column": "zh-CN", "text": row.mainland[0]])
    }
    if row.hongKong.count == 1, row.hongKong[0] == row.taiwan.first {
      report(.warning, .derivable, place, ["column": "zh-HK", "text": row.hongKong[0]])
    }
  }

  private mutating func checkID(_ id: String, place: SourcePlace) {
    let isKebab = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    if !isKebab || id.hasSuffix("-") || id.contains("--") {
      report(.warning, .idStyle, place, ["id": id])
    }
    if let first = seen.ids.updateValue(place, forKey: id) {
      seen.ids[id] = first
      report(.error, .idTwice, place, ["id": id, "first": first.description])
    }
  }

  private mutating func checkBesideOthers(
    _ row: GlossaryCells, hasID: Bool, place: SourcePlace
  ) {
    guard let name = row.english.first else { return }
    let english = name.lowercased()
    let this = SeenRows.Row(cells: row, hasID: hasID, place: place)
    var isTold = false
    for form in row.taiwan.isEmpty ? row.mainland + row.hongKong : row.taiwan {
      let key = SeenRows.Pair(form: form, english: english)
      guard let first = seen.pairs[key] else {
        seen.pairs[key] = this
        continue
      }
      if isTold || Self.areTwoSenses(first, this) { continue }
      isTold = true
      // Lists that are kept apart, for their licences, may both have a name.
      let severity: GlossaryFinding.Severity =
        first.place.document == place.document ? .error : .warning
      let values = ["text": form, "english": name, "first": first.place.description]
      report(severity, .rowTwice, place, values)
    }
    let key = SeenRows.Name(english: english, kind: row.kind)
    guard let first = seen.names[key] else {
      seen.names[key] = this
      return
    }
    if isTold || Self.areTwoSenses(first, this) { return }
    let columns = Self.contradictions(first.cells, row)
    let values = [
      "english": name, "first": first.place.description,
      "columns": columns.joined(separator: ", "),
    ]
    report(.warning, columns.isEmpty ? .englishTwice : .contradiction, place, values)
  }

  /// Whether two rows of one name are told apart on purpose: each has its own id, and cues or
  /// rivals, or a note that is not the other's. Georgia the country, Georgia the state.
  private static func areTwoSenses(_ left: SeenRows.Row, _ right: SeenRows.Row) -> Bool {
    guard left.hasID, right.hasID else { return false }
    func hasWords(_ row: GlossaryCells) -> Bool { !row.cues.isEmpty || !row.rivals.isEmpty }
    let notes = (left.cells.note, right.cells.note)
    return (hasWords(left.cells) && hasWords(right.cells))
      || (!notes.0.isEmpty && !notes.1.isEmpty && notes.0 != notes.1
        && Set(left.cells.taiwan).isDisjoint(with: right.cells.taiwan))
  }

  /// The columns that both rows fill, each otherwise.
  private static func contradictions(_ left: GlossaryCells, _ right: GlossaryCells) -> [String] {
    let columns: [GlossaryColumn] = [.mainland, .hongKong, .englishShort, .domain]
    var names = columns.filter {
      let (one, other) = (left.cell($0), right.cell($0))
      return !one.isEmpty && !other.isEmpty && one != other
    }
    if left.isFamiliar != right.isFamiliar { names.append(.familiar) }
    return names.map(\.rawValue)
  }
}
