import TermModel
import TermRecognition
import Testing

/// What a name means, where the same characters mean something else too.
struct JudgementTests {
  private func found(_ text: String, explains: Bool = false) throws -> [String] {
    let source = Array(text.utf8)
    let piece = TextPiece(range: 0..<source.count, paragraph: 0)
    let options = RecognitionOptions(explains: explains)
    let result = try Self.recogniser.get().mentions(in: [piece], of: source, options: options)
    return result.mentions.map {
      "\(String(decoding: source[$0.range], as: UTF8.self))=\(result.name(of: $0).english)"
    }
  }

  private func expect(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected)
    #expect(try found(text, explains: true) == expected)
  }

  @Test(arguments: [
    ("重慶南路", []), ("重慶路", []), ("重慶路口", []), ("重慶東一路的", []),
    // What only begins like a street.
    ("重慶街頭", ["重慶=Chongqing"]), ("重慶南部", ["重慶=Chongqing"]), ("重慶會", ["重慶=Chongqing"]),
  ])
  func `a street named after a place is not the place`(_ text: String, _ expected: [String]) throws {
    try expect(text, expected)
  }

  @Test(arguments: [
    ("全聯會長說", []), ("全聯會、", []), ("全聯會宣布", ["全聯=PX Mart"]), ("全聯會在今天宣布", ["全聯=PX Mart"]),
  ])
  func `an association is not the firm with its first characters`(
    _ text: String, _ expected: [String]
  ) throws {
    try expect(text, expected)
  }

  @Test(arguments: [
    ("內政部表示", ["內政部=Ministry of the Interior"]), ("美國內政部表示", ["內政部=Department of the Interior"]),
    ("戶政由內政部宣布", ["內政部=Ministry of the Interior"]),
    // A third country's.
    ("波蘭內政部表示", ["波蘭=Poland"]), ("波蘭的內政部表示", ["波蘭=Poland"]),
    ("波蘭前內政部次長", ["波蘭=Poland"]),
  ])
  func `a ministry is Taiwan's where nothing tells of another`(
    _ text: String, _ expected: [String]
  ) throws {
    try expect(text, expected)
  }

  @Test func `a country that is only somewhere in the document takes no ministry from Taiwan`() throws {
    let between = String(repeating: "他今天說，", count: 20)
    try expect("美國說。\(between)內政部說", ["內政部=Ministry of the Interior"])
  }

  @Test(arguments: [
    ("程世嘉說", []), ("世嘉說", ["世嘉=Shijia Games"]), ("林全能次長說", []), ("林全今天說", ["林全=Lin Chuan"]),
    ("陳志如。", []), ("陳志說。", ["陳志=Chen Zhi"]),
    // The name's last character is a family name.
    ("研究員林宜靜說", []), ("員林", ["員林=Yuanlin"]),
  ])
  func `a person's name is no firm, nobody else and no town`(_ text: String, _ expected: [String]) throws {
    try expect(text, expected)
  }

  @Test(arguments: [
    ("巨大聲響", []), ("巨大公司", ["巨大=Giant"]), ("布希說", ["布希=George W. Bush"]),
    // The word counts hold a name too: where its rivals are only accidents, nothing else is meant.
    ("台電", ["台電=Taipower"]), ("後台電纜", []), ("台電與後台電纜。台電", ["台電=Taipower", "台電=Taipower"]),
    // A word that is met everywhere needs more than the words of its world.
    ("統一標準的財報", []), ("統一公司", ["統一=Uni-President"]),
    // A rival that holds the name and a word more.
    ("統一大業的公司", []),
    ("《統一》", ["統一=Uni-President"]),
  ])
  func `an ordinary word is a name where something says so`(_ text: String, _ expected: [String]) throws {
    try expect(text, expected)
  }

  @Test func `a name of one's own that everybody knows is no ordinary word`() throws {
    try expect("統治中國。他在中國", ["中國=China", "中國=China"])
  }

  @Test func `a firm of one's own has the cues of the same firm under a longer name`() throws {
    try expect("兆豐的核能", ["兆豐=Mega Financial"])
    try expect("兆豐的農場", [])
  }

  @Test func `an English of one's own makes no other thing of a name`() throws {
    try expect("世嘉說", ["世嘉=Shijia Games"])
    try expect("世嘉的遊戲", ["世嘉=Shijia Games"])
  }

  @Test func `a name of one's own without a kind has the kind that the core says`() throws {
    var mine = Concept(id: "mine")
    mine.terms = [Term("川普", language: .taiwan), Term("Mr. T.", language: .english)]
    let core = RecognitionFixture.concept(
      "trump", ["川普"], ["Donald Trump"], kind: .person, cues: ["關稅"], rivals: ["口音"])
    let recogniser = try RecognitionFixture.recogniser(over: [mine], core: [core])
    let source = Array("總統川普今天表示".utf8)
    let result = recogniser.mentions(
      in: [TextPiece(range: 0..<source.count, paragraph: 0)], of: source, options: RecognitionOptions())
    #expect(result.mentions.map { result.name(of: $0).english } == ["Mr. T."])
  }

  @Test func `a thing goes before the person who is called so by the way`() throws {
    try expect("特斯拉的", ["特斯拉=Tesla"])
    try expect("尼古拉·特斯拉的", ["尼古拉·特斯拉=Nikola Tesla"])
  }

  @Test(arguments: [
    ("依商標法", ["商標法=Trademark Act"]), ("在水林鄉", ["水林鄉=Shuilin Township"]),
    ("哈里遜福特說", ["哈里遜福特=Harrison Ford"]),
  ])
  func `names of the wide lists that say what they are need no more`(
    _ text: String, _ expected: [String]
  ) throws {
    try expect(text, expected)
  }

  private static let recogniser = Result {
    func concept(
      _ id: String, _ chinese: [String], _ english: String, _ kind: ConceptKind, short: String? = nil,
      domain: String = "", cues: [String] = [], rivals: [String] = [], isFamiliar: Bool = false
    ) -> Concept {
      var concept = RecognitionFixture.concept(
        id, chinese, [english], short: short, kind: kind, cues: cues, rivals: rivals, isFamiliar: isFamiliar)
      concept.domain = domain
      return concept
    }
    return try RecognitionFixture.recogniser(
      over: [
        concept("giant", ["巨大"], "Giant", .org), concept("bush", ["布希"], "George W. Bush", .person),
        concept("own-mega", ["兆豐"], "Mega Financial", .org),
        concept("own-china", ["中國"], "China", .place),
        concept("own-sega", ["世嘉"], "Shijia Games", .org),
      ],
      core: [
        concept("chongqing", ["重慶"], "Chongqing", .place), concept("yuanlin", ["員林"], "Yuanlin", .place),
        concept("china", ["中國"], "China", .place, rivals: ["中世紀"], isFamiliar: true),
        concept("poland", ["波蘭"], "Poland", .place, isFamiliar: true),
        concept("px-mart", ["全聯"], "PX Mart", .org), concept("sega", ["世嘉"], "Sega", .org, cues: ["遊戲"]),
        concept("moi", ["內政部"], "Ministry of the Interior", .org, cues: ["我國", "戶政"], rivals: ["美國"]),
        concept("doi", ["內政部"], "Department of the Interior", .org, cues: ["美國"], rivals: ["戶政"]),
        concept("lin-chuan", ["林全"], "Lin Chuan", .person),
        concept("chen-zhi", ["陳志"], "Chen Zhi", .person, domain: "business"),
        concept("taipower", ["台電"], "Taipower", .org, cues: ["核能"], rivals: ["一台電"]),
        concept("mega", ["兆豐"], "Mega", .org, cues: ["核能"], rivals: ["農場"]),
        concept("uni", ["統一"], "Uni-President", .org, cues: ["超商"], rivals: ["兩岸", "統一大業"]),
        concept("tesla", ["特斯拉"], "Tesla", .org, cues: ["電動車"], rivals: ["線圈"]),
        concept(
          "nikola", ["尼古拉·特斯拉", "特斯拉"], "Nikola Tesla", .person, cues: ["線圈"], rivals: ["電動車"]),
      ],
      wide: [
        concept("act", ["商標法"], "Trademark Act", .work),
        concept("shuilin", ["水林鄉"], "Shuilin Township", .place),
        concept("ford", ["哈里遜福特"], "Harrison Ford", .person, short: "Ford"),
      ])
  }
}
