import HanText

/// A query as the engine compares it.
struct LookupQuery {
  /// Unicode scalars that are looked at; what is behind them is cut off.
  static let longest = 200

  /// The query, cut.
  let text: String
  let isCut: Bool
  let key: NameKey
  let hasHan: Bool
  let hasLatin: Bool

  init(_ given: String, table: FoldTable) {
    var scalars = String.UnicodeScalarView()
    var isCut = false
    for scalar in given.unicodeScalars {
      if scalars.count == Self.longest {
        isCut = true
        break
      }
      scalars.append(scalar)
    }
    self.isCut = isCut
    text = String(scalars)
    key = NameKey(table.fold(text))
    hasHan = key.units.contains(where: isHanUnit)
    hasLatin = key.units.contains { $0 < 0x80 }
  }

  /// How many slips are forgiven in a key of this length.
  static func allowedSlips(length: Int, hasHan: Bool) -> Int {
    hasHan ? (length < 3 ? 0 : length < 6 ? 1 : 2) : (length < 4 ? 0 : length < 8 ? 1 : 2)
  }
}
