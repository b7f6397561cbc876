import Foundation
import TestSupport
import Testing

@Suite struct MemoryPretranslateTests {
  private let tool: ToolRunner

  init() throws {
    tool = try ToolRunner()
    let units = [
      TMXSamples.unit("1", "It rains.", "下雨了。"), TMXSamples.unit("2", "Go home.", "回家吧。"),
      TMXSamples.unit("3", "Article 3 applies here.", "第3條在此適用。"),
      TMXSamples.unit("4", "Press <ph>&lt;br/></ph>now.", "現在<ph>&lt;br/></ph>請按這裡。"),
    ]
    let result = try tool.run(
      "tmx", "import", "-", "--memory", "news", input: TMXSamples.file(units))
    #expect(result.exitCode == 0, "\(result)")
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: tool.folder.file(name), encoding: .utf8)
  }

  private func bands(_ result: ToolResult, from text: String) throws -> [String: Int] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let bands = try #require(object?["bands"] as? [[String: Any]], "\(result)")
    return Dictionary(
      uniqueKeysWithValues: bands.map {
        ($0["band"] as? String ?? "", $0["segments"] as? Int ?? -1)
      })
  }

  private static let text = "下雨了。回家吧。\n\n第5條在此適用。沒有翻過的句子。\n沒有翻過的句子。\n"

  @Test func `sentences are filled in or left empty, and counted`() throws {
    try tool.folder.write(Self.text, to: "a.txt")
    let result = try tool.run(
      "memory", "pretranslate", "a.txt", "--segment", "--from", "zh-TW", "--to", "en",
      "--report", "json")
    #expect(result.exitCode == 0, "\(result)")
    #expect(
      result.output == "It rains.\nGo home.\nArticle 3 applies here.\n\n\n", "\(result)")
    let counted = try bands(result, from: result.errors)
    #expect(
      counted == [
        "101": 0, "100": 2, "repetitions": 1, "95-99": 1, "85-94": 0, "75-84": 0, "under-75": 1,
      ], "\(result)")
  }

  @Test func `lines stay lines`() throws {
    let result = try tool.run(
      "memory", "pretranslate", "-", "-o", "out.txt", input: "下雨了。\n\n不知道。\n回家吧。")
    #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result)")
    #expect(try read("out.txt") == "It rains.\n\n\nGo home.\n")
    #expect(
      result.output == """
        -
                       segments  words  characters
          101 %               0      0           0
          100 %               2      6           8
          repetitions         0      0           0
          95-99 %             0      0           0
          85-94 %             0      0           0
          75-84 %             0      0           0
          under 75 %          1      3           4
          all                 3      9          12
          filled in           2      6           8

        """, "\(result)")
  }

  @Test func `tables and TMX have the source beside it`() throws {
    try tool.folder.write(Self.text, to: "a.txt")
    let table = try tool.run("memory", "pretranslate", "a.txt", "--segment", "--format", "tsv")
    #expect(
      table.lines.prefix(3) == [
        "source\ttarget\tscore\tmemory\tunit", "下雨了。\tIt rains.\t100\tnews\t1",
        "回家吧。\tGo home.\t100\tnews\t2",
      ], "\(table)")
    let result = try tool.run(
      "memory", "pretranslate", "a.txt", "--segment", "--format", "tmx", "-o", "a.tmx")
    #expect(result.exitCode == 0, "\(result)")
    let checked = try tool.run("tmx", "check", "a.tmx")
    #expect(checked.exitCode == 0, "\(checked)")
    let file = try read("a.tmx")
    #expect(
      file.contains("<prop type=\"x-match\">98</prop><prop type=\"x-memory\">news</prop>"),
      "\(file)")
    #expect(file.components(separatedBy: "<tu>").count == 6, "\(file)")
  }

  private static func unit(_ chinese: String, more: String = "") -> String {
    "<tu>\n  <tuv xml:lang=\"zh-TW\"><seg>\(chinese)</seg></tuv>\(more)\n</tu>"
  }

  @Test func `TMX units get the language that they lack, and nothing else changes`() throws {
    let done = "<tuv xml:lang=\"en-GB\"><seg>Mine.</seg></tuv>"
    let empty = "<tuv lang=\"en\" x=\"1\"><seg></seg></tuv>"
    let input = """
      <?xml version="1.0"?>
      <!-- top --><tmx version="1.4"><header srclang="zh-TW"><note>n</note></header><body>
      <!-- one -->
      \(Self.unit("下雨了。"))
      \(Self.unit("回家吧。"))
      \(Self.unit("回家吧。", more: done))
      \(Self.unit("現在<ph>&lt;p/></ph>請按這裡。", more: empty))
      \(Self.unit("沒有。"))
      </body></tmx>
      """
    try tool.folder.write(input, to: "in.tmx")
    let result = try tool.run(
      "memory", "pretranslate", "in.tmx", "--to", "en", "-o", "out.tmx", "--report", "json")
    #expect(result.exitCode == 0, "\(result)")
    let counted = try bands(result, from: result.output)
    #expect(counted["100"] == 1 && counted["101"] == 2 || counted["100"] == 3, "\(result)")
    #expect(
      counted["under-75"] == 1 && result.output.contains("\"translatedBefore\": 1"), "\(result)")
    let file = try read("out.tmx")
    #expect(
      file.contains(
        "<!-- top -->\n<tmx version=\"1.4\"><header srclang=\"zh-TW\"><note>n</note></header>"))
    #expect(file.contains("<!-- one -->") && file.contains(Self.unit("沒有。")), "\(file)")
    #expect(file.contains(Self.unit("回家吧。", more: done)), "\(file)")
    #expect(file.contains("<seg>It rains.</seg></tuv>\n</tu>"), "\(file)")
    #expect(
      file.contains("<seg>Press <ph>&lt;br/&gt;</ph>now.</seg></tuv>")
        && file.contains("<tuv lang=\"en\" x=\"1\">"), "\(file)")
    // Once filled in, there is nothing left to do.
    let again = try tool.run("memory", "pretranslate", "out.tmx", "--to", "en")
    #expect(again.output == file, "\(again)")
  }

  @Test func `prefixed TMX stays prefixed`() throws {
    let input = """
      <t:tmx xmlns:t="http://www.lisa.org/tmx14" version="1.4"><t:header srclang="en"/><t:body>
      <t:tu><t:tuv xml:lang="zh-TW"><t:seg>下雨了。</t:seg></t:tuv></t:tu></t:body></t:tmx>
      """
    let result = try tool.run(
      "memory", "pretranslate", "-", "--input", "tmx", "--from", "zh-TW", input: input)
    #expect(result.output.contains("<t:seg>It rains.</t:seg></t:tuv></t:tu>"), "\(result)")
    #expect(result.output.contains("<t:prop type=\"x-match\">100</t:prop>"), "\(result)")
    try tool.folder.write(result.output, to: "p.tmx")
    let stats = try tool.run("tmx", "stats", "p.tmx", "--report", "json")
    #expect(stats.output.contains("\"variants\": 2"), "\(stats)")
  }

  @Test func `a threshold keeps less like ones out, and they are counted all the same`() throws {
    let result = try tool.run(
      "memory", "pretranslate", "-", "--threshold", "99", "--report", "json",
      input: "第5條在此適用。\n")
    #expect(
      result.output == "\n" && result.errors.contains("{\"band\": \"95-99\", \"segments\": 1"))
    let low = try tool.run(
      "memory", "pretranslate", "-", "--threshold", "40", input: "第5條不適用嗎？\n")
    #expect(low.output == "Article 3 applies here.\n", "\(low)")
  }

  @Test func `what cannot be read leaves no output`() throws {
    try tool.folder.write("<tmx version=\"1.4\"><body><tu>", to: "broken.tmx")
    try tool.folder.write([0xFF, 0xFE, 0x41], to: "latin.txt")
    for (arguments, code) in [
      (["broken.tmx"], "xml-"), (["none.txt"], "file-missing"), (["latin.txt"], "text-not-utf8"),
      (["broken.tmx", "--segment"], "memory-only-tmx"), (["none.txt", "--memory", "x"], "memory"),
    ] {
      let result = try tool.run(["memory", "pretranslate"] + arguments + ["-o", "out"])
      #expect(result.exitCode == 2, "\(result)")
      if code != "memory" { #expect(result.errors.contains("[\(code)"), "\(result)") }
    }
    #expect(!tool.folder.names.contains { $0.hasPrefix("out") })
  }

  @Test func `without a memory everything is left empty, with a warning`() throws {
    let empty = try ToolRunner()
    let result = try empty.run("memory", "pretranslate", "-", input: "下雨了。\n")
    #expect(result.exitCode == 0 && result.output == "\n", "\(result)")
    #expect(result.errors.contains("[memory-none]\n"), "\(result)")
  }
}
