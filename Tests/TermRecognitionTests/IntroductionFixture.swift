import CompiledTerms
import HanText
import MappedFile
import TermModel

@testable import TermRecognition

/// A language with the sounds of the characters that the introduced names below are written with.
enum IntroductionFixture {
  private static let words: [(String, Int)] = [
    ("公司", 5_000), ("管理", 900), ("資產", 300), ("治理", 132), ("主任", 300), ("研究員", 100), ("橡樹", 13),
    ("加入", 900), ("警告", 100), ("說", 30_000), ("表示", 3_000), ("首相", 300), ("車廠", 50), ("汽車", 900),
    ("後衛", 60), ("今年", 900), ("人工", 300), ("智慧", 300), ("會議", 900), ("的", 600_000), ("是", 300_000),
  ]

  private static let sounds = """
    費 ㄈㄟˋ
    斯 ㄙ
    特 ㄊㄜˋ
    福 ㄈㄨˊ
    衛 ㄨㄟˋ
    莫 ㄇㄛˋ
    瑞 ㄖㄨㄟˋ
    戴 ㄉㄞˋ
    維 ㄨㄟˊ
    張 ㄓㄤ
    大 ㄉㄚˋ
    春 ㄔㄨㄣ
    金 ㄐㄧㄣ
    成 ㄔㄥˊ
    煥 ㄏㄨㄢˋ
    武 ㄨˇ
    文 ㄨㄣˊ
    賞 ㄕㄤˇ
    阮 ㄖㄨㄢˇ
    福 ㄈㄨˊ
    蔡 ㄘㄞˋ
    曉 ㄒㄧㄠˇ
    任 ㄖㄣˋ
    橡 ㄒㄧㄤˋ
    樹 ㄕㄨˋ
    灣 ㄨㄢ
    治 ㄓˋ
    理 ㄌㄧˇ
    馬 ㄇㄚˇ
    丁 ㄉㄧㄥ
    薩 ㄙㄚˋ
    拉 ㄌㄚ
    查 ㄔㄚˊ
    曙 ㄕㄨˇ
    光 ㄍㄨㄤ
    """

  private static let core: [Concept] = [
    RecognitionFixture.concept("ford", ["福特"], ["Ford Motor", "Ford"]),
    RecognitionFixture.concept(
      "andy-murray", ["莫瑞"], ["Andy Murray"], short: "Murray", kind: .person),
    RecognitionFixture.concept(
      "eric-davis", ["戴維斯"], ["Eric Davis"], short: "Davis", kind: .person),
  ]

  static func recogniser() throws -> Recogniser {
    var writer = MappedFileWriter()
    writer.add(FoldTable.section, try FoldTable.build())
    let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold"))
    let characters = Set(words.flatMap { $0.0.unicodeScalars }.map(String.init))
    let singles = characters.filter { character in !words.contains { $0.0 == character } }
    let counts = WordCounts(
      Array((words.map { "\($0.0)\t\($0.1)\n" } + singles.map { "\($0)\t3000\n" }).joined().utf8))
    try WordLexicon.build(counts, table: table, into: &writer)
    writer.add(SoundTable.section, SoundTable.build(bpmf: Array(sounds.utf8), table: table))
    let simplified = try ScriptConverter(to: .simplified)
    let terms = try LayeredTerms(
      [TermLayer(name: "core", rank: 1, rows: core.map { TermLayer.Row($0) })], exceptions: [],
      table: table
    ) { try simplified($0) }
    var compiled = MappedFileWriter()
    CompiledTermBase.build(terms, into: &compiled)
    try Recogniser.build(terms, words: counts, table: table, into: &compiled)
    return try Recogniser(
      terms: try MappedFile(bytes: compiled.bytes(), name: "terms"),
      language: try MappedFile(bytes: writer.bytes(), name: "language"))
  }
}
