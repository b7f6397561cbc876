import Foundation
import Store
import TestSupport
import Testing

@Suite struct TMXImportCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private func exported() throws -> [String] {
    TMXSamples.units(in: try tool.run("tmx", "export", "--faithful").output)
  }

  private func counts(
    _ read: Int, added: Int = 0, unchanged: Int = 0, replaced: Int = 0, skipped: Int = 0,
    rejected: Int = 0
  ) -> String {
    "\(read) read, \(added) added, \(unchanged) unchanged, \(replaced) replaced, "
      + "\(skipped) skipped, \(rejected) rejected"
  }

  private let three = [
    TMXSamples.unit("1", "Save", "儲存", date: "20240101T000000Z"),
    TMXSamples.unit("2", "Open", "開啟"), TMXSamples.unit("2", "Open", "開啟"),
  ]

  @Test func `an import says what it did, and done again changes nothing`() throws {
    try tool.folder.write(TMXSamples.file(three), to: "a.tmx")
    let first = try tool.run("tmx", "import", "a.tmx")
    #expect(
      first.output == "a.tmx: \(counts(3, added: 3)) (memory \"default\")\n", "\(first)")
    #expect(first.exitCode == 0, "\(first)")
    let again = try tool.run("tmx", "import", "a.tmx")
    #expect(
      again.output
        == "a.tmx: \(counts(3, unchanged: 3)) (memory \"default\"; nothing is stored)\n", "\(again)"
    )
    #expect(again.exitCode == 0, "\(again)")
    #expect(try exported() == three)
    #expect(try tool.run("memory", "list").output == "default\t3\t1\n")
  }

  @Test func `the report is JSON where it is asked for`() throws {
    let empty = "<tu tuid=\"x\"></tu>"
    try tool.folder.write(TMXSamples.file([three[0], empty]), to: "a.tmx")
    let result = try tool.run("tmx", "import", "a.tmx", "--memory", "m", "--report", "json")
    #expect(result.exitCode == 1, "\(result)")
    let line = try #require(result.lines.first)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    for (name, value) in [
      "read": 2, "added": 1, "unchanged": 0, "replaced": 0, "skipped": 0, "rejected": 1,
    ] {
      #expect(object[name] as? Int == value, "\(name): \(result)")
    }
    #expect(object["document"] as? String == "a.tmx" && object["memory"] as? String == "m")
    #expect(object["stored"] as? Bool == true && object["complete"] as? Bool == true)
    let rejected = try #require((object["rejectedUnits"] as? [[String: Any]])?.first)
    #expect(rejected["line"] as? Int == 5 && rejected["tuid"] as? String == "x")
    #expect(rejected["code"] as? String == "tmx-no-tuv", "\(result)")
  }

  @Test func `a dry run says the same and stores nothing`() throws {
    try tool.folder.write(TMXSamples.file(three), to: "a.tmx")
    let first = try tool.run("tmx", "import", "a.tmx", "--dry-run")
    #expect(first.output.hasPrefix("a.tmx: \(counts(3, added: 3)) "), "\(first)")
    #expect(first.exitCode == 0 && first.output.contains("dry run"), "\(first)")
    #expect(tool.folder.names == ["a.tmx"])
    try tool.run("tmx", "import", "a.tmx")
    try tool.folder.write(
      TMXSamples.file(three + [TMXSamples.unit("3", "Close", "關閉")]), to: "b.tmx")
    let names = tool.folder.names
    let second = try tool.run("tmx", "import", "b.tmx", "--dry-run")
    #expect(second.output.hasPrefix("b.tmx: \(counts(4, added: 1, unchanged: 3)) "), "\(second)")
    #expect(try exported() == three)
    #expect(tool.folder.names == names)
  }

  @Test func `an update replaces older units, and says which it skips`() throws {
    try tool.folder.write(TMXSamples.file(three), to: "a.tmx")
    try tool.run("tmx", "import", "a.tmx")
    let newer = TMXSamples.unit("1", "Save", "存檔", date: "20240102T000000Z")
    let older = TMXSamples.unit("1", "Save", "保存", date: "20200102")
    try tool.folder.write(TMXSamples.file([newer, three[1]]), to: "newer.tmx")
    try tool.folder.write(TMXSamples.file([older]), to: "older.tmx")
    let replaced = try tool.run("tmx", "import", "newer.tmx", "--update")
    #expect(
      replaced.output.contains(counts(2, unchanged: 1, replaced: 1)) && replaced.exitCode == 0,
      "\(replaced)")
    #expect(try exported() == [newer, three[1], three[2]])
    let skipped = try tool.run("tmx", "import", "older.tmx", "--update")
    #expect(skipped.output.contains(counts(1, skipped: 1)) && skipped.exitCode == 0, "\(skipped)")
    #expect(skipped.errors.contains("older.tmx:4: unit \"1\" is skipped"), "\(skipped)")
    #expect(try exported() == [newer, three[1], three[2]])
    let undone = try tool.run("memory", "undo", "default")
    #expect(
      undone.output == "took newer.tmx back from default: 1 removed, 1 restored\n", "\(undone)")
    #expect(try exported() == three)
  }

  @Test func `units that no memory can take are rejected with line, tuid and reason`() throws {
    let noLanguage = "<tu tuid=\"b\"><tuv><seg>x</seg></tuv></tu>"
    let half =
      "<tu tuid=\"c\"><tuv xml:lang=\"en\"><seg>half</seg></tuv><tuv><seg>y</seg></tuv></tu>"
    try tool.folder.write(
      TMXSamples.file(["<tu tuid=\"a\"></tu>", noLanguage, three[0], half]), to: "a.tmx")
    let result = try tool.run("tmx", "import", "a.tmx", "--rejects", "failed.tmx")
    #expect(result.exitCode == 1, "\(result)")
    #expect(result.output.contains(counts(4, added: 2, rejected: 2)), "\(result)")
    for (line, id, code) in [(4, "a", "tmx-no-tuv"), (5, "b", "tmx-no-language")] {
      let found = result.errors.split(separator: "\n").filter { $0.hasPrefix("a.tmx:\(line): ") }
      #expect(found.count == 1 && found[0].contains("\"\(id)\""), "\(result)")
      #expect(found.first?.hasSuffix("[\(code)]") == true, "\(result)")
    }
    #expect(result.errors.contains("warning: a.tmx:7: "), "\(result)")
    #expect(try exported() == [three[0], half])
    let failed = try String(contentsOfFile: tool.folder.file("failed.tmx"), encoding: .utf8)
    #expect(TMXSamples.units(in: failed) == ["<tu tuid=\"a\"></tu>", noLanguage])
    #expect(failed.contains(TMXSamples.header))
    // Another run's rejects would mislead.
    try tool.folder.write(TMXSamples.file(three), to: "good.tmx")
    try tool.run("tmx", "import", "good.tmx", "--rejects", "failed.tmx")
    let none = try String(contentsOfFile: tool.folder.file("failed.tmx"), encoding: .utf8)
    #expect(none.contains("<body>") && TMXSamples.units(in: none).isEmpty)
  }

  @Test func `of a broken file nothing is imported, or what is whole if asked`() throws {
    let text = TMXSamples.file(three)
    let cut = String(text[..<text.range(of: "</tu>\n</body>")!.lowerBound])
    try tool.folder.write(cut, to: "cut.tmx")
    for extra in [[], ["--dry-run"]] {
      let result = try tool.run(["tmx", "import", "cut.tmx"] + extra)
      #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains("cut.tmx:6: "), "\(result)")
      #expect(result.errors.contains("[xml-cut-off]\n"), "\(result)")
      #expect(
        result.errors.hasSuffix(
          "cut.tmx: nothing of this file is imported; with --keep-complete the units before the error "
            + "(2) are [tmx-import-broken]\n"), "\(result)")
    }
    #expect(try tool.run("memory", "list").output.isEmpty)
    let kept = try tool.run("tmx", "import", "cut.tmx", "--keep-complete")
    #expect(kept.exitCode == 1 && kept.output.contains(counts(2, added: 2)), "\(kept)")
    #expect(kept.errors.contains("[xml-cut-off]\n"), "\(kept)")
    #expect(try exported() == Array(three.prefix(2)))
    #expect(try tool.run("memory", "list", "default").output.hasSuffix("\tbroken off\n"))
  }

  @Test func `of several files each is taken by itself`() throws {
    try tool.folder.write("no XML", to: "bad.tmx")
    try tool.folder.write(TMXSamples.file(three), to: "good.tmx")
    let result = try tool.run("tmx", "import", "missing.tmx", "bad.tmx", "good.tmx")
    #expect(result.exitCode == 2, "\(result)")
    #expect(result.lines.count == 1 && result.output.hasPrefix("good.tmx: 3 read"), "\(result)")
    #expect(result.errors.contains("missing.tmx: ") && result.errors.contains("bad.tmx"))
    #expect(try exported() == three)
  }

  @Test func `standard input and packed files are read`() throws {
    try tool.folder.write(TMXSamples.file(three), to: "a.tmx")
    let piped = try tool.run("tmx", "import", "-", "--memory", "m", input: TMXSamples.file(three))
    #expect(piped.exitCode == 0 && piped.output.hasPrefix("-: 3 read, 3 added"), "\(piped)")
    var gzip = tool
    gzip.executable = "gzip"
    #expect(try gzip.run("a.tmx").exitCode == 0)
    let packed = try tool.run("tmx", "import", "a.tmx.gz", "--memory", "m")
    #expect(packed.output.hasPrefix("a.tmx.gz: \(counts(3, unchanged: 3)) "), "\(packed)")
  }

  @Test func `languages are read as others where that is asked for`() throws {
    let unit = TMXSamples.unit("1", "Save", "儲存").replacing("zh-TW", with: "zh")
    let header = TMXSamples.header.replacing(" srclang=\"en\"", with: "")
    try tool.folder.write(TMXSamples.file([unit], header: header), to: "a.tmx")
    let plain = try tool.run("tmx", "import", "a.tmx", "--memory", "plain")
    #expect(plain.exitCode == 0 && plain.errors.contains("[tmx-bare-zh]"), "\(plain)")
    try tool.run(
      "tmx", "import", "a.tmx", "--memory", "m", "--map-language", "ZH=zh-TW", "--source", "en")
    let exported = try tool.run("tmx", "export", "--memory", "m", "--faithful").output
    #expect(TMXSamples.units(in: exported) == [TMXSamples.unit("1", "Save", "儲存")])
    #expect(exported.contains(TMXSamples.header))
    let kept = try tool.run("tmx", "export", "--memory", "plain", "--faithful").output
    #expect(TMXSamples.units(in: kept) == [unit] && kept.contains(header))
  }

  @Test func `limits are raised by name`() throws {
    let long = TMXSamples.unit("1", String(repeating: "x", count: 2_000), "長")
    try tool.folder.write(TMXSamples.file([long]), to: "a.tmx")
    let refused = try tool.run("tmx", "import", "a.tmx", "--limit", "text=1K")
    #expect(refused.exitCode == 2 && refused.errors.contains("[xml-text-too-long]"), "\(refused)")
    let taken = try tool.run("tmx", "import", "a.tmx", "--limit", "text=1K", "--limit", "text=4k")
    #expect(taken.exitCode == 0, "\(taken)")
  }

  @Test(arguments: [
    ["tmx", "import"], ["tmx", "import", "a.tmx", "b.tmx", "--rejects", "r.tmx"],
    ["tmx", "import", "-", "-"], ["tmx", "import", "a.tmx", "--limit", "colour=3"],
    ["tmx", "import", "a.tmx", "--limit", "text"],
    ["tmx", "import", "a.tmx", "--limit", "text=-1"],
    ["tmx", "import", "a.tmx", "--limit", "text=9999999999G"],
    ["tmx", "import", "a.tmx", "--limit", "tag=100M"],
    ["tmx", "import", "a.tmx", "--limit", "depth=1M"],
    ["tmx", "import", "a.tmx", "--map-language", "zh"],
    ["tmx", "import", "a.tmx", "--map-language", "=zh"],
    ["tmx", "import", "a.tmx", "--report", "xml"], ["tmx", "import", "a.tmx", "--memory", ""],
    ["tmx", "import", "a.tmx", "--memory", "a\nb"], ["tmx", "import", "."],
    ["tmx", "import", "a.tmx", "--rejects", "."], ["memory", "rename", "default"],
    ["memory", "remove"], ["memory", "remove", "default", "--unit", "x"], ["memory", "undo"],
  ])
  func `wrong arguments are an error of their own, and nothing is stored`(
    _ arguments: [String]
  ) throws {
    try tool.folder.write(TMXSamples.file(three), to: "a.tmx")
    try tool.folder.write(TMXSamples.file(three), to: "b.tmx")
    let result = try tool.run(arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty && !result.errors.isEmpty, "\(result)")
    #expect(try tool.run("memory", "list").output.isEmpty, "\(result)")
    #expect(!tool.folder.names.contains { $0.hasSuffix(".part") })
  }
}
