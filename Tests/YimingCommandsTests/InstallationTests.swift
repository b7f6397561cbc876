import Foundation
import TestSupport
import Testing

/// What `make install` puts in place, as those find it who cannot write there.
@Suite struct InstallationTests {
  /// Installed once, from the program that the tests run. It is moved before anyone uses it, so
  /// that no path that was known while installing leads anywhere.
  private static let installed = Result {
    let tool = try ToolRunner()
    let result = try make(
      "install-files", "PREFIX=" + tool.folder.file("first prefix"),
      "BINARY=" + ToolRunner.program.path)
    #expect(result.exitCode == 0 && result.errors.isEmpty, "\(result)")
    let prefix = tool.folder.file("second prefix")
    try FileManager.default.moveItem(atPath: tool.folder.file("first prefix"), toPath: prefix)
    return (folder: tool.folder, prefix: prefix)
  }

  private static func make(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> ToolResult {
    var tool = try ToolRunner()
    tool.executable = "make"
    tool.workingFolder = ToolRunner.checkout
    tool.environment.merge(environment) { $1 }
    return try tool.run(["--no-print-directory"] + arguments)
  }

  /// The installed program, with a copy of the prefix of its own.
  private static func copy() throws -> (tool: ToolRunner, prefix: String) {
    var tool = try ToolRunner()
    tool.workingFolder = "/"
    let prefix = tool.folder.file("prefix")
    try FileManager.default.copyItem(atPath: try installed.get().prefix, toPath: prefix)
    tool.executable = prefix + "/bin/yiming"
    // The home is the only place that the environment names.
    tool.environment["XDG_DATA_HOME"] = nil
    tool.environment["XDG_CACHE_HOME"] = nil
    return (tool, prefix)
  }

  /// Takes the right to write from everybody, or gives it back to the owner.
  private static func setMode(_ mode: String, of folder: String) throws {
    var tool = try ToolRunner()
    tool.executable = "chmod"
    let result = try tool.run("-R", mode, folder)
    #expect(result.exitCode == 0, "\(result)")
  }

  /// What runs a program without the rights of root, where we are root and it can be done.
  private static func unprivileged(_ tool: ToolRunner) throws -> [String] {
    guard getuid() == 0 else { return [] }
    let wrapper = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    var trial = tool
    trial.wrapper = wrapper
    // Swift's own libraries may stand where only root reads: then the rights stay.
    return try trial.run("--help").exitCode == 0 ? wrapper : []
  }

  @Test func `an installed program works anywhere, for anybody, and writes nothing`() throws {
    var tool = try Self.copy().tool
    let home = tool.folder.file("home")
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: false)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tool.folder.path)
    try Self.setMode("a-w", of: tool.folder.path)
    defer { try? Self.setMode("u+w", of: tool.folder.path) }  // So that it can be removed.
    tool.wrapper = try Self.unprivileged(tool)
    let before = tool.folder.names
    let root = try FileManager.default.contentsOfDirectory(atPath: "/").sorted()

    let annotated = try tool.run("annotate", input: "輝達執行長黃仁勳昨天在台北受訪。\n")
    #expect(annotated.exitCode == 0 && annotated.errors.isEmpty, "\(annotated)")
    #expect(annotated.output.hasPrefix("輝達（Nvidia）執行長黃仁勳（Jensen Huang）"), "\(annotated)")

    let found = try tool.run("lookup", "輝達")
    #expect(found.exitCode == 0 && found.errors.isEmpty, "\(found)")
    #expect(found.output.contains(/^ 1  輝達\b.* = Nvidia\b/), "\(found)")

    let version = try tool.run("--version")
    #expect(version.exitCode == 0 && version.errors.isEmpty, "\(version)")
    #expect(version.output.contains(/^\d+\.\d+\.\d+, term base [0-9a-f]{8}\n$/), "\(version)")

    #expect(tool.folder.names == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/").sorted() == root)
    #expect(before.contains("prefix/share/yiming/compiled/terms.yimc"), "\(before)")
    #expect(!before.contains { $0.contains("make-wide-lists") || $0.contains("decisions") })
  }

  @Test func `without its glossary an installed program takes no other`() throws {
    let (tool, prefix) = try Self.copy()
    try FileManager.default.removeItem(atPath: prefix + "/share")
    let result = try tool.run("lookup", "輝達")
    #expect(result.exitCode == 2, "\(result)")
    #expect(result.errors.contains("[shipped-glossary-missing]"), "\(result)")
  }

  @Test func `an edit of the installed glossary counts`() throws {
    let (tool, prefix) = try Self.copy()
    // Cut down, so that compiling is quick.
    for list in ["core", "wide"] {
      let folder = "\(prefix)/share/yiming/\(list)"
      try FileManager.default.removeItem(atPath: folder)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }
    let names = prefix + "/share/yiming/core/names.tsv"
    try "zh-TW\ten\n輝達\tNvidia\n".write(toFile: names, atomically: false, encoding: .utf8)
    #expect(try tool.run("lookup", "輝達").output.contains("輝達 = Nvidia\n"))
    #expect(try tool.run("lookup", "台積電").exitCode == 1)
    let compiled = try tool.run("glossary", "compile", prefix + "/share/yiming/compiled")
    #expect(compiled.exitCode == 0, "\(compiled)")
    #expect(try tool.run("lookup", "輝達").output.contains("輝達 = Nvidia\n"))
    // As long as before.
    try "zh-TW\ten\n輝達\tNVIDIA\n".write(toFile: names, atomically: false, encoding: .utf8)
    let result = try tool.run("lookup", "輝達")
    #expect(result.output.contains("輝達 = NVIDIA\n"), "\(result)")
  }

  @Test func `a damaged installed file is made good in the cache, once`() throws {
    let (tool, prefix) = try Self.copy()
    let path = prefix + "/share/yiming/compiled/language.yimc"
    var bytes = try Data(contentsOf: URL(filePath: path))
    for place in stride(from: bytes.count / 10, to: bytes.count, by: 50_000) { bytes[place] ^= 0x55 }
    try bytes.write(to: URL(filePath: path))
    func made() throws -> [String: Date] {
      let names = tool.folder.names.filter { $0.hasPrefix("home") && $0.hasSuffix(".yimc") }
      return try Dictionary(
        uniqueKeysWithValues: names.map {
          let attributes = try FileManager.default.attributesOfItem(atPath: tool.folder.file($0))
          return ($0, attributes[.modificationDate] as? Date ?? .distantPast)
        })
    }
    #expect(try tool.run("lookup", "輝達").output.contains("輝達公司 = Nvidia"))
    let first = try made()
    #expect(!first.isEmpty)
    #expect(try tool.run("lookup", "輝達").output.contains("輝達公司 = Nvidia"))
    #expect(try made() == first)
  }

  @Test func `uninstalling leaves no file`() throws {
    let (tool, prefix) = try Self.copy()
    let result = try Self.make("uninstall", "PREFIX=" + prefix)
    #expect(result.exitCode == 0, "\(result)")
    #expect(tool.folder.names == ["prefix", "prefix/bin", "prefix/share"])
  }

  @Test func `installing without a program is refused`() throws {
    let folder = try TemporaryFolder()
    for binary in [[], ["BINARY=" + folder.file("missing")]] {
      var tool = try ToolRunner()
      tool.executable = "make"
      tool.workingFolder = ToolRunner.checkout
      let result = try tool.run(["install-files", "PREFIX=" + folder.file("prefix")] + binary)
      #expect(result.exitCode == 2 && result.errors.contains("did you mean make install?"))
    }
    #expect(folder.names.isEmpty)
  }

  /// A machine on which a package is missing: who we are there, what sudo does, and what is said.
  @Test(arguments: [
    ("1000", nil, "packages are missing, and there is no sudo here"),
    ("1000", "exit 1", "packages are missing and could not be installed"),
    ("0", nil, "packages are missing and could not be installed"),
  ])
  func `packages that cannot be installed are named`(
    _ user: String, _ sudo: String?, _ message: String
  ) throws {
    let folder = try TemporaryFolder()
    func command(_ name: String, _ script: String) throws {
      let path = try folder.write("#!/bin/sh\n\(script)\n", to: name)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try command(
      "dpkg-query", #"case "$*" in *libicu-dev*) exit 1;; esac; echo install ok installed"#)
    try command("id", "echo \(user)")
    try command("apt-get", "exit 100")
    try command("grep", #"exec /usr/bin/env PATH=/usr/bin:/bin grep "$@""#)
    if let sudo { try command("sudo", sudo) }
    var tool = try ToolRunner()
    tool.wrapper = ["PATH=" + folder.path]
    tool.executable = try #require(Self.path(of: "make"))
    tool.workingFolder = ToolRunner.checkout
    let result = try tool.run("setup")
    #expect(result.exitCode == 2, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(
      result.errors.contains("\n    apt-get install --no-install-recommends libicu-dev\n"),
      "\(result)")
  }

  private static func path(of command: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return folders.map { "\($0)/\(command)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
