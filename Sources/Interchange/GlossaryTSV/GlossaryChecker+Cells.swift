import TermModel

extension GlossaryChecker {
  /// What is wrong with a cell as it stands, before the reader tidies it.
  mutating func checkRaw(_ cell: String, in column: GlossaryColumn, place: SourcePlace) {
    let name = column.rawValue
    if let scalar = cell.unicodeScalars.first(where: Self.isInvisible) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      report(.error, .invisible, place, ["column": name, "text": cell, "character": code])
    }
    let isList = column.isList && cell.utf8.contains(UInt8(ascii: "|"))
    let forms =
      isList
      ? cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init) : [cell]
    let inner = forms.map { $0.trimmingOuterSpace() }
    if cell.contains("  ") || inner != forms {
      report(.error, .straySpace, place, ["column": name, "text": cell])
    }
    guard isList else { return }
    if inner.contains("") {
      report(.error, .emptyForm, place, ["column": name, "text": cell])
    }
    var seen: Set<String> = []
    for form in inner where !form.isEmpty && !seen.insert(form).inserted {
      report(.error, .repeatedForm, place, ["column": name, "text": form])
    }
  }

  /// What cannot be seen, or not be told from a plain space.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return false }
    switch scalar.properties.generalCategory {
    case .format, .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
      .surrogate, .spaceSeparator:
      return true
    default:
      return scalar.properties.isVariationSelector || scalar == "\u{FFFD}"
    }
  }

  mutating func checkChinese(_ form: String, in column: GlossaryColumn, place: SourcePlace) {
    let name = column.rawValue
    let values = ["column": name, "text": form]
    let scalars = form.unicodeScalars
    let count = scalars.count
    if count == 1 { report(.error, .oneCharacter, place, values) }
    if count > Self.longestForm {
      let numbers = ["count": "\(count)", "longest": "\(Self.longestForm)"]
      report(.warning, .tooLong, place, values.merging(numbers) { $1 })
    }
    if hasSpaceBetweenHan(form) { report(.error, .straySpace, place, values) }
    if let separator = scalars.first(where: { Self.wrongSeparators.contains($0) }) {
      let found = ["character": String(separator)]
      report(.warning, .separator, place, values.merging(found) { $1 })
    }
    if scalars.contains("\"") { report(.warning, .quote, place, values) }
    checkScript(form, in: column, place: place)
  }

  private static let wrongSeparators: Set<Unicode.Scalar> = ["‧", "・", "．", "•", "･", "∙", "⋅"]

  private func hasSpaceBetweenHan(_ form: String) -> Bool {
    guard form.utf8.contains(UInt8(ascii: " ")) else { return false }
    let scalars = Array(form.unicodeScalars)
    return scalars.indices.dropFirst().dropLast().contains {
      scalars[$0] == " " && scalars[$0 - 1].properties.isIdeographic
        && scalars[$0 + 1].properties.isIdeographic
    }
  }

  private mutating func checkScript(
    _ form: String, in column: GlossaryColumn, place: SourcePlace
  ) {
    let values = ["column": column.rawValue, "text": form]
    if column == .mainland {
      let scalars = form.unicodeScalars
      guard let scalar = scalars.first(where: { !Self.isUnsure($0) && isTraditional($0) })
      else { return }
      let simplified = language.simplified(form)
      let found = ["character": String(scalar), "script": "traditional", "instead": simplified]
      report(.error, .script, place, values.merging(found) { $1 })
    } else if let scalar = form.unicodeScalars.first(where: { isSimplified($0) }) {
      let found = [
        "character": String(scalar), "script": "simplified",
        "instead": language.traditional(form),
      ]
      report(.error, .script, place, values.merging(found) { $1 })
    }
  }

  /// Characters that ICU rewrites and simplified text has all the same (GB 2312 lists them, and 瞭):
  /// 著名, 乾隆, 俱乐部, 姊妹, 大阪.
  private static func isUnsure(_ scalar: Unicode.Scalar) -> Bool {
    "乾俱吒夥姊徵摺於箝苎菸著藉跤阪瞭".unicodeScalars.contains(scalar)
  }

  mutating func checkEnglish(_ name: String, in column: GlossaryColumn, place: SourcePlace) {
    let values = ["column": column.rawValue, "text": name]
    if name.unicodeScalars.contains(where: \.properties.isIdeographic) {
      report(.error, .hanInEnglish, place, values)
    }
    let hasLatin = name.unicodeScalars.contains {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0)
        || ($0.value >= 0xC0 && $0.value < 0x2000 && $0.properties.isAlphabetic
          && ($0.properties.name?.hasPrefix("LATIN ") ?? false))
    }
    if !hasLatin { report(.error, .noLatin, place, values) }
    if name.hasPrefix("\"") || name.hasSuffix("\"") { report(.warning, .quote, place, values) }
  }
}
