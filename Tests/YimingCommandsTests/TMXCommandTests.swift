import Foundation
import TestSupport
import Testing

@Suite struct TMXCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private static let samples = ToolRunner.checkout + "/tmx"
  private let good = """
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" \
    adminlang="en" srclang="en" datatype="x"/><body><tu tuid="1"><tuv xml:lang="en"><seg>a</seg></tuv>\
    <tuv xml:lang="zh-TW"><seg>甲</seg></tuv></tu></body></tmx>

    """
  private let cut =
    "<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"en\"><seg>a</seg></tuv></tu>\n<tu>"

  @Test func `check tells what is wrong, and ends with 1 for what must be rejected`() throws {
    try tool.folder.write(good, to: "good.tmx")
    try tool.folder.write(cut, to: "cut.tmx")
    let fine = try tool.run("tmx", "check", "good.tmx", Self.samples + "/utf-16.tmx")
    #expect(fine.exitCode == 0 && fine.output.isEmpty, "\(fine)")
    #expect(fine.errors.hasPrefix("good.tmx: units: 1, errors: 0, warnings: 0\n"), "\(fine)")
    let odd = try tool.run("tmx", "check", Self.samples + "/odd.tmx")
    #expect(odd.exitCode == 0 && odd.lines.count == 13, "\(odd)")
    #expect(odd.lines.allSatisfy { $0.hasPrefix("warning: ") && $0.hasSuffix("]") }, "\(odd)")
    #expect(try tool.run("tmx", "check", "--strict", Self.samples + "/odd.tmx").exitCode == 1)
    let broken = try tool.run("tmx", "check", "cut.tmx", "good.tmx")
    #expect(
      broken.exitCode == 1 && broken.lines.contains { $0.hasPrefix("cut.tmx:2: ") }, "\(broken)")
    #expect(broken.errors.contains("1 complete units before the error"), "\(broken)")
    let missing = try tool.run("tmx", "check", "nowhere.tmx", "good.tmx")
    #expect(missing.exitCode == 2 && missing.errors.contains("nowhere.tmx: "), "\(missing)")
    #expect(missing.errors.contains("good.tmx: units: 1"), "\(missing)")
  }

  @Test func `check answers programs`() throws {
    try tool.folder.write(cut, to: "cut.tmx")
    let result = try tool.run("tmx", "check", "--report", "json", "cut.tmx")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["rejected"] as? Bool == true && object["units"] as? Int == 1, "\(result)")
    let findings = try #require(object["findings"] as? [[String: Any]])
    #expect(
      findings.last?["code"] as? String == "xml-cut-off" && findings.last?["line"] as? Int == 2)
    let odd = try tool.run(
      "tmx", "check", "--report", "json", "--most", "1", Self.samples + "/odd.tmx")
    #expect(
      odd.output.contains("\"tmx-bpt-alone\": 1") && odd.output.contains("\"tuid\": \"1\""),
      "\(odd)")
  }

  @Test func `stats counts, of standard input too`() throws {
    let text = try tool.run("tmx", "stats", "-", input: good)
    #expect(text.exitCode == 0 && text.lines[0] == "-", "\(text)")
    #expect(text.output.contains("  source language   en\n"), "\(text)")
    #expect(text.output.contains("  units             1, 1 with tuid\n"), "\(text)")
    let json = try tool.run("tmx", "stats", "--report", "json", Self.samples + "/regions.tmx")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["units"] as? Int == 3 && object["variants"] as? Int == 11, "\(json)")
    #expect((object["languages"] as? [[String: Any]])?.count == 4)
  }

  @Test func `convert writes a file anew`() throws {
    try tool.folder.write(good, to: "good.tmx")
    let same = try tool.run("tmx", "convert", "good.tmx", "same.tmx")
    #expect(same.exitCode == 0 && same.output.isEmpty, "\(same)")
    #expect(same.errors == "units read: 1, left out: 0, changes: 0\n", "\(same)")
    let piped = try tool.run("tmx", "convert", "-", "-", input: good)
    let written = try String(contentsOfFile: tool.folder.file("same.tmx"), encoding: .utf8)
    #expect(piped.output == written, "\(piped)")
    // A file may be written over itself.
    #expect(try tool.run("tmx", "convert", "same.tmx", "same.tmx").exitCode == 0)
    #expect(try String(contentsOfFile: tool.folder.file("same.tmx"), encoding: .utf8) == written)
    let odd = try tool.run(
      "tmx", "convert", Self.samples + "/odd.tmx", "strict.tmx", "--strict", "--report", "json")
    #expect(odd.exitCode == 0 && odd.output.contains("\"tmx-changed-version\": 1"), "\(odd)")
    #expect(try tool.run("tmx", "check", "strict.tmx").output.contains("tmx-prop-type") == false)
  }

  @Test(arguments: [
    "<tmx><body><tu>", "<xliff/>", "", "<!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx/>",
    "<tmx><body><tu><tuv><seg>&#1;</seg></tuv></tu></body></tmx>",
  ])
  func `a file that must be rejected leaves no output behind`(_ text: String) throws {
    try tool.folder.write(text, to: "bad.tmx")
    try tool.folder.write("old", to: "there.tmx")
    #expect(try tool.run("tmx", "check", "bad.tmx").exitCode == 1)
    for output in ["new.tmx", "there.tmx"] {
      let result = try tool.run("tmx", "convert", "bad.tmx", output, "--strict")
      #expect(result.exitCode == 2 && result.errors.contains("complete units"), "\(result)")
    }
    let split = try tool.run("tmx", "convert", "bad.tmx", "pairs", "--split")
    #expect(split.exitCode == 2, "\(split)")
    #expect(tool.folder.names == ["bad.tmx", "there.tmx"])
    #expect(try String(contentsOfFile: tool.folder.file("there.tmx"), encoding: .utf8) == "old")
  }

  @Test func `convert splits and merges`() throws {
    let split = try tool.run("tmx", "convert", Self.samples + "/regions.tmx", "pairs", "--split")
    #expect(
      split.exitCode == 0 && split.errors.contains("pairs/en_zh-HK.tmx: 2 units\n"), "\(split)")
    let names = ["pairs", "pairs/en_zh-CN.tmx", "pairs/en_zh-HK.tmx", "pairs/en_zh-TW.tmx"]
    #expect(tool.folder.names == names)
    let merged = try tool.run(
      "tmx", "convert", names[1], names[2], names[3], "all.tmx", "--merge", "--deduplicate")
    #expect(
      merged.exitCode == 0 && merged.errors.contains("units read: 8, left out: 0"), "\(merged)")
    let again = try tool.run(
      "tmx", "convert", "all.tmx", "all.tmx", "more.tmx", "--merge", "--deduplicate", "--level",
      "1",
      "--languages", "en,zh-TW")
    #expect(again.exitCode == 0 && again.errors.contains("units read: 16"), "\(again)")
  }

  @Test func `a glossary goes out and comes back as TMX`() throws {
    try tool.run("term", "add", "輝達", "Nvidia", "--kind", "org", "--note", "chips")
    try tool.run("term", "add", "川普", "Donald Trump", "--id", "trump")
    let before = try tool.run("glossary", "export").output
    let export = try tool.run("glossary", "export", "names.tmx")
    #expect(export.exitCode == 0 && export.errors.isEmpty, "\(export)")
    #expect(try tool.run("glossary", "export", "--format", "tmx").output.hasPrefix("<?xml"))
    let check = try tool.run("tmx", "check", "--strict", "names.tmx")
    #expect(check.exitCode == 0, "\(check)")
    try FileManager.default.removeItem(atPath: tool.database)
    let back = try tool.run("glossary", "import", "names.tmx")
    #expect(back.output.hasPrefix("names.tmx: 2 read, 2 added"), "\(back)")
    #expect(try tool.run("glossary", "export").output == before)
    #expect(try tool.run("glossary", "import", "names.tmx").output.contains("2 unchanged"))
    try tool.folder.write("<tmx><body>", to: "broken.tmx")
    #expect(try tool.run("glossary", "import", "broken.tmx").exitCode == 2)
  }

  @Test(arguments: [
    ["convert", "a.tmx"], ["convert", "a.tmx", "b.tmx", "c.tmx"], ["convert", "a", "-", "--split"],
    ["convert", "a", "b", "--level", "2"], ["convert", "a", "-", "--report", "json"],
    ["convert", "a", "b", "--languages", "en,,"], ["convert", "a", "b", "--map-language", "zh"],
    ["check", "-", "-"], ["stats", "-", "-"], ["convert", "-", "-", "o", "--merge"],
    ["check"], ["stats", "a", "--report", "xml"],
  ])
  func `wrong arguments end with 2`(_ arguments: [String]) throws {
    let result = try tool.run(["tmx"] + arguments)
    #expect(
      result.exitCode == 2 && result.output.isEmpty && result.errors.contains("Usage: "),
      "\(result)")
  }
}
