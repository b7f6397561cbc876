import Foundation
import TestSupport
import Testing

@Suite struct MemoryCommandTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private func importUnits(_ count: Int, into memory: String) throws {
    let units = (0..<count).map { TMXSamples.unit("\($0)", "Text \($0)", "文字") }
    let result = try tool.run(
      "tmx", "import", "-", "--memory", memory, input: TMXSamples.file(units))
    #expect(result.exitCode == 0, "\(result)")
  }

  @Test func `without memories a list is empty and says so, and makes no base`() throws {
    let result = try tool.run("memory", "list")
    #expect(result.exitCode == 0 && result.output.isEmpty, "\(result)")
    #expect(result.errors.hasSuffix("[memory-none]\n"), "\(result)")
    for arguments in [
      ["memory", "list", "x"], ["memory", "undo", "x"], ["memory", "remove", "x"],
      ["memory", "rename", "x", "y"],
    ] {
      #expect(try tool.run(arguments).exitCode == 2)
    }
    #expect(tool.folder.names.isEmpty)
  }

  @Test func `memories are listed, renamed and removed`() throws {
    try importUnits(2, into: "News")
    try importUnits(3, into: "法律")
    #expect(try tool.run("memory", "list").output == "News\t2\t1\n法律\t3\t1\n")
    let json = try tool.run("memory", "list", "--format", "json")
    #expect(json.lines.count == 2 && json.lines[0].hasPrefix("{\"name\": \"News\", \"units\": 2, "))
    let imports = try tool.run("memory", "list", "news")
    #expect(imports.output.hasSuffix("\t2\t0\t-\n"), "\(imports)")
    let renamed = try tool.run("memory", "rename", "NEWS", "reports")
    #expect(renamed.output == "renamed News to reports\n", "\(renamed)")
    for (arguments, code) in [
      (["memory", "rename", "reports", "法律"], "memory-exists"),
      (["memory", "rename", "reports", " "], "memory-bad-name"),
      (["memory", "rename", "News", "x"], "memory-missing"),
      (["memory", "remove", "News"], "memory-missing"),
      (["memory", "undo", "News"], "memory-missing"),
      (["memory", "list", "News"], "memory-missing"),
      (["memory", "remove", "reports", "--unit", "1", "--unit", "9"], "memory-no-unit"),
    ] {
      let result = try tool.run(arguments)
      #expect(result.exitCode == 2 && result.errors.hasSuffix("[\(code)]\n"), "\(result)")
    }
    let one = try tool.run("memory", "remove", "reports", "--unit", "1")
    #expect(one.output == "removed units of reports: 1\n", "\(one)")
    let removed = try tool.run("memory", "remove", "reports", "--format", "json")
    #expect(
      removed.output == "{\"removed\": \"reports\", \"units\": 1, \"memoryRemoved\": true}\n",
      "\(removed)")
    #expect(try tool.run("memory", "list").output == "法律\t3\t1\n")
  }

  @Test func `an undo takes the last import back, until nothing is left`() throws {
    try importUnits(2, into: "m")
    try importUnits(5, into: "m")
    #expect(try tool.run("memory", "list").output == "m\t5\t2\n")
    let first = try tool.run("memory", "undo", "m")
    #expect(first.output == "took - back from m: 3 removed, 0 restored\n", "\(first)")
    let second = try tool.run("memory", "undo", "m", "--format", "json")
    #expect(
      second.output == """
        {"memory": "m", "document": "-", "removed": 2, "restored": 0, "kept": 0, "memoryRemoved": true}

        """, "\(second)")
    #expect(try tool.run("memory", "undo", "m").exitCode == 2)
  }
}
