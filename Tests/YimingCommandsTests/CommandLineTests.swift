import TestSupport
import Testing

@Suite struct CommandLineTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  @Test func `every command has help and an example`() throws {
    let commands = try tool.commands()
    #expect(commands.contains(["term", "add"]) && commands.contains(["glossary", "check"]))
    for command in commands {
      let help = try tool.run(command + ["--help"])
      #expect(help.exitCode == 0 && help.errors.isEmpty, "\(help)")
      let example = "yiming \(command.joined(separator: " "))"
      let isGiven = help.lines.contains { line in
        line.hasPrefix(" ") && line.drop { $0 == " " || $0 == "$" }.hasPrefix(example)
      }
      #expect(isGiven, "\(help)")
    }
  }

  @Test(arguments: [
    ["nonsense"], ["--nonsense"], ["term", "add"], ["term", "add", "a"],
    ["term", "list", "--kind", "x"],
    ["glossary", "import"], ["term", "list", "--format", "xml"],
    ["term", "add", "輝達", "Nvidia", "--wait", "soon"],
    ["term", "add", "輝達", "Nvidia", "--wait", "-1"],
  ])
  func `wrong arguments end with 2 and an explanation`(_ arguments: [String]) throws {
    let result = try tool.run(arguments)
    #expect(result.exitCode == 2 && result.output.isEmpty, "\(result)")
    #expect(result.errors.hasPrefix("Error: ") && result.errors.contains("Usage: "), "\(result)")
  }

  @Test func `help and version are answers`() throws {
    let help = try tool.run("--help")
    #expect(help.exitCode == 0 && help.errors.isEmpty && help.output.contains("USAGE"), "\(help)")
    let version = try tool.run("--version")
    #expect(version.exitCode == 0 && version.output.contains("0.1.0"), "\(version)")
  }
}
