import Interchange
import TermModel
import Testing
import XMLStream

@Suite struct TMXCheckerTests {
  private static let good = "<tuv xml:lang=\"en\"><seg>a</seg></tuv>"

  @Test(arguments: [
    ("<tu>\(good)</tu>", []),
    ("<tu><tuv xml:lang=\"en\"><seg/></tuv></tu>", []),
    ("<tu>\(good)\(good)<tuv xml:lang=\"EN\"><seg>b</seg></tuv></tu>", []),
    ("<tu></tu>", ["tmx-no-tuv"]),
    ("<tu>\(good)<tuv><seg>b</seg></tuv></tu>", ["tmx-no-language"]),
    ("<tu>\(good)<tuv xml:lang=\"\"><seg>b</seg></tuv></tu>", ["tmx-no-language"]),
    ("<tu>\(good)<tuv xml:lang=\"fr\"></tuv></tu>", ["tmx-no-seg"]),
    ("<tu><tuv xml:lang=\"en\"><seg>a</seg><seg>b</seg></tuv></tu>", ["tmx-second-seg"]),
    ("<tu tuid=\"1\">\(good)</tu><tu tuid=\"1\">\(good)</tu>", ["tmx-tuid-twice"]),
    ("<tu><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>", ["tmx-no-source"]),
    ("<tu srclang=\"fr\">\(good)</tu>", ["tmx-no-source"]),
    ("<tu srclang=\"*all*\"><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>", []),
    ("<tu>\(good)<note>n</note></tu>", ["tmx-order"]),
    ("<tu><tuv xml:lang=\"en\"><seg>a</seg><prop type=\"x\">p</prop></tuv></tu>", ["tmx-order"]),
    ("<tu><prop>p</prop>\(good)</tu>", ["tmx-prop-type"]),
    ("<tu x=\"1\">\(good)</tu>", ["tmx-unknown-attribute"]),
    ("<tu><x/>\(good)</tu>", ["tmx-unknown-element"]),
    ("<tu><x><y/><tu/>text</x>\(good)</tu>", ["tmx-unknown-element"]),
    ("<g><tu>\(good)</tu></g>", ["tmx-unknown-element"]),
    ("<tu>stray\(good)</tu>", ["tmx-stray-text"]),
    ("stray<tu>\(good)</tu>", ["tmx-stray-text"]),
    ("<note>n</note><tu>\(good)</tu>", ["tmx-misplaced"]),
    ("<tu>\(good)<tu>\(good)</tu></tu>", ["tmx-unit-in-unit"]),
    ("<tu segtype=\"line\">\(good)</tu>", ["tmx-segtype"]),
    ("<tu creationdate=\"20241122T203100Z\" changedate=\"20240229T000000Z\">\(good)</tu>", []),
    (
      "<tu creationdate=\"2024-11-22\" changedate=\"20230229T000000Z\">\(good)</tu>",
      ["tmx-date", "tmx-date"]
    ),
    ("<tu lastusagedate=\"20241122T240000Z\">\(good)</tu>", ["tmx-date"]),
    ("<tu usagecount=\"12\">\(good)</tu>", []),
    ("<tu usagecount=\"-1\">\(good)</tu>", ["tmx-usagecount"]),
    ("<tu usagecount=\"99999999999999999999\">\(good)</tu>", ["tmx-usagecount"]),
    ("<tu usagecount=\"\">\(good)</tu>", ["tmx-usagecount"]),
    ("<tu>\(good)<tuv xml:lang=\"zh_TW\"><seg>a</seg></tuv></tu>", ["tmx-language-spelling"]),
    ("<tu>\(good)<tuv xml:lang=\"zh\"><seg>a</seg></tuv></tu>", ["tmx-bare-zh"]),
    ("<tu>\(good)<tuv xml:lang=\"Traditional Chinese\"><seg>a</seg></tuv></tu>", ["tmx-language"]),
    ("<tu>\(good)<tuv lang=\"fr\"><seg>a</seg></tuv></tu>", ["tmx-lang"]),
    ("<tu><tuv xml:lang=\"en\" xml:space=\"preserve\"><seg>a</seg></tuv></tu>", []),
    (
      "<tu><tuv xml:lang=\"en\"><seg>a\u{93}b\u{94}</seg></tuv></tu>", ["tmx-discouraged-character"]
    ),
    ("<tu><tuv xml:lang=\"en\"><seg>an é, a 中 and a \u{85}</seg></tuv></tu>", []),
    ("<tu><tuv xml:lang=\"en\"><seg>\n  a\n  </seg></tuv></tu>", ["tmx-line-break"]),
    ("<tu><tuv xml:lang=\"en\"><seg>a\nb\n</seg></tuv></tu>", []),
    (
      "<tu><tuv xml:lang=\"en\"><seg><bpt i=\"1\"/>a<bpt i=\"2\"/>b<ept i=\"1\"/><ept i=\"2\"/></seg></tuv></tu>",
      []
    ),
    ("<tu><tuv xml:lang=\"en\"><seg><bpt i=\"1\"/>a</seg></tuv></tu>", ["tmx-bpt-alone"]),
    ("<tu><tuv xml:lang=\"en\"><seg>a<ept i=\"1\"/></seg></tuv></tu>", ["tmx-ept-alone"]),
    (
      "<tu><tuv xml:lang=\"en\"><seg><bpt i=\"1\"/><ept i=\"1\"/><bpt i=\"1\"/><ept i=\"1\"/></seg></tuv></tu>",
      ["tmx-pair-twice"]
    ),
    ("<tu><tuv xml:lang=\"en\"><seg><bpt/><ept/></seg></tuv></tu>", ["tmx-no-i", "tmx-no-i"]),
    (
      "<tu><tuv xml:lang=\"en\"><seg><it>x</it><it pos=\"open\"/></seg></tuv></tu>",
      ["tmx-pos", "tmx-pos"]
    ),
    // A sub is a flow of its own.
    (
      "<tu><tuv xml:lang=\"en\"><seg><bpt i=\"1\"><sub><bpt i=\"1\"/><ept i=\"1\"/></sub></bpt><ept i=\"1\"/></seg></tuv></tu>",
      []
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg><ph><sub><bpt i=\"1\"/></sub></ph><ept i=\"1\"/></seg></tuv></tu>",
      ["tmx-bpt-alone", "tmx-ept-alone"]
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg>a<sub>b</sub><bpt i=\"1\"><hi>c</hi></bpt><ept i=\"1\"/></seg></tuv></tu>",
      ["tmx-misplaced", "tmx-misplaced"]
    ),
    ("<tu><tuv xml:lang=\"en\"><seg>a<!-- c --><?p i?>b</seg></tuv></tu><!-- c -->", []),
  ])
  func `of a unit it tells`(_ body: String, _ codes: [String]) throws {
    #expect(try check(document(body)) == codes, "\(body)")
  }

  @Test(arguments: [
    ("<tmx version=\"1.4\"><body/></tmx>", ["tmx-no-header"]),
    ("<tmx version=\"1.4\">\(usualHeader)</tmx>", ["tmx-no-body"]),
    ("<tmx>\(usualHeader)<body/></tmx>", ["tmx-no-version"]),
    ("<tmx version=\"2.0\">\(usualHeader)<body/></tmx>", ["tmx-version"]),
    ("<tmx version=\"1.4b\">\(usualHeader)<body/></tmx>", []),
    (
      "<tmx version=\"1.1\">\(usualHeader)<body><tu><tuv lang=\"en\"><seg/></tuv></tu></body></tmx>",
      []
    ),
    (
      "<tmx version=\"1.1\">\(usualHeader)<body><tu><tuv xml:lang=\"en\"><seg/></tuv></tu></body></tmx>",
      ["tmx-lang"]
    ),
    ("<tmx version=\"1.4\" x=\"1\">\(usualHeader)<body/></tmx>", ["tmx-unknown-attribute"]),
    ("<tmx version=\"1.4\"><body/>\(usualHeader)</tmx>", ["tmx-late-header"]),
    ("<tmx version=\"1.4\">\(usualHeader)\(usualHeader)<body/></tmx>", ["tmx-second-header"]),
    ("<tmx version=\"1.4\">\(usualHeader)<body/><body/></tmx>", ["tmx-second-body"]),
    ("<tmx version=\"1.4\"><header srclang=\"en\"/><body/></tmx>", ["tmx-header-attributes"]),
    ("<t:tmx version=\"1.4\" xmlns:t=\"u\"><t:body/></t:tmx>", ["tmx-no-header", "tmx-prefix"]),
    (
      "<tmx version=\"1.4\">\(usualHeader)<tu><tuv xml:lang=\"en\"><seg/></tuv></tu><body/></tmx>",
      ["tmx-unit-outside-body"]
    ),
    (
      "<?xml version=\"1.1\"?><tmx version=\"1.4\">\(usualHeader)<body/></tmx>", ["tmx-xml-version"]
    ),
  ])
  func `of a file it tells`(_ text: String, _ codes: [String]) throws {
    #expect(try check(Array(text.utf8)).sorted() == codes, "\(text)")
  }

  @Test func `what the user says answers the question`() throws {
    let text = document(
      "<tu><tuv xml:lang=\"zh\"><seg>a</seg></tuv><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>",
      header:
        "<header creationtool=\"t\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"t\" adminlang=\"en\" datatype=\"x\"/>"
    )
    #expect(try check(text) == ["tmx-no-srclang", "tmx-bare-zh"])
    let checker = TMXChecker(
      document: "a.tmx", source: "zh-TW", map: LanguageMap([("zh", "zh-TW")]))
    try TMXReader(document: "a.tmx", consumer: checker).read(text)
    #expect(checker.findings.findings.map(\.codeName) == ["tmx-no-srclang"])
  }

  @Test func `the first of a kind are kept, all are counted`() throws {
    let checker = TMXChecker(document: "a.tmx", limit: 3)
    let body = String(repeating: "<tu usagecount=\"x\"/>", count: 50)
    try TMXReader(document: "a.tmx", consumer: checker).read(document(body))
    #expect(checker.findings.findings.count == 6)
    #expect(checker.findings.counts == ["tmx-usagecount": 50, "tmx-no-tuv": 50])
    #expect(
      checker.findings.leftOut.map(\.count) == [47, 47] && checker.findings.warningCount == 100)
  }

  @Test func `repeated tuid are found among many`() throws {
    var body = ""
    for number in 0..<6_000 { body += "<tu tuid=\"\(number)\">\(Self.good)</tu>\n" }
    body += "<tu tuid=\"17\">\(Self.good)</tu><tu tuid=\"5999\">\(Self.good)</tu>"
    let checker = TMXChecker(document: "a.tmx")
    try TMXReader(document: "a.tmx", consumer: checker).read(document(body))
    let findings = checker.findings.findings
    #expect(findings.map(\.codeName) == ["tmx-tuid-twice", "tmx-tuid-twice"])
    #expect(findings.map(\.unitID) == ["17", "5999"])
    #expect(findings.map { $0.values["first"] } == ["18", "6000"])
    #expect(findings.allSatisfy { $0.place?.line == 6001 })
  }

  @Test func `a segment of ten thousand codes costs no more than its length`() throws {
    let count = 10_000
    let codes =
      (0..<count).map { "<bpt i=\"\($0)\"/>" }.joined()
      + (0..<count).map { "<ept i=\"\($0)\"/>" }.joined()
    #expect(try check(document("<tu><tuv xml:lang=\"en\"><seg>\(codes)</seg></tuv></tu>")).isEmpty)
  }

  @Test func `every code has words`() {
    for code in TMXFinding.Code.allCases { #expect(Message.knows(code: code.rawValue), "\(code)") }
    for code in TMXError.Code.allCases { #expect(Message.knows(code: code.rawValue), "\(code)") }
    for code in TMXChange.allCases { #expect(Message.knows(code: code.rawValue), "\(code)") }
  }

  @Test func `no message has a gap`() throws {
    for name in sampleNames {
      let checker = TMXChecker(document: name)
      try TMXReader(document: name, consumer: checker).read(try sample(name))
      for finding in checker.findings.findings {
        #expect(!Message(finding).description.contains("{"), "\(Message(finding))")
      }
    }
  }

  @Test func `the odd sample shows what it says`() throws {
    let codes = Set(try check(try sample("odd.tmx")))
    let wanted: Set<String> = [
      "tmx-header-attributes", "tmx-prop-type", "tmx-unknown-attribute", "tmx-lang", "tmx-order",
      "tmx-language-spelling", "tmx-unknown-element", "tmx-date", "tmx-tuid-twice", "tmx-bpt-alone",
      "tmx-bare-zh", "tmx-no-language",
    ]
    #expect(codes.isSuperset(of: wanted), "\(wanted.subtracting(codes))")
  }

  @Test func `statistics count what is there`() throws {
    let statistics = TMXStatistics()
    try TMXReader(document: "a", consumer: statistics).read(try sample("inline-codes.tmx"))
    let counts = statistics.counts
    #expect(counts.units == 7 && counts.variants == 14 && counts.segments == 14)
    #expect(counts.unitsWithID == 7 && counts.unitsByVariants[2] == 7)
    #expect(counts.codes == ["bpt": 6, "ept": 6, "ph": 6, "it": 2, "hi": 2, "sub": 2, "ut": 4])
    #expect(counts.languages.map(\.spelling) == ["zh-TW", "en"])
    // 按一下儲存。 粗體與斜體 共個檔案 第一句。 請洽台積電。 台北下雨。 舊檔案
    #expect(counts.languages[0].characters == 6 + 5 + 4 + 4 + 6 + 5 + 3)
    #expect(counts.sourceLanguage == "zh-TW" && counts.tool == "Yiming")
  }

  @Test func `statistics of notes and dates`() throws {
    let statistics = TMXStatistics()
    try TMXReader(document: "a", consumer: statistics).read(try sample("notes.tmx"))
    let counts = statistics.counts
    #expect(
      counts.headerNotes == 1 && counts.headerProperties == 1 && counts.userDefinedEncodings == 1)
    #expect(counts.notes == 2 && counts.properties == 6)
    #expect(counts.firstDate == "20240602T090000Z" && counts.lastDate == "20240801T101500Z")
    #expect(counts.languages.map(\.variants) == [3, 4])
  }
}
