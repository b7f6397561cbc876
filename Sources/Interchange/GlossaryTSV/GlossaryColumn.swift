/// The columns of a glossary file that Yiming knows, in the order in which it writes them.
///
/// - SeeAlso: DESIGN.md, "Glossary files (TSV)".
public enum GlossaryColumn: String, CaseIterable, Sendable {
  case id
  case taiwan = "zh-TW"
  case english = "en"
  case mainland = "zh-CN"
  case hongKong = "zh-HK"
  case kind
  case englishShort = "en-short"
  case deprecated
  case forbidden
  case familiar
  case domain
  case cues
  case rivals
  case source
  case note

  /// Whether `|` parts several forms in a cell of this column; elsewhere it is a character.
  public var isList: Bool {
    switch self {
    case .taiwan, .english, .mainland, .hongKong, .englishShort, .deprecated, .forbidden, .cues,
      .rivals:
      true
    case .id, .kind, .familiar, .domain, .source, .note: false
    }
  }

  /// Whether its cells hold Chinese forms.
  var isChinese: Bool {
    switch self {
    case .taiwan, .mainland, .hongKong, .deprecated, .forbidden: true
    default: false
    }
  }

  /// The column of this name: case does not count, nor whether `-` or `_` is written.
  init?(name: String) {
    let wanted = name.lowercased().replacing("_", with: "-")
    guard let column = Self.allCases.first(where: { $0.rawValue.lowercased() == wanted })
    else { return nil }
    self = column
  }
}
