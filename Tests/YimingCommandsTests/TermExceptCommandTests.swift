import TestSupport
import Testing

@Suite struct TermExceptCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private func annotated(_ text: String) throws -> String {
    try tool.run("annotate", "--no-default-glossary", input: text).output
  }

  /// One story, for each state of the term base is compiled anew.
  @Test func `an exception is stored, obeyed, explained, listed and removed`() throws {
    try tool.run("term", "add", "川普", "Donald Trump", "--kind", "person")
    let text = "他學川普通話，川普說。\n"
    let added = try tool.run("term", "except", "川普", "--inside", "學川普通話", "--not-in", "川菜")
    #expect(added.exitCode == 0, "\(added)")
    #expect(
      added.output == "added 川普: not inside 學川普通話\nadded 川普: not in a document with 川菜\n",
      "\(added)")
    #expect(try annotated(text) == "他學川普通話，川普（Donald Trump）說。\n")
    #expect(try annotated("川普說。\n川菜辣。\n") == "川普說。\n川菜辣。\n")
    let explained = try tool.run("annotate", "--no-default-glossary", "--explain", input: text)
    #expect(
      explained.output.contains("your own decision: no name inside \"學川普通話\""), "\(explained)")

    let again = try tool.run(
      "term", "except", "川普", "--inside", "學川普通話", "--always", "--format", "json")
    #expect(
      again.output == """
        {"outcome": "unchanged", "form": "川普", "rule": "inside", "text": "學川普通話"}
        {"outcome": "added", "form": "川普", "rule": "always"}

        """, "\(again)")
    #expect(try annotated("四川普通話\n") == "四川普（Donald Trump）通話\n")
    #expect(try annotated(text) == "他學川普通話，川普（Donald Trump）說。\n")

    let listed = try tool.run("term", "except", "--list")
    #expect(listed.output == "川普\talways\n川普\tinside\t學川普通話\n川普\tnot-in\t川菜\n", "\(listed)")
    #expect(try tool.run("term", "except", "--list", "輝達").output.isEmpty)
    #expect(
      try tool.run("term", "show", "donald-trump").output.hasSuffix(
        """
          except     川普 always a name
          except     川普 not inside 學川普通話
          except     川普 not in a document with 川菜

        """))

    let removed = try tool.run("term", "except", "川普", "--remove", "--always")
    #expect(removed.output == "removed 川普: always a name\n", "\(removed)")
    #expect(try tool.run("term", "except", "川普", "--remove").lines.count == 2)
    let gone = try tool.run("term", "except", "川普", "--remove")
    #expect(gone.exitCode == 2 && gone.errors.hasSuffix("[term-no-exception]\n"), "\(gone)")
    #expect(try annotated("川普說。\n川菜辣。\n") == "川普（Donald Trump）說。\n川菜辣。\n")

    // A name of nobody is kept, with a word about it; one that is shipped only is shown too.
    let unknown = try tool.run("term", "except", "川晋", "--always")
    #expect(
      unknown.exitCode == 0 && unknown.errors.hasSuffix("[term-unknown-form]\n"), "\(unknown)")
    #expect(try tool.run("term", "show", "川晋").output == "川晋\n  except     always a name\n")
  }

  @Test(arguments: [
    (["川普", "--inside", "四川"], "exception-not-inside"),
    (["川普", "--inside", "川普"], "exception-not-inside"),
    (["川普", "--inside", " "], "exception-empty-text"),
    (["川普", "--inside", "四川\t普通話"], "exception-control-character"),
    (["川普", "--not-in", String(repeating: "長", count: 65)], "exception-too-long"),
    (["川普"], "term-nothing-to-except"), (["川普", "--remove"], "store-missing"),
  ])
  func `an exception that means nothing is refused, and makes no base`(
    _ arguments: [String], _ code: String
  ) throws {
    let result = try tool.run(["term", "except"] + arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
    #expect(result.errors.hasSuffix("[\(code)]\n"), "\(result)")
    #expect(!tool.folder.names.contains { $0.hasSuffix(".sqlite") }, "\(tool.folder.names)")
  }

  @Test(arguments: [["--list", "--always"], [], ["--always"], ["川普", "--list", "--remove"]])
  func `arguments that do not go together are refused`(_ arguments: [String]) throws {
    let result = try tool.run(["term", "except"] + arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
  }
}
