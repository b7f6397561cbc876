import Foundation
import TestSupport
import Testing

@Suite struct TMXExportCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private let unit = TMXSamples.unit("1", "Save <ph x=\"1\">&lt;b&gt;</ph>", "儲存&#xD;")

  @Test func `units and header come out as they went in, where that is asked for`() throws {
    let odd = """
      <tu odd="a &lt; &quot;b&quot;" tuid="2"><!-- 註 --><?pi data?><tuv lang="EN"><seg> a\tb </seg>\
      <prop>late</prop></tuv><tuv xml:lang="zh_TW"><seg></seg></tuv><x:y xmlns:x="urn:x"></x:y></tu>
      """
    try tool.folder.write(
      TMXSamples.file([unit, "<!-- between -->", odd, "<!-- last -->"]), to: "a.tmx")
    try tool.run("tmx", "import", "a.tmx")
    let written = try tool.run("tmx", "export", "--faithful")
    #expect(written.exitCode == 0, "\(written)")
    #expect(TMXSamples.units(in: written.output) == [unit, odd])
    #expect(written.output.contains(TMXSamples.header))
    let order = ["<!-- between -->", odd, "<!-- last -->", "</body>"].map {
      written.output.range(of: $0)?.lowerBound
    }
    #expect(
      order.allSatisfy { $0 != nil }
        && order.compactMap(\.self) == order.compactMap(\.self).sorted())
    // And a second way through the store changes nothing.
    try tool.run("tmx", "import", "-", "--memory", "again", input: written.output)
    #expect(
      try tool.run("tmx", "export", "--memory", "again", "--faithful").output == written.output)
  }

  @Test(arguments: [
    "<tmx xmlns=\"http://www.lisa.org/tmx14\" version=\"1.4\">",
    "<tmx xmlns:x=\"urn:x\" version=\"1.4\">",
  ])
  func `a namespace stays round the units, and in each`(_ root: String) throws {
    let text = TMXSamples.file([TMXSamples.unit("1", "Save", "儲存")])
      .replacing("<tmx version=\"1.4\">", with: root)
    try tool.folder.write(text, to: "a.tmx")
    try tool.run("tmx", "import", "a.tmx")
    let written = try tool.run("tmx", "export", "--faithful").output
    #expect(written.contains(root), "\(written)")
    let again = try tool.run("tmx", "import", "-", input: written)
    #expect(again.output.contains("1 unchanged"), "\(again)")
  }

  @Test func `a prefix is kept, and strict output has none`() throws {
    let text = """
      <t:tmx xmlns:t="http://www.lisa.org/tmx14" version="1.4"><t:header srclang="en"/><t:body>
      <t:tu tuid="1"><t:tuv xml:lang="en"><t:seg>a</t:seg></t:tuv></t:tu></t:body></t:tmx>
      """
    let first = try tool.run("tmx", "import", "-", input: text)
    #expect(first.exitCode == 0, "\(first)")
    let written = try tool.run("tmx", "export", "--faithful").output
    #expect(written.contains("<t:body>") && written.contains("</t:tmx>"), "\(written)")
    #expect(try tool.run("tmx", "import", "-", input: written).output.contains("1 unchanged"))
    let strict = try tool.run("tmx", "export").output
    #expect(strict.contains("<tu tuid=\"1\">") && !strict.contains("t:"), "\(strict)")
  }

  @Test func `strict output is made strict, and what was changed is told`() throws {
    let text = """
      <tmx version="1.1"><header/><body><tu tuid="1" colour="red"><tuv lang="EN_us"><seg>a</seg>\
      <note>late</note></tuv><tuv lang="zh_TW"><seg>甲</seg></tuv></tu></body></tmx>
      """
    try tool.run("tmx", "import", "-", input: text)
    let strict = try tool.run("tmx", "export", "--source", "en-US")
    #expect(strict.exitCode == 0, "\(strict)")
    #expect(strict.output.contains("<tmx version=\"1.4\">"), "\(strict)")
    #expect(strict.output.contains("srclang=\"en-US\""), "\(strict)")
    #expect(strict.output.contains("<note>late</note><seg>a</seg>"), "\(strict)")
    #expect(!strict.output.contains(" lang=") && !strict.output.contains("colour"), "\(strict)")
    #expect(strict.errors.contains("[tmx-dropped-attribute]"), "\(strict)")
  }

  @Test func `units of files with other headers say themselves what theirs said`() throws {
    let other = TMXSamples.header.replacing("srclang=\"en\"", with: "srclang=\"zh-TW\"")
      .replacing("甲 &amp; 乙", with: "另一個")
    let units = (1...3).map { TMXSamples.unit("\($0)", "Text \($0)", "文字") }
    try tool.folder.write(TMXSamples.file([units[0]]), to: "a.tmx")
    try tool.folder.write(TMXSamples.file([units[1]], header: other), to: "b.tmx")
    try tool.folder.write(TMXSamples.file([units[2]]), to: "c.tmx")
    try tool.run("tmx", "import", "a.tmx", "b.tmx", "c.tmx")
    let strict = try tool.run("tmx", "export")
    #expect(strict.exitCode == 0, "\(strict)")
    let written = TMXSamples.units(in: strict.output)
    #expect(written.count == 3, "\(strict)")
    #expect(written.map { $0.contains("srclang=\"zh-TW\"") } == [false, true, false], "\(strict)")
    #expect(strict.output.contains("甲 &amp; 乙") && strict.output.contains("另一個"), "\(strict)")
    let faithful = try tool.run("tmx", "export", "--faithful")
    #expect(TMXSamples.units(in: faithful.output) == units, "\(faithful)")
    #expect(faithful.errors.contains("[tmx-several-headers]"), "\(faithful)")
  }

  @Test func `a file takes the place of the old one when it is complete`() throws {
    try tool.folder.write("old", to: "out.tmx")
    let none = try tool.run("tmx", "export", "out.tmx")
    #expect(none.exitCode == 2 && none.errors.contains("[memory-none]"), "\(none)")
    #expect(try String(contentsOfFile: tool.folder.file("out.tmx"), encoding: .utf8) == "old")
    try tool.folder.write(TMXSamples.file([unit]), to: "a.tmx")
    try tool.run("tmx", "import", "a.tmx", "--memory", "a")
    #expect(try tool.run("tmx", "export", "out.tmx").exitCode == 0)
    let written = try String(contentsOfFile: tool.folder.file("out.tmx"), encoding: .utf8)
    #expect(TMXSamples.units(in: written).count == 1, "\(written)")
    #expect(!tool.folder.names.contains { $0.hasSuffix(".part") })
    try tool.run("tmx", "import", "a.tmx", "--memory", "b")
    let several = try tool.run("tmx", "export")
    #expect(several.exitCode == 2 && several.errors.contains("\"a\", \"b\""), "\(several)")
    for arguments in [
      ["--memory", "c"], ["out", "--memory", "c"], ["no/where.tmx", "--memory", "a"],
    ] {
      let result = try tool.run(["tmx", "export"] + arguments)
      #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
    }
  }

  @Test func `whoever reads the output may have enough`() throws {
    try tool.folder.write(TMXSamples.long(2_000), to: "a.tmx")
    try tool.run("tmx", "import", "a.tmx")
    var shell = tool
    shell.wrapper = ["bash", "-c", "set -o pipefail; \"$0\" \"$@\" | head -c 100 >&2"]
    for extra in [[], ["--faithful"]] {
      let result = try shell.run(["tmx", "export"] + extra)
      #expect(result.exitCode == 0, "\(result)")
    }
  }
}
