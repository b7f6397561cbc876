import Interchange
import TermModel
import TestSupport
import Testing

@Suite struct GlossaryWriterTests {
  @Test func `what is written is read as the same concepts`() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let concepts = (0..<Int.random(in: 0...12, using: &random)).map {
        RandomConcept.make(number: $0, using: &random)
      }
      let text = try GlossaryWriter.write(concepts)
      let contents = GlossaryReader.read(text.bytes, document: "-")
      #expect(contents.problems.isEmpty, "seed \(seed), round \(round)")
      let read = contents.rows.map { fieldsSorted($0.concept) }
      let difference = zip(read, concepts.map(fieldsSorted)).first { $0 != $1 }
      #expect(read.count == concepts.count, "seed \(seed), round \(round)")
      #expect(difference == nil, "seed \(seed), round \(round)")
      #expect(text.warnings.isEmpty, "seed \(seed), round \(round)")
    }
  }

  /// Unknown columns stand in one order for the whole file.
  private func fieldsSorted(_ concept: Concept) -> Concept {
    var concept = concept
    concept.otherFields.sort { $0.name < $1.name }
    return concept
  }

  /// What is done to a sound concept, and the code under which it is then refused.
  @Test(arguments: [
    ("tab", "concept-control-character"), ("newline", "concept-control-character"),
    ("return", "concept-control-character"), ("separator", "concept-control-character"),
    ("bar", "concept-bar"), ("bar in a cue", "concept-bar"), ("space", "concept-outer-space"),
    ("empty", "concept-empty-text"), ("twice", "concept-twice"), ("no id", "concept-no-id"),
    ("comment id", "concept-bad-id"), ("no Chinese", "concept-no-chinese"),
    ("no English", "concept-no-english"), ("long", "concept-too-long"),
    ("field", "glossary-field-name"),
  ])
  func `what no row can say is refused`(_ damage: String, _ code: String) throws {
    var cells = GlossaryCells(id: "nvidia")
    cells.taiwan = ["輝達"]
    cells.english = ["Nvidia"]
    switch damage {
    case "tab": cells.taiwan = ["輝\t達"]
    case "newline": cells.note = "a\nb"
    case "return": cells.source = "a\rb"
    case "separator": cells.note = "a\u{2029}b"
    case "bar": cells.taiwan = ["輝|達"]
    case "bar in a cue": cells.cues = ["a|b"]
    case "space": cells.english = ["Nvidia "]
    case "empty": cells.rivals = [""]
    case "twice": cells.taiwan = ["輝達", "輝達"]
    case "no id": cells.id = ""
    case "comment id": cells.id = "#nvidia"
    case "no Chinese": cells.taiwan = []
    case "no English": cells.english = []
    case "long": cells.note = String(repeating: "x", count: 70_000)
    default: cells.otherFields = [Concept.Field(name: "ZH_TW", value: "x")]
    }
    let error = #expect(throws: (any Error).self) { try GlossaryWriter.write([cells.concept]) }
    #expect((error as? any ReportableError)?.codeName == code)
  }

  @Test func `a bar is a character in a note, a source and an unknown column`() throws {
    var cells = GlossaryCells(id: "nvidia")
    cells.taiwan = ["輝達"]
    cells.english = ["Nvidia"]
    cells.note = "a|b"
    cells.source = "| c"
    cells.domain = "x|y"
    cells.otherFields = [Concept.Field(name: "p|q", value: "r|s")]
    let text = try GlossaryWriter.write([cells.concept])
    let contents = GlossaryReader.read(text.bytes, document: "-")
    #expect(contents.rows.map(\.concept) == [cells.concept])
  }

  @Test func `terms that no column can say are told of, and derived ones are not written`() throws {
    var cells = GlossaryCells(id: "nvidia")
    cells.taiwan = ["輝達"]
    cells.english = ["Nvidia"]
    var concept = cells.concept
    concept.terms += [
      Term("エヌビディア", language: LanguageTag("ja")),
      Term("英偉達", language: .hongKong, status: .deprecated),
      Term("辉达", language: .mainland, isDerived: true),
    ]
    let text = try GlossaryWriter.write([concept])
    #expect(text.warnings.map { $0.values["text"] } == ["エヌビディア", "英偉達"])
    #expect(GlossaryReader.read(text.bytes, document: "-").rows.map(\.concept) == [cells.concept])
  }

  @Test func `every code has words`() {
    let codes =
      GlossaryError.Code.allCases.map(\.rawValue) + GlossaryFinding.Code.allCases.map(\.rawValue)
      + ConceptFlaw.Code.allCases.map(\.rawValue)
    for code in codes { #expect(Message.knows(code: code), "\(code)") }
  }
}
