import TermModel

/// One line's bytes to the concept that it tells of. Used again for every row, so that the places of
/// the cells are allocated once.
struct GlossaryRowReader {
  private let bytes: [UInt8]
  private let document: String
  private var cells: [Range<Int>] = []

  init(_ bytes: [UInt8], document: String) {
    self.bytes = bytes
    self.document = document
  }

  /// The trimmed texts of a header row; those of trailing tabs are left out.
  mutating func texts(
    _ line: Range<Int>, place: SourcePlace
  ) throws(GlossaryError) -> [String] {
    try split(line, place: place)
    while let last = cells.last, trimmed(last).isEmpty { cells.removeLast() }
    var texts: [String] = []
    for (index, cell) in cells.enumerated() {
      texts.append(try text(trimmed(cell), column: "\(index + 1)", place: place))
    }
    return texts
  }

  /// A row's concept; its id is empty where the row names none.
  ///
  /// - Throws: ``GlossaryError`` with the first thing that is wrong, by column.
  mutating func read(
    _ line: Range<Int>, header: GlossaryHeader, place: SourcePlace
  ) throws(GlossaryError) -> Concept {
    try split(line, place: place)
    var row = GlossaryCells(id: "")
    for (index, cell) in cells.enumerated() {
      let inner = trimmed(cell)
      if inner.isEmpty { continue }
      let column = index < header.columns.count ? header.columns[index] : .unnamed
      switch column {
      case .known(let column): try set(column, of: &row, to: inner, place: place)
      case .other(let name):
        let value = try text(inner, column: name, place: place)
        row.otherFields.append(Concept.Field(name: name, value: value))
      case .unnamed:
        let value = String(decoding: bytes[inner], as: UTF8.self)
        let count = header.columns.count
        throw GlossaryError(
          .tooManyCells, place, ["column": "\(index + 1)", "count": "\(count)", "text": value])
      }
    }
    if row.taiwan.isEmpty, row.mainland.isEmpty, row.hongKong.isEmpty {
      throw GlossaryError(.noChinese, place, ["text": row.english.first ?? ""])
    }
    if row.english.isEmpty {
      let form = row.taiwan.first ?? row.mainland.first ?? row.hongKong.first
      throw GlossaryError(.noEnglish, place, ["text": form ?? ""])
    }
    if line.count > 10_000 || !row.otherFields.isEmpty { try checkSize(row, place: place) }
    return row.concept
  }

  /// The names of unknown columns count too, so that whatever is read can be stored and written.
  private func checkSize(_ row: GlossaryCells, place: SourcePlace) throws(GlossaryError) {
    var row = row
    if row.id.isEmpty { row.id = String(repeating: "x", count: 100) }
    guard let flaw = row.concept.flaw, flaw.code == .tooLong else { return }
    throw GlossaryError(
      .rowTooLong, place,
      ["bytes": flaw.values["bytes"] ?? "", "longest": flaw.values["longest"] ?? ""])
  }

  private func set(
    _ column: GlossaryColumn, of row: inout GlossaryCells, to cell: Range<Int>, place: SourcePlace
  ) throws(GlossaryError) {
    if column.isList {
      let forms = try list(cell, column: column, place: place)
      switch column {
      case .taiwan: row.taiwan = forms
      case .english: row.english = forms
      case .mainland: row.mainland = forms
      case .hongKong: row.hongKong = forms
      case .englishShort: row.englishShort = forms
      case .deprecated: row.deprecated = forms
      case .forbidden: row.forbidden = forms
      case .cues: row.cues = forms
      default: row.rivals = forms
      }
      return
    }
    let value = try text(cell, column: column.rawValue, place: place)
    switch column {
    case .id:
      guard Self.isID(value) else { throw GlossaryError(.badID, place, ["id": value]) }
      row.id = value
    case .kind:
      guard let kind = ConceptKind(rawValue: value) ?? ConceptKind(rawValue: value.lowercased())
      else { throw GlossaryError(.unknownKind, place, ["kind": value]) }
      row.kind = kind
    case .familiar:
      switch value.lowercased() {
      case "yes": row.isFamiliar = true
      case "no": row.isFamiliar = false
      default: throw GlossaryError(.familiar, place, ["text": value])
      }
    case .domain: row.domain = value
    case .source: row.source = value
    default: row.note = value
    }
  }

  /// As ``TermModel/Concept/flaw`` has it.
  private static func isID(_ id: String) -> Bool {
    guard id.utf8.count <= 200, let first = id.utf8.first,
      first != UInt8(ascii: "#"), first != UInt8(ascii: "-")
    else { return false }
    return id.unicodeScalars.allSatisfy {
      $0 != " " && $0 != "|" && ($0.isASCII || !$0.properties.isWhitespace)
        && $0 != "\u{200B}" && $0 != "\u{FEFF}"
    }
  }

  private func list(
    _ cell: Range<Int>, column: GlossaryColumn, place: SourcePlace
  ) throws(GlossaryError) -> [String] {
    var forms: [String] = []
    var seen: Set<String> = []
    var start = cell.lowerBound
    while start <= cell.upperBound {
      var end = start
      while end < cell.upperBound, bytes[end] != UInt8(ascii: "|") { end += 1 }
      let inner = trimmed(start..<end)
      start = end + 1
      if inner.isEmpty { continue }
      let form = try text(inner, column: column.rawValue, place: place)
      // A short list is searched as it is; a long one must not cost its square.
      if forms.count == 8 { seen = Set(forms) }
      if forms.count < 8 ? forms.contains(form) : !seen.insert(form).inserted { continue }
      forms.append(form)
    }
    return forms
  }

  /// Finds the cells, and what no cell may hold: control characters and line ends.
  private mutating func split(
    _ line: Range<Int>, place: SourcePlace
  ) throws(GlossaryError) {
    if line.count > GlossaryReader.longestRow {
      throw GlossaryError(
        .rowTooLong, place,
        ["bytes": "\(line.count)", "longest": "\(GlossaryReader.longestRow)"])
    }
    cells.removeAll(keepingCapacity: true)
    let bytes = bytes
    let span = bytes.span
    var start = line.lowerBound
    for index in line {
      let byte = span[index]
      // All but a few bytes of a file are settled here.
      if byte >= 0x20, byte != 0x7F, byte != 0xC2, byte != 0xE2 { continue }
      if byte == UInt8(ascii: "\t") {
        cells.append(start..<index)
        start = index + 1
      } else if byte < 0x80 {
        throw control(UInt32(byte), place)
      } else if let scalar = lineControl(at: index, in: line) {
        throw control(scalar, place)
      }
    }
    cells.append(start..<line.upperBound)
  }

  /// C1 controls, U+2028 and U+2029 in UTF-8.
  private func lineControl(at index: Int, in line: Range<Int>) -> UInt32? {
    guard index + 1 < line.upperBound else { return nil }
    let next = bytes[index + 1]
    if bytes[index] == 0xC2 { return (0x80...0x9F).contains(next) ? UInt32(next) : nil }
    guard next == 0x80, index + 2 < line.upperBound else { return nil }
    switch bytes[index + 2] {
    case 0xA8: return 0x2028
    case 0xA9: return 0x2029
    default: return nil
    }
  }

  private func control(_ value: UInt32, _ place: SourcePlace) -> GlossaryError {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return GlossaryError(.controlCharacter, place, ["character": code])
  }

  private func text(
    _ range: Range<Int>, column: String, place: SourcePlace
  ) throws(GlossaryError) -> String {
    do {
      return String(copying: try UTF8Span(validating: bytes.span.extracting(range)))
    } catch {
      throw GlossaryError(.invalidUTF8, place, ["column": column])
    }
  }

  /// The cell without white space and zero-width spaces around it.
  private func trimmed(_ cell: Range<Int>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard start < end, isMaybeSpace(bytes[start]) || isMaybeSpaceEnd(start..<end) else {
      return start..<end
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    // Wrong UTF-8 is told of by whoever makes the text; its bytes are not moved here.
    guard text.utf8.count == end - start else { return start..<end }
    let inner = text.trimmingOuterSpace()
    guard !inner.isEmpty else { return start..<start }
    let lead = text.unicodeScalars.prefix { $0 != inner.unicodeScalars.first }
    start += lead.reduce(0) { $0 + UTF8.width($1) }
    return start..<(start + inner.utf8.count)
  }

  /// Whether a white space beyond ASCII may begin with this byte: U+00A0, U+1680, U+2000…U+3000,
  /// U+FEFF.
  private func isMaybeSpace(_ byte: UInt8) -> Bool {
    byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
  }

  private func isMaybeSpaceEnd(_ cell: Range<Int>) -> Bool {
    if cell.count >= 3, bytes[cell.upperBound - 3] >= 0xE1 {
      return isMaybeSpace(bytes[cell.upperBound - 3])
    }
    return cell.count >= 2 && bytes[cell.upperBound - 2] == 0xC2
  }
}
