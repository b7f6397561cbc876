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
