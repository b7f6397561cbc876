import TermModel

/// Finds what is wrong in glossary files, or likely to be.
///
///     var checker = GlossaryChecker(language: language)
///     checker.check(bytes, document: "names.tsv")
///     checker.findings.filter { $0.severity == .error }
///
/// Files given to one checker are looked at as one layer of names: an id may stand in one of them
/// only.
public struct GlossaryChecker {
  /// A word counted this often is an ordinary word. McBopomofo's list, of 161,429 words, has 40,000
  /// that reach it.
  public static let ordinaryCount = 25
  /// Characters of the longest form that is recognised in a text.
  public static let longestForm = 64

  /// In the order of the files and of their lines.
  public private(set) var findings: [GlossaryFinding] = []
  public private(set) var rowCount = 0

  let language: GlossaryLanguage
  var seen = SeenRows()
  /// Whether a character is written otherwise in the other script: asked once each.
  private var isSimplifiedOnly: [Unicode.Scalar: Bool] = [:]
  private var isTraditionalOnly: [Unicode.Scalar: Bool] = [:]

  public init(language: GlossaryLanguage) { self.language = language }

  /// Checks one more file.
  ///
  /// - Complexity: O(*n*), and a conversion for each distinct character.
  public mutating func check(_ bytes: [UInt8], document: String) {
    let contents = GlossaryReader.read(bytes, document: document)
    let start = findings.count
    for problem in contents.problems { findings.append(GlossaryFinding(.error, problem)) }
    for warning in contents.warnings { findings.append(GlossaryFinding(.warning, warning)) }
    if contents.isRefused { return }
    rowCount += contents.rows.count + contents.badRowCount
    var raw = RawGlossaryCells(bytes, document: document)
    for row in contents.rows {
      let place = SourcePlace(document: document, line: row.line)
      let cells = raw.cells(ofLine: row.line)
      for (column, text) in cells { checkRaw(text, in: column, place: place) }
      let hasID = cells.contains { $0.column == .id && !$0.text.isEmpty }
      check(row.concept, hasID: hasID, place: place)
    }
    // Row by row, what the reader said among the rest.
    let sorted = findings[start...].enumerated().sorted {
      ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset)
    }
    findings.replaceSubrange(start..., with: sorted.map(\.element))
  }

  mutating func report(
    _ severity: GlossaryFinding.Severity, _ code: GlossaryFinding.Code, _ place: SourcePlace,
    _ values: [String: String] = [:]
  ) {
    findings.append(GlossaryFinding(severity, code, place, values))
  }

  /// Whether the character is simplified: traditional script writes another, and no Taiwanese word
  /// has it (台, 只 and 面 do not count).
  mutating func isSimplified(_ scalar: Unicode.Scalar) -> Bool {
    if let known = isSimplifiedOnly[scalar] { return known }
    let text = String(scalar)
    let answer = !language.isTaiwanese(scalar) && language.traditional(text) != text
    isSimplifiedOnly[scalar] = answer
    return answer
  }

  mutating func isTraditional(_ scalar: Unicode.Scalar) -> Bool {
    if let known = isTraditionalOnly[scalar] { return known }
    let text = String(scalar)
    let answer = language.simplified(text) != text
    isTraditionalOnly[scalar] = answer
    return answer
  }
}
