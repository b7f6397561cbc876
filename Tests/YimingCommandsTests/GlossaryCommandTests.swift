import Foundation
import TestSupport
import Testing

@Suite struct GlossaryCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private let names =
    "id\tzh-TW\ten\tkind\tnote\nnvidia\t輝達\tNvidia\torg\tchips\ntsmc\t台積電\tTSMC\torg\t\n"

  @Test func `an import says what it read, added, changed and left`() throws {
    try tool.folder.write(names, to: "names.tsv")
    let first = try tool.run("glossary", "import", "names.tsv")
    #expect(
      first.output == "names.tsv: 2 read, 2 added, 0 changed, 0 unchanged, 0 rejected\n", "\(first)"
    )
    #expect(first.exitCode == 0 && first.errors.isEmpty, "\(first)")
    let again = try tool.run("glossary", "import", "names.tsv")
    #expect(
      again.output == "names.tsv: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected\n", "\(again)"
    )
    // A column that the file does not have stays; one that it has replaces, with nothing too.
    try tool.folder.write("zh-TW\ten\tkind\n輝達\tNvidia\t\n鴻海\tHon Hai\torg\n", to: "more.tsv")
    let dry = try tool.run("glossary", "import", "--dry-run", "more.tsv")
    #expect(
      dry.output == """
        more.tsv: 2 read, 1 added, 1 changed, 0 unchanged, 0 rejected (dry run, nothing is stored)
          would change nvidia

        """, "\(dry)")
    #expect(try tool.run("term", "list").lines.count == 2)
    let more = try tool.run("glossary", "import", "more.tsv", "--format", "json")
    #expect(
      more.output == """
        {"document": "more.tsv", "read": 2, "added": 1, "changed": 1, "unchanged": 0, "rejected": 0, \
        "stored": true, "changedConcepts": ["nvidia"], "problems": []}

        """, "\(more)")
    let nvidia = try tool.run("term", "show", "nvidia")
    #expect(
      nvidia.output.contains("note       chips") && !nvidia.output.contains("kind"), "\(nvidia)")
  }

  @Test func `a row without an id never replaces another thing of the same English name`() throws {
    try tool.run("term", "add", "喬治亞", "Georgia", "--note", "country")
    try tool.run("term", "add", "輝達", "Nvidia", "--id", "my-nvidia")
    try tool.folder.write(
      "zh-TW\ten\n佐治亞|喬治亞州\tGeorgia\n喬治亞\tGeorgia\n輝達|英偉達\tNVIDIA|Nvidia\n", to: "a.tsv")
    let first = try tool.run("glossary", "import", "a.tsv")
    #expect(first.output.contains("3 read, 1 added, 1 changed, 1 unchanged"), "\(first)")
    let again = try tool.run("glossary", "import", "a.tsv")
    #expect(again.output.contains("3 read, 0 added, 0 changed, 3 unchanged"), "\(again)")
    #expect(
      try tool.run("term", "list").lines == [
        "georgia\t喬治亞\tGeorgia\t", "my-nvidia\t輝達|英偉達\tNVIDIA|Nvidia\t",
        "georgia-2\t佐治亞|喬治亞州\tGeorgia\t",
      ])
    #expect(try tool.run("term", "show", "georgia").output.contains("country"))
  }

  private let bad =
    "zh-TW\ten\tkind\n輝達\tNvidia\torg\n台積電\t\torg\n鴻海\tHon Hai\tcompany\n聯電\tUMC\torg\n"

  @Test func `a file with a bad row is taken as a whole or not at all`() throws {
    try tool.folder.write(bad, to: "bad.tsv")
    try tool.folder.write(names, to: "good.tsv")
    let refused = try tool.run("glossary", "import", "bad.tsv", "good.tsv")
    #expect(refused.exitCode == 2, "\(refused)")
    #expect(
      refused.errors == """
        bad.tsv:3: "台積電" has no English name; fill en [glossary-no-english]
        bad.tsv:4: the kind "company" is not known; write person, org, place, product, work or \
        other, or leave it empty [glossary-unknown-kind]
        bad.tsv: nothing of this file is stored; mend its bad rows (2), or store the others with \
        --skip-bad [import-refused]

        """, "\(refused)")
    #expect(
      refused.output == """
        bad.tsv: 4 read, 0 added, 0 changed, 0 unchanged, 2 rejected (nothing is stored)
        good.tsv: 2 read, 2 added, 0 changed, 0 unchanged, 0 rejected

        """, "\(refused)")
    #expect(try tool.run("term", "list").lines.count == 2)

    let skipped = try tool.run("glossary", "import", "bad.tsv", "--skip-bad")
    #expect(skipped.exitCode == 1, "\(skipped)")
    #expect(skipped.lines == ["bad.tsv: 4 read, 1 added, 0 changed, 1 unchanged, 2 rejected"])
    #expect(try tool.run("term", "list").lines.count == 3)
  }

  @Test func `export and import give the same names again`() throws {
    try tool.folder.write(
      """
      id\tzh-TW\ten\tzh-CN\tzh-HK\tkind\ten-short\tdeprecated\tforbidden\tfamiliar\tdomain\tcues\trivals\tsource\tnote\tColour
      donald-trump\t川普|唐納·川普\tDonald Trump|Donald J. Trump\t特朗普\t特朗普\tperson\tTrump\t杜魯普\t床破\tyes\tpolitics\t總統|白宮\t四川\teditor\ta | b\tred
      nvidia\t輝達\tNvidia\t\t\torg

      """, to: "names.tsv")
    #expect(try tool.run("glossary", "import", "names.tsv").exitCode == 0)
    let export = try tool.run("glossary", "export", "out.tsv")
    #expect(export.exitCode == 0 && export.output.isEmpty, "\(export)")
    let text = try String(contentsOfFile: tool.folder.file("out.tsv"), encoding: .utf8)
    let expected = try String(contentsOfFile: tool.folder.file("names.tsv"), encoding: .utf8)
    #expect(text == expected)
    #expect(try tool.run("glossary", "export").output == text)
    let other = try tool.run("glossary", "import", "out.tsv", "--database", "other.sqlite")
    #expect(other.output.contains("2 added"), "\(other)")
    #expect(try tool.run("glossary", "export", "--database", "other.sqlite").output == text)
    let again = try tool.run("glossary", "import", "-", input: text)
    #expect(again.output == "-: 2 read, 0 added, 0 changed, 2 unchanged, 0 rejected\n", "\(again)")
  }

  /// What is given to import, and the code of the line that refuses it.
  @Test(arguments: [
    ("missing.tsv", "file-missing"), ("folder", "file-is-folder"), ("empty.tsv", "glossary-empty"),
    ("binary.tsv", "glossary-control-character"), ("utf16.tsv", "glossary-utf-16"),
    ("text.tsv", "glossary-no-english-column"), ("big5.tsv", "import-refused"),
  ])
  func `a file that is no glossary is refused in a line`(_ file: String, _ code: String) throws {
    try tool.folder.write("x", to: "folder/x")
    try tool.folder.write("", to: "empty.tsv")
    try tool.folder.write([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF], to: "binary.tsv")
    try tool.folder.write([0xFF, 0xFE, 0x7A, 0], to: "utf16.tsv")
    try tool.folder.write("Dear reader,\n", to: "text.tsv")
    try tool.folder.write(
      Array("zh-TW\ten\n".utf8) + [0xBD, 0xF7, 0xB9, 0x46, 9] + Array("Nvidia\n".utf8),
      to: "big5.tsv")
    try tool.folder.write("輝達\t3\n", to: "words.tsv")
    for command in ["import", "check"] {
      let options = command == "check" ? ["--words", "words.tsv"] : []
      let result = try tool.run(["glossary", command, file] + options)
      let isFound = command == "check" && !code.hasPrefix("file-")
      #expect(result.exitCode == (isFound ? 1 : 2), "\(result)")
      if code == "import-refused", command == "check" { continue }
      #expect((result.errors + result.output).contains("[\(code)]"), "\(result)")
    }
    #expect(!FileManager.default.fileExists(atPath: tool.database))
  }

  @Test func `a check lists what is wrong and remembers it in its exit code`() throws {
    try tool.folder.write("word\t1\n蘋果\t900\n輝達\t3\n", to: "words.tsv")
    try tool.folder.write("zh-TW\ten\n輝达\tNvidia\n蘋果\tApple\n", to: "names.tsv")
    try tool.folder.write("zh-TW\ten\n蘋果\tApple\n", to: "warned.tsv")
    try tool.folder.write("zh-TW\ten\n輝達\tNvidia\n", to: "good.tsv")
    let found = try tool.run("glossary", "check", "names.tsv", "--words", "words.tsv")
    #expect(found.exitCode == 1, "\(found)")
    #expect(
      found.output == """
        names.tsv:2: "达" in zh-TW "輝达" is simplified; should it be "輝達"? [glossary-check-script]
        warning: names.tsv:3: "蘋果" is an ordinary word too (counted 900 times) and has neither \
        cues nor rivals; give some [glossary-check-ordinary-word]

        """, "\(found)")
    #expect(found.errors == "rows: 2, errors: 1, warnings: 1\n", "\(found)")
    let only = try tool.run(
      "glossary", "check", "names.tsv", "--words", "words.tsv", "--errors-only", "--format", "json")
    #expect(only.lines.count == 1 && only.output.contains("\"severity\": \"error\""), "\(only)")
    #expect(try tool.run("glossary", "check", "warned.tsv", "--words", "words.tsv").exitCode == 0)
    let good = try tool.run("glossary", "check", "good.tsv", "--words", "words.tsv")
    #expect(good.exitCode == 0 && good.output.isEmpty, "\(good)")
    let both = try tool.run("glossary", "check", "missing", "names.tsv", "--words", "words.tsv")
    #expect(both.exitCode == 2 && both.lines.count == 2, "\(both)")
  }

  @Test func `an output that cannot be written is an error, a closed pipe is none`() throws {
    try tool.folder.write(names, to: "names.tsv")
    try tool.run("glossary", "import", "names.tsv")
    let program = ToolRunner.program.path
    var shell = tool
    shell.wrapper = ["sh", "-c", "\"$0\" glossary export >/dev/full"]
    let full = try shell.run()
    #expect(full.exitCode == 2 && full.errors.contains("[file-unwritable]"), "\(full)")
    shell.wrapper = [
      "bash", "-c", "\"$0\" term list | true; exit ${PIPESTATUS[0]}",
    ]
    for _ in 0..<5 {
      let closed = try shell.run()
      #expect(closed.exitCode == 0 && closed.errors.isEmpty, "\(closed) \(program)")
    }
    let folder = try tool.run("glossary", "export", tool.folder.path)
    #expect(folder.exitCode == 2 && folder.errors.contains("[file-is-folder]"), "\(folder)")
    let nowhere = try tool.run("glossary", "export", "no/such/folder.tsv")
    #expect(nowhere.exitCode == 2 && nowhere.errors.contains("[file-unwritable]"), "\(nowhere)")
  }
}
