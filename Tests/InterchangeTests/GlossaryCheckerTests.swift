import Interchange
import TermModel
import Testing

@Suite struct GlossaryCheckerTests {
  /// A language of a few characters: 辉达为乾 and their traditional forms.
  private static let language: GlossaryLanguage = {
    let pairs: [(Character, Character)] = [
      ("辉", "輝"), ("达", "達"), ("为", "為"), ("国", "國"), ("台", "臺"),
    ]
    let toTraditional = Dictionary(uniqueKeysWithValues: pairs)
    let toSimplified = Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })
    let taiwanese = Set("台臺輝達為國中".unicodeScalars)
    return GlossaryLanguage(
      traditional: { String($0.map { toTraditional[$0] ?? $0 }) },
      simplified: { String($0.map { toSimplified[$0] ?? $0 }) },
      isTaiwanese: { taiwanese.contains($0) },
      wordCount: { ["蘋果": 900, "罕見": 24][$0] ?? 0 })
  }()

  private func findings(_ files: String...) -> [GlossaryFinding] {
    var checker = GlossaryChecker(language: Self.language)
    for (index, text) in files.enumerated() {
      checker.check(Array(text.utf8), document: "\(index + 1).tsv")
    }
    return checker.findings
  }

  private static let header =
    "id\tzh-TW\ten\tzh-CN\tzh-HK\tkind\ten-short\tdeprecated\tforbidden\tfamiliar\tdomain\tcues\trivals\tsource\tnote"

  /// A row, and what is found in it.
  @Test(
    arguments: [
      ("nvidia\t輝達\tNvidia", []),
      ("nvidia\t輝達\tNvidia\t英伟达", []),
      ("taiwan\t台灣\tTaiwan", []),
      ("nvidia\t輝達 \tNvidia", ["glossary-check-space"]),
      ("nvidia\t輝達\tJensen  Huang", ["glossary-check-space"]),
      ("nvidia\t輝達 | 英偉達\tNvidia", ["glossary-check-space"]),
      ("nvidia\t輝 達\tNvidia", ["glossary-check-space"]),
      ("nvidia\t輝達||英偉達\tNvidia", ["glossary-check-empty-form"]),
      ("nvidia\t輝達|輝達\tNvidia", ["glossary-check-repeated-form"]),
      ("nvidia\t輝\u{200B}達\tNvidia", ["glossary-check-invisible"]),
      ("nvidia\t輝達\tNvidia\u{AD} Corp", ["glossary-check-invisible"]),
      ("nvidia\t輝達\tNvidia\u{A0}Corp", ["glossary-check-invisible"]),
      ("nvidia\t輝\u{FE00}達\tNvidia", ["glossary-check-invisible"]),
      ("nvidia\t輝\u{FFFD}達\tNvidia", ["glossary-check-invisible"]),
      ("nvidia\t辉達\tNvidia", ["glossary-check-script"]),
      ("nvidia\t輝達\tNvidia\t\t輝达", ["glossary-check-script"]),
      ("nvidia\t甲乙\tNvidia\t輝达", ["glossary-check-script"]),
      ("nvidia\t輝達\tNvidia\t辉达", ["glossary-check-derivable"]),
      ("nvidia\t輝達\tNvidia\t\t輝達", ["glossary-check-derivable"]),
      ("smith\t亞當‧史密斯\tAdam Smith", ["glossary-check-separator"]),
      ("smith\t亞當·史密斯\tAdam Smith", []),
      ("nvidia\t「\"輝達\tNvidia", ["glossary-check-quote"]),
      ("nvidia\t輝\tNvidia", ["glossary-check-one-character"]),
      ("nvidia\t\(String(repeating: "輝", count: 65))\tNvidia", ["glossary-check-too-long"]),
      ("nvidia\t輝達\t輝達", ["glossary-check-han-in-english", "glossary-check-no-latin"]),
      ("nvidia\t輝達\t360", ["glossary-check-no-latin"]),
      ("orebro\t輝達\tÖ", []),
      ("Nvidia\t輝達\tNvidia", ["glossary-check-id-style"]),
      ("apple\t蘋果\tApple", ["glossary-check-ordinary-word"]),
      ("apple\t蘋果\tApple\t\t\torg\t\t\t\tyes", []),
      ("apple\t蘋果\tApple\t\t\torg\t\t\t\t\t\t手機", []),
      ("rare\t罕見\tRare", []),
      ("apple\t蘋果\tApple\t\t\torg\t\t\t\t\t\t手機\t手機", ["glossary-check-cue-is-rival"]),
      ("nvidia\t輝達\tNvidia\t\t\t\t\t輝達", ["glossary-check-status-twice"]),
      ("nvidia\t輝達\tNvidia\t\t\tcompany", ["glossary-unknown-kind"]),
      ("nvidia\t輝達", ["glossary-no-english"]),
    ] as [(String, [String])])
  func `what is wrong with a row is found`(_ row: String, _ codes: [String]) {
    let found = findings("\(Self.header)\n\(row)\n")
    #expect(found.map(\.codeName) == codes)
    #expect(found.allSatisfy { $0.place?.description == "1.tsv:2" })
  }

  /// Two rows, and what is found in the second.
  @Test(
    arguments: [
      ("a\t輝達\tNvidia", "b\t輝達|英偉達\tNVIDIA", ["glossary-check-row-twice"]),
      ("a\t輝達\tNvidia", "b\t超微\tAMD", []),
      ("a\t輝達\tNvidia\t\t\torg", "b\t英偉達\tNvidia\t\t\torg", ["glossary-check-english-twice"]),
      ("a\t輝達\tNvidia\t\t\torg", "b\t英偉達\tNvidia\t\t\tproduct", []),
      (
        "a\t輝達\tNvidia\t英伟达", "b\t英偉達\tNvidia\t别的",
        ["glossary-check-contradiction"]
      ),
      ("a\t輝達\tNvidia", "a\t超微\tAMD", ["glossary-id-twice"]),
      // Two senses, each with its cues.
      (
        "a\t喬治亞\tGeorgia\t\t\tplace\t\t\t\t\t\t高加索",
        "b\t喬治亞\tGeorgia\t\t\tplace\t\t\t\t\t\t亞特蘭大", []
      ),
    ] as [(String, String, [String])])
  func `what is wrong between two rows is found`(
    _ first: String, _ second: String, _ codes: [String]
  ) {
    let found = findings("\(Self.header)\n\(first)\n\(second)\n")
    #expect(found.map(\.codeName) == codes)
    #expect(found.allSatisfy { $0.place?.description == "1.tsv:3" })
  }

  @Test func `files given together are one list`() {
    let one = "id\tzh-TW\ten\na\t輝達\tNvidia\n"
    let other = "id\tzh-TW\ten\na\t超微\tAMD\nb\t輝達\tNvidia\n"
    let found = findings(one, other)
    #expect(found.map(\.codeName) == ["glossary-check-id-twice", "glossary-check-row-twice"])
    #expect(found.map(\.severity) == [.error, .warning])
    #expect(found.map { $0.place?.description } == ["2.tsv:2", "2.tsv:3"])
    #expect(found[0].values["first"] == "1.tsv:2")
  }

  @Test func `findings come in the order of the lines`() {
    let found = findings("zh-TW\ten\n輝\tNvidia\nx\n輝達 \tNvidia\n")
    #expect(found.map { $0.place?.line } == [2, 3, 4, 4])
  }

  @Test func `a file that is no glossary is one error`() {
    #expect(findings("hello").map(\.codeName) == ["glossary-no-english-column"])
  }
}
