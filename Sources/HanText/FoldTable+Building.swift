import CICUShims

extension FoldTable {
  /// The table's 65,536 entries, from the installed ICU and ``CharacterVariants``.
  ///
  /// Takes about 100 ms, most of it to open ICU's rules: it is made once and kept in a compiled file.
  ///
  /// - Throws: ``ICUError`` where ICU lacks a rule.
  public static func build() throws(ICUError) -> [UInt16] {
    let latin = try Transliterator(rule: "Latin-ASCII")
    var table = (0...UInt16.max).map { $0 }
    for unit in UInt16.min...UInt16.max {
      guard let scalar = Unicode.Scalar(unit) else { continue }
      if let special = special(scalar) {
        table[Int(unit)] = special
        continue
      }
      var folded = try normalized(unit)
      if scalar.properties.isAlphabetic, (0xC0...0x24F).contains(unit) || (0x1E00...0x1EFF).contains(unit) {
        let ascii = try latin.apply(to: [unit])
        if ascii.count == 1 { folded = try normalized(ascii[0]) }
      }
      table[Int(unit)] = folded
    }
    try foldHan(&table)
    settle(&table)
    return table
  }

  /// One rule's result may be another's input: each unit becomes what its results end in. Where two
  /// rules send two characters to each other, the first of them.
  private static func settle(_ table: inout [UInt16]) {
    let once = table
    for unit in UInt16.min...UInt16.max {
      var seen: [UInt16] = [unit]
      while case let next = once[Int(seen[seen.count - 1])], next != 0 {
        if let first = seen.firstIndex(of: next) {
          table[Int(unit)] = seen[first...].min()!
          break
        }
        seen.append(next)
      }
    }
  }

  private static func special(_ scalar: Unicode.Scalar) -> UInt16? {
    switch scalar {
    case "\0": separator
    case "·", "‧", "・", "．", "•", "∙", "⋅", "･", "᛫": separator
    case "‘", "’", "ʼ", "＇", "`", "´", "ʻ": 0x27
    case "“", "”", "＂": 0x22
    case "‐", "‑", "‒", "–", "－", "﹣", "−": 0x2D
    case "\u{0300}"..."\u{036F}", "\u{FE00}"..."\u{FE0F}", "\u{20D0}"..."\u{20FF}": 0
    default:
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: separator
      case .format: 0
      default: nil
      }
    }
  }

  /// NFKC with case folding where that is one unit, else the unit itself.
  private static func normalized(_ unit: UInt16) throws(ICUError) -> UInt16 {
    var status: Int32 = 0
    var buffer: [UInt16] = [0, 0, 0, 0]
    let source = [unit]
    let length = unsafe source.withUnsafeBufferPointer { source in
      unsafe buffer.withUnsafeMutableBufferPointer { buffer in
        unsafe cicu_nfkc_casefold(source.baseAddress!, 1, buffer.baseAddress!, 4, &status)
      }
    }
    if cicu_overflowed(status) { return unit }
    guard !cicu_failed(status) else { throw ICUError(what: "NFKC_Casefold", status: status) }
    return length == 1 ? buffer[0] : unit
  }

  /// Han characters become the simplified form of their usual variant: many traditional characters
  /// have one simplified form, hardly any the other way round.
  private static func foldHan(_ table: inout [UInt16]) throws(ICUError) {
    for group in CharacterVariants.groups {
      let units = Array(group.utf16)
      guard let usual = units.first, !isSurrogate(usual) else { continue }
      for unit in units.dropFirst() where !isSurrogate(unit) { table[Int(unit)] = usual }
    }
    let simplified = try ScriptConverter(to: .simplified)
    for unit in UInt16.min...UInt16.max where isHan(table[Int(unit)]) {
      let result = try simplified.convert([table[Int(unit)]])
      if result.count == 1, !isSurrogate(result[0]) { table[Int(unit)] = result[0] }
    }
  }

  private static func isSurrogate(_ unit: UInt16) -> Bool { unit & 0xF800 == 0xD800 }

  private static func isHan(_ unit: UInt16) -> Bool {
    (0x3400...0x9FFF).contains(unit) || (0xF900...0xFAFF).contains(unit)
  }
}
