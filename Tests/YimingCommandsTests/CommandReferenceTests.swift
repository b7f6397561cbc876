import Foundation
import TestSupport
import Testing

/// `docs/commands.md`, which `make docs` writes.
@Suite struct CommandReferenceTests {
  private let tool: ToolRunner
  private let reference: String

  init() throws {
    var tool = try ToolRunner()
    tool.environment["COLUMNS"] = "80"
    self.tool = tool
    reference = try String(
      contentsOfFile: ToolRunner.checkout + "/docs/commands.md", encoding: .utf8)
  }

  @Test func `the reference has the help of every command, word for word`() throws {
    let commands = try [[]] + tool.commands()
    #expect(commands.contains(["term", "add"]) && commands.contains(["glossary", "check"]))
    for command in commands {
      let help = try tool.run(command + ["--help"]).output.trimmingCharacters(in: .newlines)
      let title = (["yiming"] + command).joined(separator: " ")
      let isThere = reference.contains("\n## \(title)\n\n```text\n\(help)\n```\n")
      #expect(isThere, "the help of \"\(title)\" is another one now: run \"make docs\"")
    }
    let titles = reference.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(titles.count == commands.count, "\(titles)")
  }

  @Test func `the script writes the reference`() throws {
    var shell = tool
    shell.executable = "sh"
    shell.environment["COLUMNS"] = "40"  // Whatever the terminal is.
    let written = try shell.run(
      ToolRunner.checkout + "/docs/make-commands.sh", ToolRunner.program.path)
    #expect(written.exitCode == 0 && written.errors.isEmpty, "\(written)")
    #expect(written.output == reference, "docs/commands.md is out of date: run \"make docs\"")
  }

  @Test func `a program that cannot be run is an error of the script`() throws {
    var shell = tool
    shell.executable = "sh"
    let script = ToolRunner.checkout + "/docs/make-commands.sh"
    #expect(try shell.run(script, "/nowhere/yiming").exitCode != 0)
    #expect(try shell.run(script).exitCode != 0)
  }
}
