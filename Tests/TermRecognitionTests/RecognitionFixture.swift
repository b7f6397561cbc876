import CompiledTerms
import HanText
import MappedFile
import TermModel

@testable import TermRecognition

/// A small language and a small term base, compiled in memory.
enum RecognitionFixture {
  /// Words that the cases below need, with counts as a corpus would have them.
  private static let words: [(String, Int)] = [
    ("四川", 135), ("普通話", 43), ("普通", 900), ("光輝", 102), ("達到", 1_847), ("達成", 700), ("成立", 900), ("頂點", 60),
    ("公司", 5_000), ("中華", 2_477), ("為主", 300), ("以", 5_000), ("主要", 1_500), ("訴求", 200), ("很多", 7_323),
    ("希望", 8_271), ("普遍", 800), ("下起", 20), ("大雨", 60), ("的", 615_175), ("到", 30_000), ("說", 30_000),
    ("表示", 3_000), ("總統", 3_000), ("美國", 8_000), ("今天", 4_000), ("宣布", 800), ("蘋果", 818), ("好吃", 100),
    ("水果", 200), ("財報", 50), ("上海", 900), ("地區", 3_000), ("我", 100_000), ("他", 90_000), ("能", 20_000),
    ("回來", 800), ("股價", 100), ("在", 80_000), ("與", 9_000), ("和", 60_000), ("阿里山", 90), ("研究員", 100),
    ("教授", 500), ("警告", 100), ("直言", 50), ("主任", 300), ("科技", 2_000), ("新興", 100), ("對", 30_000),
    ("一", 200_000), ("溫度", 100), ("高達", 100), ("以上", 900), ("支持", 900), ("花旗", 5), ("銀行", 900),
    ("藍鳥", 20), ("紅雀", 15), ("球星", 90), ("球隊", 300), ("前鋒", 80), ("里長", 90), ("有", 90_000), ("三", 30_000),
    ("全", 3_000), ("對", 9_000), ("股票", 900), ("雜誌", 900),
    ("巨大", 900), ("聲響", 60), ("街頭", 300), ("南部", 900), ("會", 60_000), ("長", 9_000), ("統一", 1_180),
    ("標準", 900), ("大業", 60), ("台電", 544), ("後台", 900), ("電纜", 600), ("布希", 602), ("商標", 90), ("次長", 100), ("如", 20_000), ("內政", 900), ("中國", 9_000),
  ]

  static func language() throws -> MappedFile {
    let list = words.map { "\($0.0)\t\($0.1)\n" }.joined()
    let characters = Set(words.flatMap { $0.0.unicodeScalars }.map(String.init))
    let singles = characters.filter { character in !words.contains { $0.0 == character } }
      .map { "\($0)\t3000\n" }.joined()
    var writer = MappedFileWriter()
    writer.add(FoldTable.section, try FoldTable.build())
    let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold"))
    try WordLexicon.build(WordCounts(Array((list + singles).utf8)), table: table, into: &writer)
    let sounds = """
      費 ㄈㄟˋ x
      斯 ㄙ x
      特 ㄊㄜˋ x
      麥 ㄇㄞˋ x
      奎 ㄎㄨㄟˊ x
      爾 ㄦˇ x
      任 ㄖㄣˋ x
      主 ㄓㄨˇ x
      史 ㄕˇ x
      密 ㄇㄧˋ x
      布 ㄅㄨˋ x
      拉 ㄌㄚ x
      德 ㄉㄜˊ x
      """
    writer.add(SoundTable.section, SoundTable.build(bpmf: Array(sounds.utf8), table: table))
    return try MappedFile(bytes: writer.bytes(), name: "language")
  }

  static func concept(
    _ id: String, _ chinese: [String], _ english: [String], short: String? = nil,
    kind: ConceptKind = .org, mainland: [String] = [], cues: [String] = [], rivals: [String] = [],
    isFamiliar: Bool = false
  ) -> Concept {
    var concept = Concept(id: id, kind: kind, isFamiliar: isFamiliar, cues: cues, rivals: rivals)
    concept.terms = chinese.map { Term($0, language: .taiwan) }
      + mainland.map { Term($0, language: .mainland) } + english.map { Term($0, language: .english) }
    if let short { concept.terms.append(Term(short, language: .english, type: .shortForm)) }
    return concept
  }

  static let core: [Concept] = [
    concept("trump", ["川普", "唐納·川普"], ["Donald Trump"], short: "Trump", kind: .person, mainland: ["特朗普"]),
    concept("nvidia", ["輝達"], ["Nvidia", "NVIDIA"], mainland: ["英伟达"]),
    concept("huawei", ["華為"], ["Huawei"]),
    concept("doshi", ["多希"], ["Rush Doshi"], short: "Doshi", kind: .person),
    concept("apple", ["蘋果"], ["Apple"], cues: ["財報", "iPhone"], rivals: ["水果", "好吃", "果農"]),
    concept("haiti", ["海地"], ["Haiti"], kind: .place),
    concept("shanghai", ["上海"], ["Shanghai"], kind: .place, isFamiliar: true),
    concept("alibaba", ["阿里巴巴", "阿里"], ["Alibaba"]),
    concept("baidu", ["百度"], ["Baidu"]),
    concept("citi", ["花旗"], ["Citi"]),
    concept("doj-us", ["司法部"], ["Department of Justice"], cues: ["美國"]),
    concept("moj-tw", ["司法部"], ["Ministry of Justice"], cues: ["法務"]),
  ]

  static let wide: [Concept] = [
    concept("w1", ["史密斯"], ["Brad Smith"], kind: .person),
    concept("w2", ["史密斯"], ["Will Smith"], kind: .person),
    concept("w3", ["麥奎爾"], ["Mark McGwire"], kind: .person),
    concept("w4", ["海地"], ["Haiti Street"], kind: .place),
  ]

  static func recogniser(
    over extra: [Concept] = [], core: [Concept] = core, wide: [Concept] = wide,
    exceptions: [FormException] = []
  ) throws -> Recogniser {
    let language = try language()
    let table = try FoldTable(language)
    let simplified = try ScriptConverter(to: .simplified)
    let terms = try LayeredTerms(
      [
        TermLayer(name: "mine", rank: 0, rows: extra.map { TermLayer.Row($0) }),
        TermLayer(name: "core", rank: 1, rows: core.map { TermLayer.Row($0) }),
        TermLayer(name: "wide", rank: 2, isWide: true, rows: wide.map { TermLayer.Row($0) }),
      ], exceptions: exceptions, table: table
    ) { try simplified($0) }
    var writer = MappedFileWriter()
    CompiledTermBase.build(terms, into: &writer)
    let counts = WordCounts(Array(words.map { "\($0.0)\t\($0.1)\n" }.joined().utf8))
    try Recogniser.build(terms, words: counts, table: table, into: &writer)
    return try Recogniser(
      terms: try MappedFile(bytes: writer.bytes(), name: "terms"), language: language)
  }
}
