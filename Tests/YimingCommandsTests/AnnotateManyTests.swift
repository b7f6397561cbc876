import Foundation
import TestSupport
import Testing

/// Several documents, which are worked on at once where there are several cores.
struct AnnotateManyTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  @Test func `outputs and messages come in the order of the documents`() throws {
    var names: [String] = []
    var expected = ""
    for number in 0..<12 {
      // The first take longest.
      let text = String(repeating: "輝達執行長黃仁勳說。\n", count: 4_000 / (number + 1)) + "\(number)\n"
      if number != 4 { try tool.folder.write(text, to: "\(number).txt") }
      names.append("\(number).txt")
      if number != 4 {
        expected += try tool.run("annotate", "--mentions", "all", "\(number).txt").output
      }
    }
    try tool.folder.write([0, 1, 2], to: "binary.txt")
    let result = try tool.run(
      ["annotate", "--mentions", "all"] + names[..<8] + ["binary.txt"] + names[8...])
    #expect(result.exitCode == 2)
    #expect(result.output == expected)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(result.errors)")
    #expect(lines.first?.hasPrefix("4.txt:") == true, "\(result.errors)")
    #expect(lines.last?.hasPrefix("binary.txt:") == true, "\(result.errors)")
  }

  @Test func `Ctrl-C leaves none of several unfinished files behind`() throws {
    let text = String(repeating: "輝達執行長黃仁勳說，川普看好台積電。\n", count: 60_000)
    let names = ["a.txt", "b.txt", "c.txt"]
    for name in names { try tool.folder.write(text, to: name) }
    // What is compiled at first must not take the time.
    try tool.run("annotate", input: "輝達")
    let running = try tool.start(["annotate", "-o", "out/"] + names)
    let place = tool.folder.file("out")
    for _ in 0..<5_000 {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      if files.contains(where: { $0.contains(".yiming-") }) { break }
      usleep(1_000)
    }
    running.process.interrupt()
    let result = try running.wait()
    #expect(!result.isKilled && result.exitCode == 130, "\(result.errors)")
    let left = try FileManager.default.contentsOfDirectory(atPath: place)
    #expect(!left.contains { $0.hasPrefix(".") }, "\(left)")
  }
}
