import TestSupport
import Testing

struct GlossaryOptionTests {
  @Test func `a bad row of a glossary file is told of in every run, and the others load`() throws {
    let tool = try ToolRunner()
    try tool.folder.write("zh-TW\ten\n微星科\tWeixingke\n\tNobody\n", to: "names.tsv")
    try tool.folder.write("微星科說。\n", to: "a.txt")
    for _ in 0..<2 {
      let result = try tool.run("annotate", "--no-default-glossary", "--glossary", "names.tsv", "a.txt")
      #expect(result.exitCode == 0, "\(result)")
      #expect(result.output == "微星科（Weixingke）說。\n", "\(result)")
      #expect(result.errors.contains("names.tsv:3: "), "\(result)")
    }
  }

  @Test func `a glossary file that is not there is one clear line`() throws {
    let result = try ToolRunner().run("lookup", "--glossary", "none.tsv", "輝達")
    #expect(result.exitCode == 2 && result.errors.contains("none.tsv: "), "\(result)")
  }
}
