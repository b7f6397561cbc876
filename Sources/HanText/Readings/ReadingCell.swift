/// A letter of a text that is to be read as syllables, with the signs around it.
struct ReadingCell {
  enum Kind {
    /// Small Latin letter; `v` for ü.
    case letter(UInt8)
    case zhuyin(Syllable.Part)
    case han([Reading])
  }

  var kind: Kind
  /// A sign over the letter, or behind it.
  var tones: Tones = []
  /// The light tone's dot, which some write before the syllable.
  var tonesBefore: Tones = []
  /// Whether a space or a hyphen stands before it.
  var startsSyllable = false
  var followsApostrophe = false
  /// Whether a tone's digit or sign stands behind it.
  var endsSyllable = false

  var isZhuyin: Bool { if case .zhuyin = kind { true } else { false } }

  var isHan: Bool { if case .han = kind { true } else { false } }

  /// The letters of a text; `nil` where something stands in it that is no part of a reading.
  ///
  /// - Complexity: O(*n*).
  static func cells(of text: String, table: ReadingTable?) -> [ReadingCell]? {
    var cells: [ReadingCell] = []
    var isBoundary = false
    var isApostrophe = false
    var tonesBefore: Tones = []
    for scalar in text.unicodeScalars {
      if let tones = Tones(zhuyin: scalar), let last = cells.last, last.isZhuyin,
        last.tones.isEmpty,
        !isBoundary, tonesBefore.isEmpty
      {
        cells[cells.count - 1].tones = tones
        cells[cells.count - 1].endsSyllable = true
        continue
      }
      if scalar == "˙" {
        tonesBefore = Tones(5)
        continue
      }
      var cell: ReadingCell?
      if let part = Syllable.part(scalar) {
        cell = ReadingCell(kind: .zhuyin(part))
      } else if let letter = LatinLetter(scalar) {
        cell = ReadingCell(kind: .letter(letter.base), tones: letter.tones)
      } else if let digit = toneDigit(scalar) {
        guard let last = cells.last, !isBoundary, !isApostrophe, !last.isHan, last.tones.isEmpty
        else { return nil }
        cells[cells.count - 1].tones = Tones(digit)
        cells[cells.count - 1].endsSyllable = true
        continue
      } else if let mark = LatinMark(scalar) {
        guard !cells.isEmpty, !isBoundary, mark.apply(to: &cells[cells.count - 1]) else {
          return nil
        }
        continue
      } else if isSeparator(scalar) {
        isBoundary = true
        continue
      } else if isApostropheSign(scalar) {
        isApostrophe = true
        continue
      } else if let table, let unit = UInt16(exactly: scalar.value) {
        let readings = table.readings(of: unit)
        if readings.isEmpty { return nil }
        cell = ReadingCell(kind: .han(readings))
      }
      guard var cell else { return nil }
      cell.startsSyllable = isBoundary || !tonesBefore.isEmpty
      cell.followsApostrophe = isApostrophe
      cell.tonesBefore = tonesBefore
      (isBoundary, isApostrophe, tonesBefore) = (false, false, [])
      cells.append(cell)
    }
    return cells
  }

  private static func toneDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x31...0x35: Int(scalar.value) - 0x30
    case 0xFF11...0xFF15: Int(scalar.value) - 0xFF10
    case 0x30: 5
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2074, 0x2075: Int(scalar.value) - 0x2070
    default: nil
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "‐", "‑", "–", "－", "·", "‧", "・", "．", "•", ".", ",", "，", "、", "\t", "\n", "\r":
      true
    default: scalar.properties.generalCategory == .spaceSeparator
    }
  }

  private static func isApostropheSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "’", "‘", "ʼ", "ʻ", "＇", "`", "´", "ʹ", "′": true
    default: false
    }
  }
}
