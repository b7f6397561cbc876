import Foundation
import TestSupport
import Testing

/// What we ship, as `yiming glossary check` sees it.
@Suite struct ShippedGlossaryCheckTests {
  private static let folder = ToolRunner.program.deletingLastPathComponent()
    .appending(path: "yiming_ShippedGlossary.resources")

  private static func files(_ name: String) -> [String] {
    let folder = folder.appending(path: name)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().map { folder.appending(path: $0).path }
  }

  @Test(arguments: [files("core")] + files("wide").map { [$0] })
  func `the shipped glossary has no errors`(_ files: [String]) throws {
    #expect(!files.isEmpty)
    let result = try ToolRunner().run(["glossary", "check", "--errors-only"] + files)
    #expect(result.exitCode == 0, "\(result)")
  }
}
