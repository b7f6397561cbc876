import TermModel
import TermRecognition
import Testing

struct RecogniserTests {
  private static let recogniser: Recogniser = {
    do { return try RecognitionFixture.recogniser() } catch { fatalError("\(error)") }
  }()

  /// `text=English` of each mention of a text whose lines are paragraphs.
  private func found(
    _ text: String, options: RecognitionOptions = RecognitionOptions(), by other: Recogniser? = nil
  ) -> [String] {
    let source = Array(text.utf8)
    var pieces: [TextPiece] = []
    var start = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let end = start + line.utf8.count
      pieces.append(TextPiece(range: start..<end, paragraph: number))
      start = end + 1
    }
    let result = (other ?? Self.recogniser).mentions(in: pieces, of: source, options: options)
    return result.mentions.map {
      "\(String(decoding: source[$0.range], as: UTF8.self))=\(result.name(of: $0).english)"
    }
  }

  @Test(arguments: [
    ("他說得一口四川普通話", []), ("四川普遍下起大雨", []), ("公司的光輝達到頂點", []), ("以中華為主要訴求", []),
    ("我很多希望", []), ("上海地區下起大雨", ["上海=Shanghai"]), ("阿里山的水果", []), ("溫度高達一百度以上", []),
    // A number's unit is no beginning of a foreign name.
    ("100萬海地人", ["海地=Haiti"]),
    ("美國總統川普今天表示", ["川普=Donald Trump"]), ("輝達達成", ["輝達=Nvidia"]), ("華為表示", ["華為=Huawei"]),
    ("川普普遍支持", ["川普=Donald Trump"]), ("花旗銀行表示", ["花旗=Citi"]), ("唐納·川普說", ["唐納·川普=Donald Trump"]),
    ("唐納川普說", ["唐納川普=Donald Trump"]), ("特朗普說", ["特朗普=Donald Trump"]), ("英伟达股价", ["英伟达=Nvidia"]),
    ("英偉達股價", ["英偉達=Nvidia"]), ("輝逹股價", ["輝逹=Nvidia"]),
  ])
  func `a name is found, and no accident`(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func `a name that is also a word needs a cue, and a rival speaks against it`() {
    #expect(found("蘋果的財報") == ["蘋果=Apple"])
    #expect(found("蘋果好吃") == [])
    let all = RecognitionOptions(keepsAllVerdicts: true, explains: true)
    #expect(found("他在說蘋果", options: all) == ["蘋果=Apple"])
    #expect(found("他在說蘋果") == [])
  }

  @Test func `a bracket with the name is the strongest cue, and the gloss is reported`() throws {
    let source = Array("他說蘋果（Apple）".utf8)
    let piece = TextPiece(range: 0..<source.count, paragraph: 0)
    let result = Self.recogniser.mentions(in: [piece], of: source, options: RecognitionOptions())
    let mention = try #require(result.mentions.first)
    #expect(result.name(of: mention).english == "Apple")
    #expect(String(decoding: source[try #require(mention.gloss)], as: UTF8.self) == "（Apple）")
  }

  @Test(arguments: ["川普（79歲）說", "輝達（圖／路透）"])
  func `a bracket with something else is no gloss`(_ text: String) {
    let source = Array(text.utf8)
    let piece = TextPiece(range: 0..<source.count, paragraph: 0)
    let result = Self.recogniser.mentions(in: [piece], of: source, options: RecognitionOptions())
    #expect(result.mentions.count == 1 && result.mentions[0].gloss == nil)
  }

  @Test func `a name that the article introduces is that name from then on, and before the base`() {
    #expect(
      found("主任費斯特（Tim Fist）直言。\n費斯特警告。") == ["費斯特=Tim Fist", "費斯特=Tim Fist"])
    #expect(
      found("研究員麥奎爾（Chris McGuire）直言。麥奎爾說") == ["麥奎爾=Chris McGuire", "麥奎爾=Chris McGuire"])
  }

  @Test func `after a person's whole name the family name alone is that person`() throws {
    let smith = RecognitionFixture.concept(
      "brad", ["布萊德·史密斯"], ["Brad Smith"], short: "Smith", kind: .person, mainland: ["布拉德·史密斯"])
    let other = try RecognitionFixture.recogniser(over: [smith])
    #expect(
      found("布萊德·史密斯今天表示，史密斯警告。", by: other) == ["布萊德·史密斯=Brad Smith", "史密斯=Brad Smith"])
    #expect(found("教授史密斯表示", by: other) == ["史密斯=Smith"])
  }

  @Test func `what is counted like a thing is one, whatever stands elsewhere`() {
    #expect(found("我有三顆蘋果，蘋果財報。") == ["蘋果=Apple"])
  }

  @Test func `a bracket may hold another one`() throws {
    let bank = RecognitionFixture.concept("cbc", ["央銀"], ["Central Bank (Taiwan)"])
    let other = try RecognitionFixture.recogniser(over: [bank])
    let source = Array("央銀（Central Bank (Taiwan)）說（川普說".utf8)
    let result = other.mentions(
      in: [TextPiece(range: 0..<source.count, paragraph: 0)], of: source, options: RecognitionOptions())
    #expect(result.mentions.count == 2)
    let gloss = try #require(result.mentions.first?.gloss)
    #expect(String(decoding: source[gloss], as: UTF8.self) == "（Central Bank (Taiwan)）")
  }

  @Test func `concepts that share a form fall back to what they share`() {
    #expect(found("教授史密斯表示") == ["史密斯=Smith"])
  }

  @Test func `one of several senses is chosen by its cues`() {
    #expect(found("美國司法部表示").last == "司法部=Department of Justice")
    #expect(found("司法部表示") == [])
  }

  @Test func `a form of a higher layer hides the lower ones`() throws {
    let mine = RecognitionFixture.concept("mine", ["輝達"], ["Huida Corp"])
    let other = try RecognitionFixture.recogniser(over: [mine])
    #expect(found("輝達股價", by: other) == ["輝達=Huida Corp"])
  }

  @Test func `a row with a lower row's id replaces only the cells that it fills`() throws {
    var mine = Concept(id: "nvidia")
    mine.terms = [Term("輝達", language: .taiwan), Term("Nvidia Corp.", language: .english)]
    let other = try RecognitionFixture.recogniser(over: [mine])
    #expect(found("英伟达股价", by: other) == ["英伟达=Nvidia Corp."])
  }

  @Test func `excepted forms and other sources are left alone`() {
    #expect(found("川普說", options: RecognitionOptions(exceptForms: ["川普"])) == [])
    #expect(found("川普說", options: RecognitionOptions(sources: ["wide"])) == [])
  }

  @Test(arguments: [
    // An accident of the characters is for the crossing margin, not a second meaning.
    ("輝逹的股票", ["輝逹=Gleam"]),
    // A numeral before a name is weighed, not final.
    ("他有三泰科", ["泰科=Tyco"]), ("他有三泰國", ["泰國=Thailand"]),
    // A doubled character marks a border.
    ("泰科科科", ["泰科=Tyco"]),
    // A name of three characters begins with one of two; a common word goes on differently.
    ("陳志朋", []), ("陳志表示", ["陳志=Chen Zhi"]),
    // A neighbour's role, an athlete's office.
    ("里長陳志說", []), ("總統比利說", []), ("前鋒比利說", ["比利=Billy"]),
    // Teams with the names of things need a match, or another team.
    ("藍鳥", []), ("一對藍鳥與球隊", []), ("藍鳥球星", ["藍鳥=Blue Jays"]), ("藍鳥與紅雀", ["藍鳥=Blue Jays", "紅雀=Cardinals"]),
    // A magazine with the name of a common phrase.
    ("普遍希望", []), ("普遍希望雜誌", ["普遍希望=Common Hope"]),
    // A longer word round a name is no other thing where it only says the whole of it.
    ("全泰國", ["泰國=Thailand"]),
  ])
  func `what stands around a name decides`(_ text: String, _ expected: [String]) throws {
    let recogniser = try Self.surroundings.get()
    #expect(found(text, by: recogniser) == expected)
    #expect(found(text, options: RecognitionOptions(explains: true), by: recogniser) == expected)
  }

  private static let surroundings = Result {
    func concept(
      _ id: String, _ chinese: String, _ english: String, _ kind: ConceptKind, domain: String = "",
      cues: [String] = [], rivals: [String] = []
    ) -> Concept {
      var concept = RecognitionFixture.concept(
        id, [chinese], [english], kind: kind, cues: cues, rivals: rivals)
      concept.domain = domain
      return concept
    }
    return try RecognitionFixture.recogniser(over: [
      concept("gleam", "輝達", "Gleam", .org, rivals: ["光輝達到"]),
      concept("tyco", "泰科", "Tyco", .org), concept("thailand", "泰國", "Thailand", .place),
      concept("chen-zhi", "陳志", "Chen Zhi", .person, domain: "business"),
      concept("billy", "比利", "Billy", .person, domain: "sport"),
      concept("blue-jays", "藍鳥", "Blue Jays", .org, domain: "sport", rivals: ["鳥類"]),
      concept("cardinals", "紅雀", "Cardinals", .org, domain: "sport", rivals: ["鳥類"]),
      concept("hope", "普遍希望", "Common Hope", .work, cues: ["雜誌"], rivals: ["表示"]),
    ])
  }

  @Test func `a form of another region is marked, and says what Taiwan writes`() throws {
    let source = Array("特朗普說，川普說".utf8)
    let pieces = [TextPiece(range: 0..<source.count, paragraph: 0)]
    for explains in [false, true] {
      let result = Self.recogniser.mentions(
        in: pieces, of: source, options: RecognitionOptions(explains: explains))
      #expect(result.mentions.map(\.regions) == [[.mainland], []])
      let reasons = result.mentions.first?.evidence.map(\.what) ?? []
      #expect(reasons.contains("a form of the mainland; Taiwan writes 川普") == explains)
    }
  }

  @Test(arguments: [
    ("Oracle bones were found.", []), ("He likes Oracle.", ["Oracle=Oracle"]),
    ("Oracle said so.", ["Oracle=Oracle"]), ("ORACLE rose", ["ORACLE=Oracle"]),
    ("Time flies. \"Oracle bones\" too.", []),
    ("We met Oracle. Oracle bones", ["Oracle=Oracle", "Oracle=Oracle"]),
    ("In the U.S. Oracle grew", ["Oracle=Oracle"]), ("Oracle's bones", []),
    ("Oracle posted a loss.", ["Oracle=Oracle"]),
    // A name that is hardly the word there, but for what stands behind.
    ("Apple rose.", ["Apple=Apple"]), ("Apple trees bloom.", []), ("They ate. Apple-growers said so.", []),
  ])
  func `an English word at the start of a sentence tells nothing`(_ text: String, _ expected: [String]) throws {
    let options = RecognitionOptions(direction: .englishToChinese)
    let oracle = RecognitionFixture.concept("oracle", ["甲骨文"], ["Oracle"])
    #expect(found(text, options: options, by: try RecognitionFixture.recogniser(over: [oracle])) == expected)
  }

  private static let decided = Result {
    try RecognitionFixture.recogniser(exceptions: [
      FormException("川普", .inside, "說川普時"), FormException("川普", .inside, "唐納·川普二世"),
      FormException("輝達", .always), FormException("輝達", .inside, "光輝達到頂點"),
      FormException("多希", .always), FormException("多希", .notIn, "好吃"),
      FormException("海地", .notIn, "地圖"), FormException("費斯特", .inside, "費斯特家"),
      FormException("Apple", .inside, "Big Apple"), FormException("Trump", .always),
      FormException("Nvidia", .notIn, "orchard"),
    ])
  }

  @Test(arguments: [
    ("美國總統川普說川普時", ["川普=Donald Trump"]), ("川普說", ["川普=Donald Trump"]),
    // Folding: another script, a bracket in between.
    ("他說川普（Trump）時", []), ("他说川普时", []),
    // Always, but not where an exception says no.
    ("四川光輝達成", ["輝達=Nvidia"]), ("光輝達到頂點", []), ("我很多希望", ["多希=Rush Doshi"]), ("我很多希望好吃", []),
    // A text anywhere in the document.
    ("海地在", ["海地=Haiti"]), ("海地在\n說\n地圖", []),
    // Names that the article introduces.
    ("主任費斯特（Tim Fist）說。費斯特家", ["費斯特=Tim Fist"]),
  ])
  func `a person's exceptions are obeyed`(_ text: String, _ expected: [String]) throws {
    #expect(found(text, by: try Self.decided.get()) == expected)
    #expect(found(text, options: RecognitionOptions(explains: true), by: try Self.decided.get()) == expected)
  }

  @Test(arguments: [
    ("The Big Apple and Apple", ["Apple=Apple"]), ("Big Apples", ["Apples=Apple"]),
    ("Trump fell", ["Trump=Donald Trump"]), ("Nvidia", ["Nvidia=Nvidia"]), ("Nvidia orchard", []),
    ("Nvidia orchards", ["Nvidia=Nvidia"]),
  ])
  func `a person's exceptions are obeyed in English`(_ text: String, _ expected: [String]) throws {
    let options = RecognitionOptions(direction: .englishToChinese)
    #expect(found(text, options: options, by: try Self.decided.get()) == expected)
  }

  @Test func `a name wanted always stands against a name that begins before it`() throws {
    let text = "四川普通話"
    let sichuan = RecognitionFixture.concept("sichuan", ["四川"], ["Sichuan"], kind: .place)
    let without = try RecognitionFixture.recogniser(over: [sichuan])
    #expect(found(text, by: without) == ["四川=Sichuan"])
    let with = try RecognitionFixture.recogniser(
      over: [sichuan], exceptions: [FormException("川普", .always)])
    #expect(found(text, by: with) == ["川普=Donald Trump"])
    #expect(found("唐納·川普說", by: with) == ["唐納·川普=Donald Trump"])
  }

  @Test func `an exception says so in the evidence`() throws {
    let source = Array("他說川普時，輝達".utf8)
    let pieces = [TextPiece(range: 0..<source.count, paragraph: 0)]
    let options = RecognitionOptions(keepsAllVerdicts: true, explains: true)
    let result = try Self.decided.get().mentions(in: pieces, of: source, options: options)
    let reasons = result.mentions.map { $0.evidence.map(\.what).filter { $0.hasPrefix("your own") } }
    #expect(
      reasons == [
        ["your own decision: no name inside \"說川普時\""], ["your own decision: always a name"],
      ])
    #expect(result.mentions.map(\.verdict) == [.rejected, .accepted])
  }

  @Test func `explaining changes no verdict`() {
    for text in ["美國總統川普今天表示", "四川普通話", "蘋果好吃", "蘋果的財報", "花旗銀行表示", "教授史密斯表示"] {
      #expect(found(text) == found(text, options: RecognitionOptions(explains: true)), "\(text)")
    }
  }

  @Test(arguments: [
    ("Trump met Donald Trump.", ["Trump=Donald Trump", "Donald Trump=Donald Trump"]),
    ("NVIDIA's chips, Nvidia", ["NVIDIA=Nvidia", "Nvidia=Nvidia"]), ("an apple a day", []),
    ("Apple fell", ["Apple=Apple"]), ("Huaweis", ["Huaweis=Huawei"]), ("Nvidiatown", []),
    ("nvidia", []), ("Donald\nTrump", ["Trump=Donald Trump"]),
  ])
  func `English names are whole words with their capitals`(_ text: String, _ expected: [String]) {
    #expect(found(text, options: RecognitionOptions(direction: .englishToChinese)) == expected)
  }

  @Test func `no text crashes it`() {
    let odd = [
      "", "（", "（）", "（A", "川普（", "川普）（", "）（Apple", String(repeating: "川普", count: 5_000),
      String(repeating: "（A", count: 5_000), String(repeating: "川", count: 20_000), "\u{0}川普\u{0}",
      "川\u{200B}普", "\u{FEFF}川普", "👩‍👩‍👧川普👩‍👩‍👧", "川普\u{301}", String(repeating: "（Ab）", count: 3_000),
    ]
    for text in odd {
      for direction in Direction.allCases {
        _ = found(text, options: RecognitionOptions(direction: direction, keepsAllVerdicts: true, explains: true))
      }
    }
  }
}
