import Foundation
import TestSupport
import Testing

@Suite struct MemoryEditTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private func exported(_ memory: String = "m") throws -> String {
    try tool.run("tmx", "export", "--memory", memory, "--faithful").output
  }

  @Test func `a translation is added with date and author, and makes its memory`() throws {
    let first = try tool.run("memory", "add", "m", "你好 <b>", "Hi & bye", "--author", "林")
    #expect(first.output == "made the memory m\nadded to m: unit 1\n", "\(first)")
    let file = try exported()
    #expect(file.contains("<seg>你好 &lt;b&gt;</seg>") && file.contains("<seg>Hi &amp; bye</seg>"))
    #expect(file.contains("creationid=\"林\"") && file.contains("xml:lang=\"zh-TW\""))
    #expect(file.firstRange(of: /creationdate="20\d{6}T\d{6}Z"/) != nil, "\(file)")
    let more = try tool.run(
      "memory", "add", "M", "a", "b", "--from", "en", "--to", "fr", "--id", "x1", "--note", "n&",
      "--format", "json")
    #expect(
      more.output == "{\"memory\": \"m\", \"memoryMade\": false, \"units\": [2]}\n", "\(more)")
    #expect(try exported().contains("tuid=\"x1\""))
    #expect(try exported().contains("<note>n&amp;</note><tuv xml:lang=\"en\">"))
  }

  @Test func `lines of standard input are added, all or none`() throws {
    let good = try tool.run(
      "memory", "add", "m", "--from", "en", "--to", "zh-TW",
      input: "\u{FEFF}Save.\t儲存。\r\n\nOpen.\t開啟。\n")
    #expect(good.output == "made the memory m\nadded to m: 2 units\n", "\(good)")
    for (input, code) in [
      ("a\tb\nc\n", "-:2: ", "memory-bad-pair"), ("a\tb\tc\n", "-:1: ", "memory-bad-pair"),
      ("a\tb\n \tc\n", "-:2: ", "memory-empty-segment"),
      ("a\tb\u{1}\n", "", "unit-forbidden-character"),
      ("", "", "memory-nothing-to-add"),
    ].map({ (($0.0, $0.1), $0.2) }) {
      let bad = try tool.run(
        "memory", "add", "m", "--from", "en", "--to", "zh-TW", input: input.0)
      #expect(bad.exitCode == 2 && bad.errors.hasSuffix("[\(code)]\n"), "\(bad)")
      #expect(bad.errors.hasPrefix(input.1), "\(bad)")
    }
    #expect(try tool.run("memory", "list").output == "m\t2\t0\n")
  }

  @Test func `what no memory can keep makes none`() throws {
    for arguments in [["a\u{1}", "b"], [" ", "b"], ["a", ""], ["a"]] {
      let result = try tool.run(["memory", "add", "m", "--from", "en"] + arguments)
      #expect(result.exitCode == 2, "\(result)")
    }
    #expect(try tool.run("memory", "add", " m", "a", "b").exitCode == 2)
    #expect(try tool.run("memory", "list").output.isEmpty)
  }

  private func load() throws {
    let unit =
      "<tu creationid=\"a\" tuid=\"1\"><prop type=\"x-p\">keep</prop><!--c-->"
      + "<tuv creationdate=\"20200101T000000Z\" xml:lang=\"en\"><seg>Click <ph>&lt;b/></ph>here.</seg></tuv>"
      + "<tuv xml:lang=\"zh_TW\"><seg>點這裡。</seg></tuv></tu>"
    let other = TMXSamples.unit("2", "Two", "二")
    let result = try tool.run(
      "tmx", "import", "-", "--memory", "m", input: TMXSamples.file([unit, other]))
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `an edit changes what it names, and keeps the place`() throws {
    try load()
    let result = try tool.run(
      "memory", "edit", "M", "--unit", "1", "--text", "zh-TW=按這裡。", "--author", "Lin")
    #expect(result.output == "changed unit 1 of m: it is unit 3 now\n", "\(result)")
    let file = try exported()
    #expect(file.contains("<prop type=\"x-p\">keep</prop><!--c-->"), "\(file)")
    #expect(file.contains("<tuv xml:lang=\"zh_TW\"><seg>按這裡。</seg></tuv>"), "\(file)")
    #expect(file.contains("changeid=\"Lin\" creationid=\"a\""), "\(file)")
    let units = TMXSamples.units(in: file)
    #expect(units.count == 2 && units[0].contains("按這裡"), "\(file)")
    let same = try tool.run("memory", "edit", "m", "--unit", "3", "--text", "zh-TW=按這裡。")
    #expect(same.output == "unchanged: unit 3 of m\n", "\(same)")
    let note = try tool.run(
      "memory", "edit", "m", "--unit", "3", "--note", "seen", "--id", "", "--text", "fr=Cliquez.",
      "--format", "json")
    #expect(note.output == "{\"memory\": \"m\", \"changed\": true, \"unit\": 4}\n", "\(note)")
    let now = try exported()
    #expect(
      now.contains("<note>seen</note>") && !now.contains("tuid=\"1\"") && now.contains("Cliquez"))
    #expect(try tool.run("memory", "edit", "m", "--unit", "4", "--text", "fr=").exitCode == 0)
    #expect(try !exported().contains("Cliquez"))
  }

  @Test func `codes do not go unseen, and a unit keeps a text`() throws {
    try load()
    for (arguments, code) in [
      (["--unit", "1", "--text", "en=Press here."], "memory-has-codes"),
      (["--unit", "9", "--text", "en=x"], "memory-no-unit"),
      (["--unit", "2"], "term-nothing-to-edit"),
      (["--unit", "2", "--text", "fr="], "memory-no-language-there"),
      (["--unit", "2", "--text", "en=", "--text", "zh-TW="], "memory-no-text-left"),
      (["--unit", "2", "--text", "en=\u{1}"], "unit-forbidden-character"),
      (["--unit", "2", "--text", "en= "], "memory-empty-segment"),
    ] {
      let result = try tool.run(["memory", "edit", "m"] + arguments)
      #expect(result.exitCode == 2 && result.errors.hasSuffix("[\(code)]\n"), "\(result)")
    }
    for wrong in [["--text", "en"], ["--text", "?=x"], []] {
      let result = try tool.run(
        ["memory", "edit", "m"] + wrong + (wrong.isEmpty ? [] : ["--unit", "1"]))
      #expect(result.exitCode == 2 && result.errors.contains("Usage: "), "\(result)")
    }
    let dropped = try tool.run(
      "memory", "edit", "m", "--unit", "1", "--text", "en=Press here.", "--drop-codes")
    #expect(dropped.exitCode == 0, "\(dropped)")
    let file = try exported()
    #expect(file.contains("<seg>Press here.</seg>") && file.contains("changedate=\"20"), "\(file)")
  }

  @Test func `an update knows units that were added by hand`() throws {
    try tool.run(
      "memory", "add", "m", "Save.", "存。", "--from", "en", "--to", "zh-TW", "--id", "7")
    let newer = TMXSamples.unit("7", "Save.", "儲存。", date: "20990101T000000Z")
    let result = try tool.run(
      "tmx", "import", "-", "--memory", "m", "--update", input: TMXSamples.file([newer]))
    #expect(result.output.contains("1 replaced"), "\(result)")
  }
}
