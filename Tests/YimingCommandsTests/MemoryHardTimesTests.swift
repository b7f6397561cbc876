import Foundation
import GRDB
import TestSupport
import Testing

/// Imports that are killed, stopped, or find no room.
@Suite struct MemoryHardTimesTests {
  private let tool: ToolRunner
  /// So many that the log is written to before the end.
  private static let count = 15_000

  init() throws {
    tool = try ToolRunner()
    try tool.folder.write(TMXSamples.long(Self.count), to: "long.tmx")
    try tool.run("tmx", "import", "-", input: TMXSamples.file([TMXSamples.unit("x", "a", "甲")]))
  }

  private func expectSound(_ counts: Set<Int>) throws {
    let listed = try tool.run("memory", "list")
    #expect(listed.exitCode == 0, "\(listed)")
    let units = listed.output.split(separator: "\t").dropFirst().first.flatMap { Int($0) } ?? -1
    #expect(counts.contains(units), "\(listed)")
    let exported = try tool.run("tmx", "export", "--faithful")
    #expect(TMXSamples.units(in: exported.output).count == units)
    let answer = try DatabaseQueue(path: tool.database).read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check")
    }
    #expect(answer == ["ok"])
  }

  /// How many times: `YIMING_KILLS`, else few.
  private static let kills =
    ProcessInfo.processInfo.environment["YIMING_KILLS"].flatMap { Int($0) } ?? 4

  @Test func `a kill at any moment leaves all of a file or nothing`() throws {
    var random = SeededGenerator.printed()
    let start = ContinuousClock.now
    try tool.run("tmx", "import", "long.tmx", "--memory", "other")
    let duration = (ContinuousClock.now - start) / .milliseconds(1)
    try tool.run("memory", "remove", "other")
    for _ in 0..<Self.kills {
      let running = try tool.start(["tmx", "import", "long.tmx"])
      usleep(UInt32(Double.random(in: 0...duration * 1.1, using: &random) * 1_000))
      kill(running.process.processIdentifier, SIGKILL)
      _ = try running.wait()
      try expectSound([1, Self.count + 1])
      // As from the start: the dead process's lock stops nobody.
      if try tool.run("memory", "list").output.hasPrefix("default\t\(Self.count + 1)\t") {
        try tool.run("memory", "undo", "default")
      }
    }
    let result = try tool.run("tmx", "import", "long.tmx", "--wait", "0")
    #expect(result.exitCode == 0, "\(result)")
    try expectSound([Self.count + 1])
  }

  @Test func `Ctrl-C in the middle of an import stores nothing of the file`() throws {
    let running = try tool.start(["tmx", "import", "long.tmx", "--rejects", "failed.tmx"])
    let deadline = ContinuousClock.now + .seconds(30)
    while running.process.isRunning, ContinuousClock.now < deadline {
      let log = try? FileManager.default.attributesOfItem(atPath: tool.database + "-wal")
      if (log?[.size] as? Int ?? 0) > 100_000 { break }
      usleep(1_000)
    }
    running.process.interrupt()
    let result = try running.wait()
    #expect(!result.isKilled && result.exitCode == 130, "\(result)")
    #expect(result.errors.contains("interrupted; nothing of long.tmx was imported\n"), "\(result)")
    try expectSound([1])
    #expect(!tool.folder.names.contains { $0.hasSuffix(".part") || $0 == "failed.tmx" })
  }

  @Test func `a full disk is one line, and loses nothing`() throws {
    var limited = tool
    // A limit on file size, in KiB, meets the log.
    limited.wrapper = ["bash", "-c", "ulimit -f 2000; exec \"$0\" \"$@\""]
    let result = try limited.run("tmx", "import", "long.tmx")
    #expect(!result.isKilled && result.exitCode == 2, "\(result)")
    #expect(result.errors.hasSuffix("[store-full]\n"), "\(result)")
    try expectSound([1])
    #expect(try tool.run("tmx", "import", "long.tmx").exitCode == 0)
    try expectSound([Self.count + 1])
  }
}
