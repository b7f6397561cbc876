import TermModel
import TestSupport

/// Concepts to store.
enum Samples {
  static let nvidia = Concept(
    id: "nvidia", kind: .org,
    terms: [
      Term("輝達", language: .taiwan, status: .preferred),
      Term("英伟达", language: .mainland, status: .preferred),
      Term("Nvidia", language: .english, status: .preferred),
    ])

  static func named(_ id: String) -> Concept {
    var concept = nvidia
    concept.id = id
    return concept
  }

  /// Concepts with everything that one can carry.
  static func concepts(_ count: Int, seed: UInt64) -> [Concept] {
    var random = SeededGenerator(seed: seed)
    let texts = ["輝達", "𠮷野家", "e\u{301}", "Nvidia", "'; DROP TABLE term; --", "👨‍👩‍👧", "川普"]
    return (0..<count).map { number in
      var concept = named("concept-\(number)")
      concept.kind = ConceptKind.allCases.randomElement(using: &random)
      for status in TermStatus.allCases {
        for type in TermType.allCases where Bool.random(using: &random) {
          let text = texts.randomElement(using: &random)! + " \(status) \(type)"
          let language = LanguageTag(["zh-TW", "en", "ja", "zh-HK"].randomElement(using: &random)!)
          concept.terms.append(Term(text, language: language, status: status, type: type))
        }
      }
      concept.terms.shuffle(using: &random)
      concept.isFamiliar = Bool.random(using: &random)
      concept.domain = ["", "politics"].randomElement(using: &random)!
      concept.cues = Array(texts.shuffled(using: &random).prefix(number % 4))
      concept.rivals = Array(texts.shuffled(using: &random).prefix(number % 3))
      concept.source = ["", "a | b"].randomElement(using: &random)!
      concept.note = ["", "a note"].randomElement(using: &random)!
      if Bool.random(using: &random) {
        concept.otherFields = [Concept.Field(name: "colour", value: "green|red")]
      }
      return concept
    }
  }
}
