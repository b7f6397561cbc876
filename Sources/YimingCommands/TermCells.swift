import ArgumentParser
import Interchange
import TermModel

/// The options that fill the cells of a concept, for `term add` and `term edit`.
struct TermCells: ParsableArguments {
  @Option(help: "person, org, place, product, work or other.", transform: TermCells.kind)
  var kind: ConceptKind?

  @Option(
    name: .customLong("zh-cn"),
    help: ArgumentHelp("What the mainland says, where it is another word.", valueName: "form"))
  var mainland: [String] = []

  @Option(
    name: .customLong("zh-hk"),
    help: ArgumentHelp("What Hong Kong says, where it is another word.", valueName: "form"))
  var hongKong: [String] = []

  @Option(help: ArgumentHelp("What later mentions use in English: Trump.", valueName: "name"))
  var short: [String] = []

  @Option(help: ArgumentHelp("A Taiwanese form that is met but not to be used.", valueName: "form"))
  var deprecated: [String] = []

  @Option(help: ArgumentHelp("A Taiwanese form that is wrong.", valueName: "form"))
  var forbidden: [String] = []

  @Option(help: "Politics, technology, law…")
  var domain: String?

  @Option(help: ArgumentHelp("A word that speaks for this sense; repeatable.", valueName: "word"))
  var cue: [String] = []

  @Option(
    help: ArgumentHelp("A word that speaks for another sense; repeatable.", valueName: "word"))
  var rival: [String] = []

  @Option(help: ArgumentHelp("Where the name was taken from.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("What a reader should know of it.", valueName: "text"))
  var note: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Whether every reader knows it, so that it is annotated only when asked.")
  var familiar: Bool?

  /// The kind of this name.
  static func kind(_ name: String) throws -> ConceptKind {
    guard let kind = ConceptKind(rawValue: name.lowercased()) else {
      let known = ConceptKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("There is no kind \"\(name)\"; the kinds are \(known).")
    }
    return kind
  }

  /// Whether no option was given.
  var isEmpty: Bool {
    kind == nil && domain == nil && source == nil && note == nil && familiar == nil
      && [mainland, hongKong, short, deprecated, forbidden, cue, rival].allSatisfy(\.isEmpty)
  }

  /// Fills the cells for which an option was given. A list that is given replaces the old one; an
  /// empty text clears the cell.
  func fill(_ cells: inout GlossaryCells) {
    if let kind { cells.kind = kind }
    Self.replace(&cells.mainland, mainland)
    Self.replace(&cells.hongKong, hongKong)
    Self.replace(&cells.englishShort, short)
    Self.replace(&cells.deprecated, deprecated)
    Self.replace(&cells.forbidden, forbidden)
    Self.replace(&cells.cues, cue)
    Self.replace(&cells.rivals, rival)
    if let domain { cells.domain = domain.trimmingOuterSpace() }
    if let source { cells.source = source.trimmingOuterSpace() }
    if let note { cells.note = note.trimmingOuterSpace() }
    if let familiar { cells.isFamiliar = familiar }
  }

  /// Trims what a person typed, drops repeats, and keeps the old list where nothing was given.
  static func replace(_ list: inout [String], _ given: [String]) {
    guard !given.isEmpty else { return }
    // One empty text clears the cell; beside others it is a slip, which storing refuses.
    list = given == [""] ? [] : tidy(given)
  }

  static func tidy(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.map { $0.trimmingOuterSpace() }.filter { seen.insert($0).inserted }
  }
}
