import Interchange
import TermModel
import TestSupport
import Testing

@Suite struct GlossaryReaderTests {
  private func read(_ text: String) -> GlossaryContents {
    GlossaryReader.read(Array(text.utf8), document: "names.tsv")
  }

  @Test func `each cell becomes what the design says`() throws {
    let contents = read(
      """
      # a comment
      id\tzh-TW\ten\tzh-CN\tzh-HK\tkind\ten-short\tdeprecated\tforbidden\tfamiliar\tdomain\tcues\trivals\tsource\tnote
      donald-trump\t川普|唐納·川普\tDonald Trump|Donald J. Trump\t特朗普\t特朗普\tperson\tTrump\t杜魯普\t床破\tyes\tpolitics\t總統|白宮\t四川\teditor\ta | b

      """)
    #expect(contents.problems.isEmpty && contents.warnings.isEmpty)
    let row = try #require(contents.rows.first)
    #expect(row.line == 3)
    #expect(
      row.concept
        == Concept(
          id: "donald-trump", kind: .person,
          terms: [
            Term("川普", language: .taiwan, status: .preferred),
            Term("唐納·川普", language: .taiwan),
            Term("杜魯普", language: .taiwan, status: .deprecated),
            Term("床破", language: .taiwan, status: .forbidden),
            Term("特朗普", language: .mainland, status: .preferred),
            Term("特朗普", language: .hongKong, status: .preferred),
            Term("Donald Trump", language: .english, status: .preferred),
            Term("Donald J. Trump", language: .english),
            Term("Trump", language: .english, type: .shortForm),
          ], isFamiliar: true, domain: "politics", cues: ["總統", "白宮"], rivals: ["四川"],
          source: "editor", note: "a | b"))
  }

  /// Files that all say: 輝達 is Nvidia.
  @Test(arguments: [
    "zh-TW\ten\n輝達\tNvidia\n",
    "zh-TW\ten\n輝達\tNvidia",
    "\u{FEFF}zh-TW\ten\n輝達\tNvidia\n",
    "zh-TW\ten\r\n輝達\tNvidia\r\n",
    "zh-TW\ten\r\r\n輝達\tNvidia\r\r\n",
    "EN\tZH_tw\nNvidia\t輝達\n",
    "zh-TW\ten\t\t\n輝達\tNvidia\t\t\t\n",
    "zh-TW\ten\tnote\tkind\n輝達\tNvidia\n",
    "\n# c\n\t\t\n   \nzh-TW\ten\n#x\ty\n輝達\tNvidia\n\n",
    " zh-TW \t en \n  輝達 \t Nvidia \n",
    "zh-TW\ten\n輝達||輝達| \t|Nvidia|\n",
    "zh-TW\ten\n\u{3000}輝達\u{A0}\t\u{FEFF}Nvidia\u{200B}\n",
    "zh-TW\ten\tkind\tfamiliar\n輝達\tNvidia\t\tno\n",
  ])
  func `a file is read however it was saved`(_ text: String) throws {
    let contents = read(text)
    #expect(contents.problems.isEmpty && contents.warnings.isEmpty, "\(contents)")
    #expect(contents.rows.count == 1)
    let concept = try #require(contents.rows.first).concept
    #expect(concept.id == "nvidia")
    #expect(concept.terms.map(\.text) == ["輝達", "Nvidia"])
  }

  /// A row, and the code under which it is refused.
  @Test(arguments: [
    ("x\t輝達\tNvidia\t\t\tmore", "glossary-too-many-cells"),
    ("x\t\tNvidia", "glossary-no-chinese"),
    ("x\t|  |\tNvidia", "glossary-no-chinese"),
    ("x\t輝達\t", "glossary-no-english"),
    ("x\t輝達", "glossary-no-english"),
    ("x\t輝達\tNvidia\tcompany", "glossary-unknown-kind"),
    ("x\t輝達\tNvidia\torg\tmaybe", "glossary-familiar"),
    ("a b\t輝達\tNvidia", "glossary-bad-id"),
    ("-x\t輝達\tNvidia", "glossary-bad-id"),
    ("a|b\t輝達\tNvidia", "glossary-bad-id"),
    ("good\t輝達\tNvidia", "glossary-id-twice"),
    ("x\t輝\0達\tNvidia", "glossary-control-character"),
    ("x\t輝\u{1B}[2J達\tNvidia", "glossary-control-character"),
    ("x\t輝\u{85}達\tNvidia", "glossary-control-character"),
    ("x\t輝\u{2028}達\tNvidia", "glossary-control-character"),
    ("x\t輝\r達\tNvidia", "glossary-control-character"),
    ("x\t\(String(repeating: "輝", count: 3_500_000))\tNvidia", "glossary-row-too-long"),
  ])
  func `a bad row is refused with its line, and the others are read`(
    _ row: String, _ code: String
  ) throws {
    let contents = read(
      "id\tzh-TW\ten\tkind\tfamiliar\ngood\t台積電\tTSMC\n\(row)\nlast\t鴻海\tHon Hai\n")
    #expect(contents.rows.map(\.concept.id) == ["good", "last"])
    #expect(contents.badRowCount == 1)
    let problem = try #require(contents.problems.first)
    #expect(problem.codeName == code)
    #expect(problem.place == SourcePlace(document: "names.tsv", line: 3))
  }

  @Test(
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xBF, 0x41], [0xE8, 0xBC]] as [[UInt8]])
  func `a row that is not UTF-8 is refused with its column`(_ wrong: [UInt8]) throws {
    let bytes = Array("zh-TW\ten\n輝達\tNvidia\n".utf8) + wrong + Array("\tx\n".utf8)
    let contents = GlossaryReader.read(bytes, document: "-")
    #expect(contents.rows.count == 1)
    #expect(contents.problems.map(\.codeName) == ["glossary-invalid-utf-8"])
    #expect(contents.problems[0].values["column"] == "zh-TW")
    #expect(contents.problems[0].place?.description == "-:3")
  }

  @Test(arguments: [
    ("", "glossary-empty"),
    ("\n# nothing\n", "glossary-empty"),
    ("輝達\tNvidia\n", "glossary-no-english-column"),
    ("en\tkind\nNvidia\torg\n", "glossary-no-chinese-column"),
    ("zh-TW\ten\tZH_TW\n", "glossary-column-twice"),
    ("zh-TW\ten\tx\tx\n", "glossary-column-twice"),
    (String(repeating: "a\t", count: 400) + "zh-TW\ten\n", "glossary-too-many-columns"),
    ("\0\u{1}\u{2}", "glossary-control-character"),
  ])
  func `a file that is no glossary is refused as a whole`(_ text: String, _ code: String) {
    let contents = read(text)
    #expect(contents.isRefused && contents.rows.isEmpty)
    #expect(contents.problems.map(\.codeName) == [code])
  }

  @Test func `UTF-16 is told apart from nonsense`() {
    let contents = GlossaryReader.read([0xFF, 0xFE, 0x7A, 0, 0x68, 0], document: "x")
    #expect(contents.problems.map(\.codeName) == ["glossary-utf-16"])
  }

  @Test func `an unknown column is kept, with one warning`() {
    let contents = read(
      "zh-TW\tColour\ten\n輝達\tgreen | red\tNvidia\n台積電\t\tTSMC\n鴻海\tred\tHon Hai\n")
    #expect(contents.warnings.map(\.codeName) == ["glossary-unknown-column"])
    #expect(
      contents.rows.map(\.concept.otherFields)
        == [
          [Concept.Field(name: "Colour", value: "green | red")], [],
          [Concept.Field(name: "Colour", value: "red")],
        ])
  }

  @Test func `rows without an id get one from their English, never one that the file gives`() {
    let contents = read(
      "id\tzh-TW\ten\n\t喬治亞\tGeorgia\n\t喬治亞州\tGeorgia\ngeorgia-2\t別的\tOther\n\t丙\tGeorgia\n")
    #expect(contents.rows.map(\.concept.id) == ["georgia", "georgia-3", "georgia-2", "georgia-4"])
  }

  @Test func `ten thousand forms in a cell are read in linear time`() {
    let forms = (0..<10_000).map { "a\($0)" }
    let contents = read("zh-TW\ten\n\(forms.joined(separator: "|"))\tx\n")
    #expect(contents.rows.first?.concept.terms.count == 10_001)
    let repeated = Array(repeating: "輝達", count: 7_000).joined(separator: "|")
    #expect(read("zh-TW\ten\n\(repeated)\tx\n").rows.first?.concept.terms.count == 2)
  }

  @Test func `no more problems are kept than anybody reads`() {
    let contents = read("zh-TW\ten\n" + String(repeating: "輝達\n", count: 5_000))
    #expect(contents.badRowCount == 5_000)
    #expect(contents.problems.count == GlossaryReader.mostProblems)
  }

  @Test func `whatever bytes come, the rows that are read can be kept and written`() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      [9], [10], [13], [0], [0xFF], [0xE8], [0x20], Array("|".utf8), Array("輝達".utf8),
      Array("Nvidia".utf8), Array("yes".utf8), Array("org".utf8), Array("#".utf8),
      Array("\u{3000}".utf8), Array("\u{200B}".utf8), Array("-".utf8), Array("é".utf8), [0x7F],
    ]
    for round in 0..<300 {
      var bytes = Array("zh-TW\ten\tid\tx\tkind\tfamiliar\tnote\n".utf8)
      for _ in 0..<200 { bytes += pieces.randomElement(using: &random)! }
      let contents = GlossaryReader.read(bytes, document: "-")
      for row in contents.rows {
        #expect(row.concept.flaw == nil, "seed \(seed), round \(round): \(row)")
      }
    }
  }

  @Test func `a file's columns replace a concept's cells, and only those`() {
    var old = Concept(id: "nvidia", kind: .org, note: "chips")
    old.terms = [
      Term("輝達", language: .taiwan, status: .preferred),
      Term("Nvidia", language: .english, status: .preferred),
      Term("エヌビディア", language: LanguageTag("ja")),
    ]
    old.otherFields = [Concept.Field(name: "x", value: "1"), Concept.Field(name: "y", value: "2")]
    let contents = read("id\tzh-TW\ten\tkind\tx\nnvidia\t輝達|英偉達\tNvidia\n")
    let new = contents.concept(of: contents.rows[0], over: old)
    #expect(new.terms.map(\.text) == ["輝達", "英偉達", "Nvidia", "エヌビディア"])
    #expect(new.kind == nil)
    #expect(new.note == "chips")
    #expect(new.otherFields == [Concept.Field(name: "y", value: "2")])
  }
}
