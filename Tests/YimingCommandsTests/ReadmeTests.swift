import Foundation
import TestSupport
import Testing

/// The session that `README.md` shows.
@Suite struct ReadmeTests {
  private struct Step: CustomStringConvertible {
    let command: String
    var output: [String] = []
    var description: String { (["$ " + command] + output).joined(separator: "\n") }
  }

  /// The commands of the `console` blocks, each with the lines below it.
  private static func session() throws -> [Step] {
    let text = try String(contentsOfFile: ToolRunner.checkout + "/README.md", encoding: .utf8)
    var steps: [Step] = []
    var isInBlock = false
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("```") {
        isInBlock = line == "```console"
      } else if isInBlock, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInBlock, !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    return steps
  }

  @Test func `the session is what the program prints`() throws {
    let steps = try Self.session()
    #expect(steps.count >= 10)
    var tool = try ToolRunner()
    for sample in ["samples/article.txt", "tmx/odd.tmx", "tmx/regions.tmx"] {
      let bytes = try Data(contentsOf: URL(filePath: ToolRunner.checkout + "/" + sample))
      try tool.folder.write(Array(bytes), to: sample)
    }
    tool.executable = "sh"
    let programs = ToolRunner.program.deletingLastPathComponent().path
    tool.environment["PATH"] = "\(programs):\(tool.environment["PATH"] ?? "")"
    for step in steps {
      let result = try tool.run("-c", "{ \(step.command); } 2>&1")
      // How long compiling took is another matter each time.
      let lines = result.output.components(separatedBy: "\n").filter {
        !$0.hasPrefix("compiled the ")
      }
      #expect(lines == step.output + [""], "README.md shows\n\(step)\nbut\n\(result)")
    }
  }
}
