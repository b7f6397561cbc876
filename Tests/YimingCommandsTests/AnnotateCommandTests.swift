import TestSupport
import Testing

struct AnnotateCommandTests {
  @Test(arguments: [["--sources", "nope"], ["--database", "none.sqlite"], ["--kinds", "foo"]])
  func `a mistyped choice is an error and not silence`(_ options: [String]) throws {
    let tool = try ToolRunner()
    try tool.folder.write("川普\n", to: "a.txt")
    let result = try tool.run(["annotate"] + options + ["a.txt"])
    #expect(result.exitCode == 2 && result.output.isEmpty && !result.errors.isEmpty, "\(result)")
  }

  @Test func `an article is annotated at first mentions, and a second run changes nothing`() throws {
    let tool = try ToolRunner()
    let article = "四川普通話與川普無關。輝達（NVIDIA）執行長黃仁勳說，輝達看好台積電。\n「真實社群」上的川普。\n"
    try tool.folder.write(article, to: "a.txt")
    let once = try tool.run("annotate", "a.txt")
    #expect(
      once.output == """
        四川（Sichuan）普通話與川普（Donald Trump）無關。輝達（NVIDIA）執行長黃仁勳（Jensen Huang）說，輝達看好台積電（TSMC）。
        「真實社群」（Truth Social）上的川普。

        """, "\(once)")
    try tool.folder.write(once.output, to: "b.txt")
    #expect(try tool.run("annotate", "b.txt").output == once.output)
  }

  @Test func `an English bracket behind an English name is no Chinese gloss`() throws {
    let tool = try ToolRunner()
    let text = "The Federal Bureau of Investigation (FBI) said on Monday. The FBI declined.\n"
    let once = try tool.run("annotate", "--direction", "en-zh", "--mentions", "all", input: text)
    #expect(once.output.hasPrefix("The Federal Bureau of Investigation (聯邦調查局) (FBI"), "\(once)")
    let twice = try tool.run("annotate", "--direction", "en-zh", "--mentions", "all", input: once.output)
    #expect(twice.output == once.output, "\(twice)")
  }

  @Test func `a part of a longer English name is left alone`() throws {
    let result = try ToolRunner().run(
      "annotate", "--direction", "en-zh", input: "Michael Qwertson scored. Nvidia's chips sell.\n")
    #expect(result.output == "Michael Qwertson scored. Nvidia (輝達)'s chips sell.\n", "\(result)")
  }
}
