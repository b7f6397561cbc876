import Interchange
import TermModel

/// Concepts that a glossary file can say, of all shapes.
enum RandomConcept {
  private static let pieces = [
    "輝", "達", "川普", "·", "é", "Nvidia", "a b", "#", "-", "\"", "'", "𠮷", "👨‍👩‍👧", "e\u{301}", "(", "、",
    "0", "\\", "{text}", "\u{200D}",
  ]

  static func make(number: Int, using random: inout some RandomNumberGenerator) -> Concept {
    var cells = GlossaryCells(id: "concept-\(number)")
    cells.taiwan = texts(0...4, using: &random)
    cells.mainland = texts(0...2, using: &random)
    cells.hongKong = texts((cells.taiwan + cells.mainland).isEmpty ? 1...2 : 0...2, using: &random)
    cells.english = texts(1...3, using: &random)
    cells.englishShort = texts(0...2, using: &random)
    cells.deprecated = texts(0...2, using: &random)
    cells.forbidden = texts(0...2, using: &random)
    cells.cues = texts(0...20, using: &random)
    cells.rivals = texts(0...3, using: &random)
    cells.kind =
      Bool.random(using: &random) ? nil : ConceptKind.allCases.randomElement(using: &random)
    cells.isFamiliar = Bool.random(using: &random)
    cells.domain = texts(0...1, using: &random).first ?? ""
    cells.source = texts(0...1, using: &random).first ?? ""
    cells.note = texts(0...1, using: &random).first.map { $0 + "|" + $0 } ?? ""
    for name in ["colour", "Größe"] where Bool.random(using: &random) {
      cells.otherFields.append(
        Concept.Field(name: name, value: texts(1...1, using: &random)[0]))
    }
    return cells.concept
  }

  private static func texts(
    _ count: ClosedRange<Int>, using random: inout some RandomNumberGenerator
  ) -> [String] {
    var texts: [String] = []
    let wanted = Int.random(in: count, using: &random)
    while texts.count < wanted {
      let length = Int.random(in: 1...4, using: &random)
      let text = (0..<length).map { _ in pieces.randomElement(using: &random)! }.joined()
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }
}
