import Foundation
import TestSupport
import Testing

@Suite struct MemorySearchTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  /// Sentences that differ in what scores tell apart.
  private static let units = [
    TMXSamples.unit("1", "Save the file.", "儲存檔案。", date: "20240131T235959Z"),
    TMXSamples.unit("2", "Article 3 shall apply.", "第3條適用之。"),
    TMXSamples.unit("3", "The Taiwan Railway", "臺灣鐵路"),
    TMXSamples.unit("4", "Open the file.", "開啟檔案。"),
    TMXSamples.unit(
      "5", "Click <ph>&lt;br/></ph>Save.", "按<ph>&lt;br/></ph>儲存。",
      more: "<note>careful</note><prop type=\"x-origin\">NMT</prop>"),
  ]

  private func load(_ units: [String] = units, into memory: String = "news") throws {
    let result = try tool.run(
      "tmx", "import", "-", "--memory", memory, input: TMXSamples.file(units))
    #expect(result.exitCode == 0, "\(result)")
  }

  private func objects(_ result: ToolResult) throws -> [[String: Any]] {
    try result.lines.map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func matches(_ arguments: String...) throws -> [[String: Any]] {
    let result = try tool.run(["memory", "search", "--format", "json"] + arguments)
    #expect(result.exitCode == 0, "\(result)")
    return try #require(try objects(result).first?["matches"] as? [[String: Any]])
  }

  @Test func `the same sentence is found with its translation, date and number`() throws {
    try load()
    let result = try tool.run("memory", "search", "儲存檔案。", "--limit", "1")
    #expect(
      result.output == """
         100 %  news 1 · 2024-01-31 23:59
            zh-TW  儲存檔案。
            en     Save the file.

        """, "\(result)")
    #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result)")
  }

  @Test(arguments: [
    // query, score, found, penalties
    ("第5條適用之。", 98.0, "第3條適用之。", ["number"]),
    ("台灣鐵路", 100.0, "臺灣鐵路", []),
    ("儲存這檔案。", 83.33, "儲存檔案。", []),
    ("SAVE the file.", 99.0, "Save the file.", ["case"]),
    ("save the files.", 75.0, "Save the file.", []),
  ])
  func `the score counts tokens and names what was taken off`(
    _ query: String, _ score: Double, _ found: String, _ penalties: [String]
  ) throws {
    try load()
    let best = try #require(try matches(query, "--limit", "1").first)
    let penalised = score == 75.0 ? best["base"] : best["score"]
    #expect(penalised as? Double == score, "\(best)")
    #expect((best["source"] as? [String: String])?["text"] == found)
    let names = (best["penalties"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    if score != 75.0 { #expect(names == penalties, "\(best)") }
  }

  @Test func `differences are spans of Unicode scalars`() throws {
    try load([TMXSamples.unit("1", "x", "𠮷第3條。")])
    let best = try #require(try matches("𠮷第5條！", "--threshold", "50").first)
    let steps = try #require(best["differences"] as? [[String: Any]])
    #expect(
      steps.map { $0["kind"] as? String } == ["kept", "altered", "kept", "deleted", "inserted"])
    #expect(steps[1]["query"] as? [Int] == [2, 3] && steps[1]["source"] as? [Int] == [2, 3])
    #expect(steps[4]["query"] as? [Int] == [4, 5])
    let text = try tool.run("memory", "search", "𠮷第5條！", "--threshold", "50")
    #expect(text.output.contains("𠮷第[-3-]{+5+}條[-。-]{+！+}"), "\(text)")
  }

  @Test func `both directions, and languages by region`() throws {
    try load()
    let french =
      "<tu><tuv xml:lang=\"en-US\"><seg>Close the file.</seg></tuv>"
      + "<tuv lang=\"zh_TW\"><seg>關閉檔案。</seg></tuv></tu>"
    try load([french], into: "other")
    let guessed = try #require(try matches("Close the file.", "--limit", "1").first)
    #expect((guessed["translations"] as? [[String: String]])?.map { $0["text"] } == ["關閉檔案。"])
    #expect(try matches("關閉檔案。", "--to", "en", "--limit", "1").count == 1)
    #expect(try matches("關閉檔案。", "--to", "en-US", "--limit", "1").count == 1)
    let hongKong = try tool.run("memory", "search", "關閉檔案。", "--from", "zh-HK", "--to", "en")
    #expect(
      hongKong.exitCode == 1 && hongKong.errors.hasSuffix("[memory-no-segments]\n"), "\(hongKong)")
    // No translation in the language that is asked for is no answer.
    #expect(try tool.run("memory", "search", "Save the file.", "--to", "fr").exitCode == 1)
  }

  @Test func `memories are chosen by name, and trusted as told`() throws {
    try load([TMXSamples.unit("1", "Hello.", "你好。")], into: "A")
    try load([TMXSamples.unit("1", "Hi.", "你好。")], into: "B")
    func memories(_ arguments: String...) throws -> [String] {
      try tool.run(
        ["memory", "search", "你好。", "--format", "json"] + arguments
      ).lines.flatMap { line -> [String] in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let matches = object?["matches"] as? [[String: Any]] ?? []
        return matches.compactMap { ($0["memory"] as? String).map { "\($0)" } }
      }
    }
    #expect(try memories() == ["A", "B"])
    #expect(try memories("--memory", "b") == ["B"])
    #expect(try memories("--penalty", "a=3") == ["B", "A"])
    #expect(try memories("--penalty", "a=31") == ["B"])
    for (arguments, code) in [
      (["--memory", "C"], "memory-missing"), (["--penalty", "C=3"], "memory-missing"),
    ] {
      let result = try tool.run(["memory", "search", "你好。"] + arguments)
      #expect(result.exitCode == 2 && result.errors.hasSuffix("[\(code)]\n"), "\(result)")
    }
  }

  @Test func `what a machine made can be trusted less`() throws {
    try load()
    let codes = try #require(try matches("按儲存。", "--limit", "1").first)
    let less = try #require(
      try matches("按儲存。", "--limit", "1", "--machine-penalty", "2.5").first)
    let difference = (codes["score"] as? Double ?? 0) - (less["score"] as? Double ?? 0)
    #expect(difference == 2.5, "\(less)")
    #expect(codes["notes"] as? [String] == ["careful"])
  }

  @Test func `context ranks equals, by neighbours, id and document`() throws {
    try load([
      TMXSamples.unit("a", "Start.", "開始。"), TMXSamples.unit("b", "Yes!", "好。"),
      TMXSamples.unit("c", "End.", "結束。"), TMXSamples.unit("d", "Fine.", "好。"),
      TMXSamples.unit(
        "e", "All right.", "好。", more: "<prop type=\"file\">menu.txt</prop>"),
    ])
    func best(_ arguments: String...) throws -> [String: Any] {
      let result = try tool.run(["memory", "search", "好。", "--format", "json"] + arguments)
      let matches = try objects(result).first?["matches"] as? [[String: Any]]
      return try #require(matches?.first, "\(result)")
    }
    #expect(try best()["unit"] as? Int == 2)
    let between = try best("--before", "開始。", "--after", "結束。")
    #expect(between["unit"] as? Int == 2 && between["sameContext"] as? Bool == true, "\(between)")
    #expect(try best("--before", "結束。")["unit"] as? Int == 4)
    #expect(try best("--id", "d")["unit"] as? Int == 4)
    #expect(try best("--document", "menu.txt")["unit"] as? Int == 5)
  }

  @Test func `standard input is a query a line, or a text of sentences`() throws {
    try load()
    let lines = try tool.run(
      "memory", "search", "--format", "json", input: "儲存檔案。\n\n沒有這一句。\n")
    #expect(lines.exitCode == 1)
    let counts = try objects(lines).map { ($0["matches"] as? [Any])?.count }
    #expect(counts.count == 2 && counts[0] ?? 0 > 0 && counts[1] == 0, "\(lines)")
    let text = try tool.run(
      "memory", "search", "--segment", "--limit", "1", "--format", "json",
      input: "\u{FEFF}儲存檔案。開啟檔案。\n第3條適用之。")
    #expect(text.exitCode == 0, "\(text)")
    #expect(
      try objects(text).map { $0["query"] as? String } == ["儲存檔案。", "開啟檔案。", "第3條適用之。"])
  }

  @Test func `tables and TMX for programs`() throws {
    try load()
    let table = try tool.run("memory", "search", "儲存檔案。", "--format", "tsv", "--limit", "1")
    #expect(table.lines.count == 2, "\(table)")
    let cells = table.lines.last?.split(separator: "\t", omittingEmptySubsequences: false)
    #expect(cells?.count == 12 && cells?[2] == "100" && cells?[9] == "Save the file.", "\(table)")
    let found = try tool.run(
      "memory", "search", "按儲存。", "按儲存。", "--format", "tmx", "--limit", "1")
    #expect(found.output.components(separatedBy: "<tu ").count == 2, "\(found)")
    try tool.folder.write(found.output, to: "found.tmx")
    #expect(try tool.run("tmx", "check", "found.tmx").exitCode == 0, "\(found)")
  }

  @Test func `what is added, edited and removed counts at once`() throws {
    try load()
    try tool.run("memory", "search", "儲存檔案。")
    try tool.run("memory", "add", "news", "關閉視窗。", "Close the window.")
    #expect(try matches("關閉視窗。", "--limit", "1").first?["unit"] as? Int == 6)
    let edited = try tool.run("memory", "edit", "news", "--unit", "6", "--text", "zh-TW=關上視窗。")
    #expect(edited.exitCode == 0, "\(edited)")
    #expect(try matches("關上視窗。", "--limit", "1").first?["score"] as? Double == 100)
    try tool.run("memory", "remove", "news", "--unit", "7")
    #expect(try tool.run("memory", "search", "關上視窗。", "--threshold", "90").exitCode == 1)
    try load([TMXSamples.unit("9", "Print it.", "列印。")])
    #expect(try matches("列印。", "--threshold", "100").count == 1)
    try tool.run("memory", "undo", "news")
    #expect(try tool.run("memory", "search", "列印。", "--threshold", "90").exitCode == 1)
    try tool.run("memory", "remove", "news")
    let none = try tool.run("memory", "search", "儲存檔案。")
    #expect(none.exitCode == 1 && none.errors.hasSuffix("[memory-none]\n"), "\(none)")
  }

  @Test func `without a base nothing is made and nothing is found`() throws {
    let result = try tool.run("memory", "search", "儲存檔案。")
    #expect(result.exitCode == 1 && result.output == "儲存檔案。: nothing found\n", "\(result)")
    #expect(result.errors.hasSuffix("[memory-none]\n") && tool.folder.names.isEmpty, "\(result)")
    let named = try tool.run("memory", "search", "儲存檔案。", "--memory", "x")
    #expect(named.exitCode == 2 && named.errors.hasSuffix("[memory-missing]\n"), "\(named)")
  }

  @Test(arguments: [
    ["--threshold", "0"], ["--threshold", "101"], ["--limit", "0"], ["--from", "en", "--to", "en"],
    ["--from", "e n"], ["--penalty", "news"], ["--penalty", "news=101"],
    ["--machine-penalty", "x"],
    ["--format", "xml"], ["--segment", "--before", "x"],
  ])
  func `wrong options end with 2`(_ options: [String]) throws {
    let result = try tool.run(["memory", "search", "x"] + options)
    #expect(result.exitCode == 2 && result.errors.contains("Usage: "), "\(result)")
  }

  @Test(arguments: [
    "", " ", "\u{0}", "\u{202E}abc\u{1B}[31m", "%s%n", String(repeating: "檔", count: 5_000),
    String(repeating: "a b ", count: 4_000), "𠮷\u{FE00}\u{200D}", "\u{FFFD}\u{FEFF}", "12,345.67",
  ])
  func `any query is answered`(_ query: String) throws {
    try load()
    if query.unicodeScalars.contains("\0") { return }  // No argument can hold it.
    let result = try tool.run("memory", "search", query, "--threshold", "1")
    #expect(!result.isKilled && result.exitCode <= 1, "\(result)")
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("\u{202E}"))
    let lines = try tool.run("memory", "search", "--format", "json", input: query + "\n\0x\n")
    #expect(!lines.isKilled && lines.exitCode <= 1, "\(lines)")
    _ = try objects(lines)
  }

  @Test func `namespaces, nested languages and odd units are searched`() throws {
    let file = """
      <t:tmx xmlns:t="http://www.lisa.org/tmx14" version="1.4"><t:header srclang="en"/><t:body>
      <t:tu><t:tuv xml:lang="en"><t:seg>Prefixed words.</t:seg></t:tuv>
      <t:tuv xml:lang="zh-Hant"><t:seg>有字首的字。</t:seg></t:tuv></t:tu></t:body></t:tmx>
      """
    #expect(try tool.run("tmx", "import", "-", "--memory", "p", input: file).exitCode == 0)
    let plain = """
      <tmx xmlns="http://www.lisa.org/tmx14" version="1.4"><header srclang="en"/><body>
      <!-- <tuv xml:lang="xx"> --><tu><tuv xml:lang="en"><seg>Default <b>space</b>.</seg></tuv>
      <tuv xml:lang="ZH-tw"><seg>預設空間。</seg></tuv></tu></body></tmx>
      """
    #expect(try tool.run("tmx", "import", "-", "--memory", "d", input: plain).exitCode == 0)
    #expect(try matches("有字首的字。").first?["score"] as? Double == 100)
    #expect(try matches("預設空間。").first?["score"] as? Double == 100)
    #expect(try matches("Default space.").first?["score"] as? Double == 100)
  }
}
