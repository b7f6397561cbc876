import Foundation
import TestSupport

extension ToolRunner {
  /// Every command as its words, found by walking through the help; the root is not among them.
  func commands(below path: [String] = []) throws -> [[String]] {
    let help = try run(path + ["--help"])
    var names: [String] = []
    var isInList = false
    for line in help.output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("SUBCOMMANDS:") {
        isInList = true
      } else if isInList {
        if line.isEmpty { break }
        let isName = line.hasPrefix("  ") && !line.hasPrefix("   ")
        if isName, let name = line.split(separator: " ").first { names.append(String(name)) }
      }
    }
    return try names.flatMap { name in
      try [path + [name]] + commands(below: path + [name])
    }
  }

  /// The folder of the package, for what is tested beside the program: the Makefile, the documents.
  static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
}
