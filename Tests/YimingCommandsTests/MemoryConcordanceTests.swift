import Foundation
import TestSupport
import Testing

@Suite struct MemoryConcordanceTests {
  private let tool: ToolRunner

  init() throws {
    tool = try ToolRunner()
    let units = [
      TMXSamples.unit("1", "Statistical machine learning", "統計機器學習"),
      TMXSamples.unit("2", "Taiwan", "臺灣"),
      TMXSamples.unit("3", "Translation memory", "翻譯<ph>x</ph>記憶"),
      TMXSamples.unit("4", "TSMC (台積電) is TSMC", "台積電 TSMC"),
    ]
    let result = try tool.run(
      "tmx", "import", "-", "--memory", "news", input: TMXSamples.file(units))
    #expect(result.exitCode == 0, "\(result)")
  }

  private func found(_ arguments: String...) throws -> [Int] {
    let result = try tool.run(["memory", "concordance", "--format", "json"] + arguments)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let units = try #require(object?["units"] as? [[String: Any]], "\(result)")
    #expect(result.exitCode == (units.isEmpty ? 1 : 0))
    return units.compactMap { $0["unit"] as? Int }
  }

  @Test(arguments: [
    ("機器", [1]), ("台灣", [2]), ("灣", [2]), ("TAIWAN", [2]), ("rans", [3]), (" rans", []),
    ("tion mem", [3]), ("譯記", [3]), ("machine learning", [1]), ("machine  Learning", [1]),
    ("tsmc", [4]), ("台積電", [4]), ("臺", [2, 4]), ("ｔｓｍｃ", [4]), ("機學", []), ("", []),
  ])
  func `a word is found on either side`(_ word: String, _ units: [Int]) throws {
    #expect(try found(word) == units)
  }

  @Test func `a language can be chosen`() throws {
    #expect(try found("TSMC", "--language", "zh-TW") == [4])
    #expect(try found("Taiwan", "--language", "zh-TW") == [])
    #expect(try found("台積電", "--language", "en") == [4])
    let none = try tool.run("memory", "concordance", "台", "--language", "ja")
    #expect(none.exitCode == 1 && none.errors.hasSuffix("[memory-no-segments]\n"), "\(none)")
  }

  @Test func `places are scalars of the text, and people see both sides`() throws {
    let json = try tool.run("memory", "concordance", "台積電", "--format", "json")
    #expect(json.output.contains("\"found\": [[6, 9]]"), "\(json)")
    #expect(json.output.contains("\"found\": [[0, 3]]"), "\(json)")
    let text = try tool.run("memory", "concordance", "機器", "沒有")
    #expect(
      text.output == """
        機器:
        news 1
            en     Statistical machine learning
            zh-TW  統計機器學習

        沒有: nothing found

        """, "\(text)")
    #expect(text.exitCode == 1)
  }

  @Test func `pages follow each other without a gap`() throws {
    var random = SeededGenerator.printed()
    let units = (0..<40).map { index in
      let words = (0..<Int.random(in: 1...5, using: &random)).map { _ in "字" }.joined(
        separator: "x")
      return TMXSamples.unit("\(index)", "word \(words)", words)
    }
    try tool.run("tmx", "import", "-", "--memory", "many", input: TMXSamples.file(units))
    var all: [Int] = []
    var place = 0
    for _ in 0..<100 {
      let result = try tool.run(
        "memory", "concordance", "字", "--memory", "many", "--limit", "7", "--after", "\(place)",
        "--format", "json")
      let object =
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
      all += (object?["units"] as? [[String: Any]] ?? []).compactMap { $0["unit"] as? Int }
      guard let next = object?["next"] as? Int else { break }
      place = next
    }
    #expect(all.count == 40 && Set(all).count == 40, "\(all)")
    let behind = try tool.run(
      "memory", "concordance", "字", "--memory", "many", "--after", "100000")
    #expect(behind.exitCode == 0, "\(behind)")
  }

  @Test func `a long segment is shown round the word`() throws {
    let long = String(repeating: "前", count: 500) + "針" + String(repeating: "後", count: 500)
    try tool.run("memory", "add", "long", "--from", "zh-TW", "--to", "en", long, "needle")
    let result = try tool.run("memory", "concordance", "針")
    let line = try #require(result.lines.first { $0.contains("針") })
    #expect(
      line.contains("…前") && line.hasSuffix("後…") && line.unicodeScalars.count < 300, "\(result)")
  }

  @Test(arguments: [
    [], ["x", "--limit", "0"], ["x", "--after", "-1"], ["x", "y", "--after", "3"],
    ["x", "--language", "?"],
  ])
  func `wrong arguments end with 2`(_ arguments: [String]) throws {
    let result = try tool.run(["memory", "concordance"] + arguments)
    #expect(result.exitCode == 2 && result.errors.contains("Usage: "), "\(result)")
  }
}
