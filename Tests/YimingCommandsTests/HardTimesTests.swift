import Foundation
import Store
import TermModel
import TestSupport
import Testing

/// Kills, locks, full disks and folders that cannot be written.
@Suite struct HardTimesTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  /// A glossary that takes a while to import.
  private func writeLongGlossary(_ name: String, rows: Int = 30_000, prefix: String = "n") throws {
    var text = "id\tzh-TW\ten\tcues\tnote\n"
    for number in 0..<rows {
      text += "\(prefix)-\(number)\t名字\(number)\tName \(number)\t甲|乙|丙|丁\tnote \(number)\n"
    }
    try tool.folder.write(text, to: name)
  }

  /// Waits until the process is in the middle of its write.
  private func waitForWrite(_ running: RunningTool) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    let lock = tool.database + ".lock"
    while running.process.isRunning, ContinuousClock.now < deadline {
      let log = try? FileManager.default.attributesOfItem(atPath: tool.database + "-wal")
      // It makes the tables under the lock too; the rows come after that.
      if FileManager.default.fileExists(atPath: lock), (log?[.size] as? Int ?? 0) > 200_000 {
        return
      }
      usleep(2_000)
    }
    let result = try running.wait()
    Issue.record("the import was over before it could be disturbed: \(result)")
  }

  @Test func `Ctrl-C in the middle of an import stores nothing of the file`() throws {
    try tool.run("term", "add", "輝達", "Nvidia")
    try writeLongGlossary("long.tsv")
    let running = try tool.start(["glossary", "import", "long.tsv"])
    try waitForWrite(running)
    running.process.interrupt()
    let result = try running.wait()
    #expect(!result.isKilled && result.exitCode == 130, "\(result)")
    #expect(result.errors == "interrupted; nothing of long.tsv was imported\n", "\(result)")
    let listed = try tool.run("term", "list")
    #expect(listed.lines == ["nvidia\t輝達\tNvidia\t"], "\(listed)")
    #expect(
      tool.folder.names.filter { $0.hasPrefix("data/yiming/") } == ["data/yiming/yiming.sqlite"])
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `a kill in the middle of an import stores nothing of the file`(_ signal: Int32) throws {
    try tool.run("term", "add", "輝達", "Nvidia")
    try writeLongGlossary("long.tsv")
    let running = try tool.start(["glossary", "import", "long.tsv"])
    try waitForWrite(running)
    kill(running.process.processIdentifier, signal)
    let result = try running.wait()
    // TERM is answered as Ctrl-C is.
    let isAnswered = !result.isKilled && result.exitCode == 143
    #expect(
      signal == SIGTERM ? isAnswered : result.isKilled && result.exitCode == signal, "\(result)")
    let listed = try tool.run("term", "list")
    #expect(listed.lines == ["nvidia\t輝達\tNvidia\t"], "\(listed)")
    // Nor does the dead process's lock stop anybody.
    let next = try tool.run("term", "add", "台積電", "TSMC", "--wait", "0")
    #expect(next.exitCode == 0, "\(next)")
  }

  @Test func `two processes that write at once lose nothing`() throws {
    for file in ["a", "b", "c"] { try writeLongGlossary("\(file).tsv", rows: 1_500, prefix: file) }
    let running = try ["a", "b", "c"].map { try tool.start(["glossary", "import", "\($0).tsv"]) }
    let adding = try (0..<8).map { try tool.start(["term", "add", "甲\($0)", "Added \($0)"]) }
    for process in running + adding {
      let result = try process.wait()
      #expect(result.exitCode == 0, "\(result)")
    }
    #expect(try tool.run("term", "list").lines.count == 4_508)
    let base = try #require(try SQLiteTermBase.openForReading(at: tool.database))
    #expect(try base.revision() == 11)
  }

  @Test func `whoever waits says for whom, and gives up in time`() throws {
    let policy = WaitPolicy(command: "yiming glossary import names.tsv")
    let base = try SQLiteTermBase.open(at: tool.database, policy: policy)
    let result = try base.write { base in
      try base.remove(id: "nothing")
      return try tool.run("term", "add", "輝達", "Nvidia", "--wait", "2")
    }
    let holder = "process \(getpid()) (yiming glossary import names.tsv)"
    #expect(result.exitCode == 2, "\(result)")
    #expect(
      result.errors == """
        \(tool.database): waiting for \(holder), which is writing [store-waiting]
        \(tool.database): gave up after 2 s of waiting for \(holder), which is writing; nothing was \
        stored, try again later [store-busy]

        """, "\(result)")
    // Reading does not wait.
    let listed = try base.write { base in
      try base.remove(id: "nothing")
      return try tool.run("term", "list")
    }
    #expect(listed.exitCode == 0, "\(listed)")
  }

  @Test func `a full disk is one line, and loses nothing`() throws {
    try tool.run("term", "add", "輝達", "Nvidia")
    try writeLongGlossary("long.tsv", rows: 5_000)
    var limited = tool
    // A limit on file size, in KiB, meets the log on its way to more than a megabyte.
    limited.wrapper = ["bash", "-c", "ulimit -f 300; exec \"$0\" \"$@\""]
    let result = try limited.run("glossary", "import", "long.tsv")
    #expect(!result.isKilled && result.exitCode == 2, "\(result)")
    #expect(result.errors.hasSuffix("[store-full]\n"), "\(result)")
    #expect(result.errors.split(separator: "\n").count == 1, "\(result)")
    #expect(try tool.run("term", "list").lines == ["nvidia\t輝達\tNvidia\t"])
    #expect(try tool.run("glossary", "import", "long.tsv").exitCode == 0)
    #expect(try tool.run("term", "list").lines.count == 5_001)
  }

  /// A person without any rights: for root no folder is read-only.
  private static func powerless(_ tool: ToolRunner) -> ToolRunner {
    var powerless = tool
    if geteuid() == 0 {
      powerless.wrapper = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    }
    return powerless
  }

  /// Whether the program can be run so: that person must be able to read it, which is not so in
  /// root's home.
  private static let canBePowerless =
    (try? powerless(ToolRunner()).run("--version").exitCode) == 0

  @Test(.enabled(if: canBePowerless), arguments: [false, true])
  func `reading works where nothing may be written, and writing says why not`(
    _ hasLog: Bool
  ) throws {
    let powerless = Self.powerless(tool)
    try tool.run("term", "add", "輝達", "Nvidia")
    let folder = URL(filePath: tool.database).deletingLastPathComponent().path
    var writer: SQLiteTermBase?
    if hasLog {
      // What was committed stands in the log only.
      writer = try SQLiteTermBase.open(at: tool.database, policy: WaitPolicy(command: "test"))
      try writer?.write { base in
        _ = try base.put(try #require(try base.concept(id: "nvidia")))
        var other = try #require(try base.concept(id: "nvidia"))
        other.id = "other"
        _ = try base.put(other)
      }
    }
    let manager = FileManager.default
    for name in try manager.contentsOfDirectory(atPath: folder) {
      try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder + "/" + name)
    }
    try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      // So that it can be removed.
      try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    for path in [tool.folder.path, tool.folder.file("data")] {
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let names = tool.folder.names
    let listed = try powerless.run("term", "list")
    #expect(listed.exitCode == 0, "\(listed)")
    #expect(listed.lines.count == (hasLog ? 2 : 1), "\(listed)")
    #expect(listed.errors.isEmpty, "\(listed)")
    #expect(tool.folder.names == names)
    let written = try powerless.run("term", "add", "台積電", "TSMC")
    #expect(written.exitCode == 2, "\(written)")
    #expect(
      written.errors == """
        \(tool.database): the term base cannot be written: Permission denied; nothing was stored \
        [store-read-only]

        """, "\(written)")
    #expect(tool.folder.names == names)
    withExtendedLifetime(writer) {}
  }

  @Test(.enabled(if: canBePowerless))
  func `a base that cannot be made or read says why`() throws {
    let powerless = Self.powerless(tool)
    try tool.run("term", "add", "輝達", "Nvidia")
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o000], ofItemAtPath: tool.database)
    for path in ["", "data", "data/yiming"] {
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tool.folder.file(path))
    }
    let read = try powerless.run("term", "list")
    #expect(read.exitCode == 2 && read.errors.contains("[store-unreadable]"), "\(read)")
    let made = try powerless.run("term", "add", "輝達", "Nvidia", "--database", "new/base.sqlite")
    #expect(made.exitCode == 2 && made.errors.contains("[store-cannot-create]"), "\(made)")
    #expect(made.errors.contains("Permission denied"), "\(made)")
  }

  /// What stands where the term base belongs, and the code of the line about it.
  @Test(arguments: [("text", "store-not-a-database"), ("folder", "store-is-folder")])
  func `what is no term base is refused by every command`(_ what: String, _ code: String) throws {
    try tool.folder.write("some text\n", to: what == "text" ? "base" : "base/inside")
    try tool.folder.write("zh-TW\ten\n輝達\tNvidia\n", to: "names.tsv")
    for arguments in [
      ["term", "list"], ["term", "show", "x"], ["term", "add", "輝達", "Nvidia"],
      ["term", "remove", "x"], ["glossary", "export"], ["glossary", "import", "names.tsv"],
      ["glossary", "import", "--dry-run", "names.tsv"],
    ] {
      let result = try tool.run(arguments + ["--database", "base"])
      #expect(result.exitCode == 2 && result.errors.hasSuffix("[\(code)]\n"), "\(result)")
      #expect(result.errors.hasPrefix("base: "), "\(result)")
    }
    if what == "text" {
      #expect(
        try String(contentsOfFile: tool.folder.file("base"), encoding: .utf8) == "some text\n")
    }
  }

  @Test func `a damaged compiled file is made again and stops nobody`() throws {
    try tool.folder.write("輝達股價上漲", to: "a.txt")
    let whole = try tool.run("annotate", "a.txt")
    let names = tool.folder.names.filter { $0.hasSuffix(".yimc") }
    #expect(names.count == 2, "\(names)")
    for name in names {
      let path = "\(tool.folder.path)/\(name)"
      var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for place in stride(from: bytes.count / 10, to: bytes.count, by: 50_000) { bytes[place] ^= 0x55 }
      try bytes.write(to: URL(fileURLWithPath: path))
      let result = try tool.run("annotate", "a.txt")
      #expect(result.output == whole.output && result.exitCode == 0, "\(result)")
      #expect(try tool.run("lookup", "輝達").exitCode == 0)
    }
  }
}
