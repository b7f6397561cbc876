import TestSupport
import Testing

@Suite struct TermCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  @Test func `a name that was added is shown, changed, listed and removed`() throws {
    let added = try tool.run(
      "term", "add", "輝達", "Nvidia", "--kind", "org", "--zh-cn", "英伟达", "--zh-hk", "英偉達",
      "--short", "Nvidia", "--domain", "technology", "--cue", "晶片", "--cue", "黃仁勳", "--rival",
      "光輝", "--note", " a chip maker ", "--source", "Nvidia Taiwan", "--familiar")
    #expect(added.exitCode == 0 && added.output == "added nvidia: 輝達 Nvidia\n", "\(added)")

    let shown = try tool.run("term", "show", "輝達")
    #expect(
      shown.output == """
        nvidia
          zh-TW      輝達
          en         Nvidia
          zh-CN      英伟达
          zh-HK      英偉達
          kind       org
          en-short   Nvidia
          familiar   yes
          domain     technology
          cues       晶片 | 黃仁勳
          rivals     光輝
          source     Nvidia Taiwan
          note       a chip maker

        """, "\(shown)")

    let edited = try tool.run(
      "term", "edit", "nvidia", "--en", "Nvidia", "--en", "NVIDIA", "--cue", "股價", "--note", "",
      "--zh-hk", "", "--no-familiar", "--format", "json")
    #expect(edited.exitCode == 0, "\(edited)")
    #expect(
      edited.output == """
        {"outcome": "changed", "concept": "nvidia", "kind": "org", "english": ["Nvidia", "NVIDIA"], \
        "short": "Nvidia", "terms": [{"text": "輝達", "language": "zh-TW", "status": "preferred"}, \
        {"text": "英伟达", "language": "zh-CN", "status": "preferred"}, {"text": "Nvidia", \
        "language": "en", "status": "preferred"}, {"text": "NVIDIA", "language": "en", "status": \
        "admitted"}, {"text": "Nvidia", "language": "en", "status": "admitted", "type": \
        "shortForm"}], "domain": "technology", "source": "Nvidia Taiwan", "cues": ["股價"], \
        "rivals": ["光輝"]}

        """, "\(edited)")
    let same = try tool.run("term", "edit", "輝達", "--kind", "ORG")
    #expect(same.output == "unchanged nvidia: 輝達 Nvidia\n", "\(same)")

    try tool.run("term", "add", "川普", "Donald Trump", "--also", "唐納·川普", "--kind", "person")
    let listed = try tool.run("term", "list")
    #expect(
      listed.output
        == "nvidia\t輝達\tNvidia|NVIDIA\torg\ndonald-trump\t川普|唐納·川普\tDonald Trump\tperson\n")
    #expect(try tool.run("term", "list", "--kind", "person").lines.count == 1)
    #expect(
      try tool.run("term", "list", "--domain", "technology", "--format", "json").lines.count == 1)

    let removed = try tool.run("term", "remove", "川普", "nvidia", "輝達")
    #expect(removed.exitCode == 0 && removed.lines.count == 2, "\(removed)")
    let empty = try tool.run("term", "list")
    #expect(empty.exitCode == 0 && empty.output.isEmpty, "\(empty)")
    #expect(empty.errors.contains("[term-base-empty]"), "\(empty)")
  }

  @Test func `what is there already is said so`() throws {
    try tool.run("term", "add", "喬治亞", "Georgia", "--id", "georgia-country")
    for arguments in [
      ["喬治亞", "Georgia"], ["喬治亞", "georgia"], ["別的", "Other", "--id", "georgia-country"],
    ] {
      let result = try tool.run(["term", "add"] + arguments)
      #expect(result.exitCode == 2, "\(result)")
      #expect(
        result.errors == """
          "georgia-country" is there already (喬治亞 Georgia); change it with "yiming term edit \
          georgia-country", or give another id [store-concept-exists]

          """, "\(result)")
    }
    // Another sense of the same name, on purpose; and another name with the same English.
    #expect(try tool.run("term", "add", "喬治亞", "Georgia", "--id", "georgia-state").exitCode == 0)
    #expect(try tool.run("term", "add", "喬治亞州", "Georgia").lines == ["added georgia: 喬治亞州 Georgia"])
    #expect(try tool.run("term", "add", "佐治亞", "Georgia").lines == ["added georgia-2: 佐治亞 Georgia"])

    let ambiguous = try tool.run("term", "remove", "喬治亞")
    #expect(ambiguous.exitCode == 2, "\(ambiguous)")
    #expect(ambiguous.errors.contains("(georgia-country, georgia-state)"), "\(ambiguous)")
    #expect(try tool.run("term", "show", "喬治亞").output.contains("georgia-state"))
  }

  /// Arguments of `term add`, and the code of the line that refuses them.
  @Test(arguments: [
    (["輝\t達", "Nvidia"], "concept-control-character"),
    (["輝達", "Nvi\ndia"], "concept-control-character"),
    (["輝達", "Nvidia", "--note", "a\u{1B}[2Jb"], "concept-control-character"),
    (["輝達|英偉達", "Nvidia"], "concept-bar"),
    (["輝達", "Nvidia", "--cue", "a|b"], "concept-bar"),
    (["  ", "Nvidia"], "concept-empty-text"),
    (["\u{3000}", "Nvidia"], "concept-empty-text"),
    (["輝達", ""], "concept-empty-text"),
    (["輝達", "Nvidia", "--cue", "x", "--cue", ""], "concept-empty-text"),
    (["輝達", "Nvidia", "--id", "a b"], "concept-bad-id"),
    (["輝達", "Nvidia", "--id", ""], "concept-no-id"),
    (["輝達", "Nvidia", "--note", String(repeating: "x", count: 70_000)], "concept-too-long"),
    (["Nvidia", "輝達"], "term-swapped"),
  ])
  func `text that cannot be exported is refused in one line, and makes no base`(
    _ arguments: [String], _ code: String
  ) throws {
    let result = try tool.run(["term", "add"] + arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
    #expect(result.errors.hasSuffix("[\(code)]\n"), "\(result)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result)")
    #expect(tool.folder.names.isEmpty, "\(result)")
  }

  @Test(arguments: [
    ["term", "show", "輝達"], ["term", "list"], ["glossary", "export"],
    ["glossary", "import", "--dry-run", "-"],
  ])
  func `reading makes no term base`(_ arguments: [String]) throws {
    let result = try tool.run(arguments, input: "zh-TW\ten\n輝達\tNvidia\n")
    #expect(result.exitCode == (arguments[1] == "show" ? 1 : 0), "\(result)")
    #expect(tool.folder.names.isEmpty, "\(tool.folder.names)")
  }

  @Test(arguments: [["term", "edit", "x", "--kind", "org"], ["term", "remove", "x"]])
  func `what is to be changed has to be there`(_ arguments: [String]) throws {
    let without = try tool.run(arguments)
    #expect(without.exitCode == 2 && without.errors.contains("[store-missing]"), "\(without)")
    #expect(tool.folder.names.isEmpty)
    try tool.run("term", "add", "輝達", "Nvidia")
    let with = try tool.run(arguments)
    #expect(with.exitCode == 2 && with.errors.contains("[store-no-concept]"), "\(with)")
  }

  @Test func `removing takes all or none`() throws {
    try tool.run("term", "add", "輝達", "Nvidia")
    let result = try tool.run("term", "remove", "nvidia", "nothing")
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
    #expect(try tool.run("term", "list").lines.count == 1)
  }

  @Test func `the term base is where the option, the variable, or XDG says, in this order`() throws
  {
    var tool = tool
    try tool.run("term", "add", "甲甲", "A", "--database", "option.sqlite")
    #expect(tool.folder.names == ["option.sqlite"])
    try tool.run("term", "add", "乙乙", "B")
    #expect(tool.folder.names.contains("data/yiming/yiming.sqlite"))
    tool.environment["YIMING_DATABASE"] = tool.folder.file("variable.sqlite")
    try tool.run("term", "add", "丙丙", "C")
    #expect(tool.folder.names.contains("variable.sqlite"))
    #expect(try tool.run("term", "list", "--database", "option.sqlite").output.hasPrefix("a\t"))
    tool.environment["YIMING_DATABASE"] = ""
    tool.environment["XDG_DATA_HOME"] = "relative"
    try tool.run("term", "add", "丁丁", "D")
    #expect(tool.folder.names.contains("home/.local/share/yiming/yiming.sqlite"))
    tool.environment["HOME"] = nil
    tool.environment["XDG_DATA_HOME"] = nil
    let nowhere = try tool.run("term", "list")
    #expect(nowhere.exitCode == 2 && nowhere.errors.contains("[no-home]"), "\(nowhere)")
  }
}
