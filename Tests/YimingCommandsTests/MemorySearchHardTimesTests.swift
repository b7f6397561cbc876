import Foundation
import TestSupport
import Testing

/// Searches where nothing can be written, the cache goes, or another process writes.
@Suite struct MemorySearchHardTimesTests {
  private let tool: ToolRunner
  /// Enough for a part in the cache folder.
  private static let count = 4_200

  init() throws {
    tool = try ToolRunner()
    let units = (0..<Self.count).map { TMXSamples.unit("\($0)", "Text \($0)", "文字\($0)") }
    try tool.folder.write(TMXSamples.file(units), to: "long.tmx")
    let result = try tool.run("tmx", "import", "long.tmx", "--memory", "long")
    #expect(result.exitCode == 0, "\(result)")
  }

  private var cache: String { tool.folder.file("cache/yiming") }

  private func indexFiles() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: cache).filter { $0.hasSuffix(".yimc") }
      .sorted()
  }

  private func search(_ tool: ToolRunner) throws -> ToolResult {
    try tool.run("memory", "search", "文字1234", "Text 1234", "--limit", "1", "--threshold", "98")
  }

  @Test func `an import leaves the memory indexed, in each language`() throws {
    let files = try indexFiles()
    #expect(files.count { $0.hasPrefix("memory-") } == 2, "\(files)")
    let before = try search(tool)
    #expect(before.exitCode == 0 && before.output.contains("long 1235"), "\(before)")
    #expect(try indexFiles() == files)
  }

  @Test func `an index made during an import is the one made from the store`() throws {
    let odd = (0..<2_500).map { index in
      "<tu changedate=\"2024010\(index % 9 + 1)\"><prop type=\"x-origin\">\(index % 3 == 0 ? "MT" : "")</prop>"
        + "<tuv xml:lang=\"ZH_tw\"><seg>按<ph>&lt;\(index)/></ph><hi>鍵\(index)</hi></seg></tuv>"
        + "<tuv creationdate=\"20200101T000000Z\" lang=\"en-US\"><seg>Key &amp; \(index)</seg></tuv>"
        + "<tuv xml:lang=\"fr\"></tuv><tuv xml:lang=\"en-US\"><seg/></tuv></tu>"
    }
    try tool.folder.write(TMXSamples.file(odd), to: "odd.tmx")
    try tool.folder.write(TMXSamples.file(Array(odd.prefix(700)) + odd.reversed()), to: "more.tmx")
    let broken = TMXSamples.file(odd).replacing("</body>", with: "")
    try tool.folder.write(broken, to: "broken.tmx")
    let result = try tool.run(
      "tmx", "import", "odd.tmx", "broken.tmx", "odd.tmx", "more.tmx", "--memory", "odd")
    #expect(result.exitCode == 2, "\(result)")
    #expect(try tool.run("memory", "list").output.contains("odd\t3200\t"), "\(result)")
    try tool.folder.write(
      TMXSamples.file(
        (0..<2_000).map { "<tu><tuv xml:lang=\"en-US\"><seg>\($0)</seg></tuv></tu>" }),
      to: "last.tmx")
    try tool.run("tmx", "import", "last.tmx", "--memory", "odd")
    func contents() throws -> [String: Data] {
      Dictionary(
        uniqueKeysWithValues: try indexFiles().map {
          ($0, try Data(contentsOf: URL(filePath: "\(cache)/\($0)")))
        })
    }
    let made = try contents()
    try FileManager.default.removeItem(atPath: cache)
    for arguments in [["按鍵", "--from", "zh-TW"], ["Key", "--from", "en"], ["x", "--from", "fr"]] {
      try tool.run(["memory", "search", "--memory", "odd"] + arguments)
      try tool.run(["memory", "search", "--memory", "long"] + arguments)
    }
    let remade = try contents()
    #expect(made.keys.sorted() == remade.keys.sorted())
    for (name, data) in made { #expect(remade[name] == data, "\(name)") }
  }

  @Test func `nothing is lost with the cache`() throws {
    let before = try search(tool)
    let files = try indexFiles()
    try FileManager.default.removeItem(atPath: cache)
    let after = try search(tool)
    #expect(after.output == before.output && after.exitCode == 0, "\(after)")
    for name in files {
      let handle = try FileHandle(forWritingTo: URL(filePath: "\(cache)/\(name)"))
      let size = try handle.seekToEnd()
      for place in stride(from: 64, to: size, by: 997) {
        try handle.seek(toOffset: place)
        try handle.write(contentsOf: [0xA5])
      }
      try handle.close()
    }
    let mended = try search(tool)
    #expect(mended.output == before.output && mended.exitCode == 0, "\(mended)")
    try FileManager.default.removeItem(atPath: cache)
    try Data().write(to: URL(filePath: tool.folder.file("cache/yiming")))
    let blocked = try search(tool)
    #expect(blocked.output == before.output && blocked.exitCode == 0, "\(blocked)")
  }

  @Test func `everything works where nothing can be written`() throws {
    let before = try search(tool)
    let folders = ["data", "data/yiming", "cache", "cache/yiming"].map { tool.folder.file($0) }
    try FileManager.default.removeItem(atPath: cache)
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    for folder in folders {
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: tool.database)
    defer {
      for folder in folders {
        try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
      }
    }
    var other = tool
    if getuid() == 0 {
      // Root may write everywhere.
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: tool.folder.path)
      other.wrapper = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
      guard (try? other.run("--version").exitCode) == 0 else { return }
    }
    let result = try search(other)
    #expect(result.output == before.output && result.exitCode == 0, "\(result)")
    let words = try other.run("memory", "concordance", "文字123", "--limit", "3")
    #expect(words.exitCode == 0 && words.output.contains("more: --after"), "\(words)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache).isEmpty)
  }

  @Test func `searches while another process imports are right`() throws {
    let units = (0..<5_000).map { TMXSamples.unit("n\($0)", "New \($0)", "新的\($0)") }
    try tool.folder.write(TMXSamples.file(units), to: "new.tmx")
    let importing = try tool.start(["tmx", "import", "new.tmx", "--memory", "long"])
    var runs = 0
    while importing.process.isRunning || runs < 3 {
      let result = try search(tool)
      #expect(result.exitCode == 0 && result.output.contains("long 1235"), "\(result)")
      runs += 1
    }
    #expect(try importing.wait().exitCode == 0)
    let new = try tool.run("memory", "search", "新的77", "--threshold", "98", "--limit", "1")
    #expect(new.exitCode == 0 && new.output.contains("long 4278"), "\(new)")
    let listed = try indexFiles().filter { $0.hasPrefix("memory-") }
    #expect(listed.count <= 4, "\(listed)")
  }

  @Test func `an undo and a copy of the base are other pasts`() throws {
    let copy = tool.folder.file("copy.sqlite")
    try FileManager.default.copyItem(atPath: tool.database, toPath: copy)
    try tool.run("memory", "add", "long", "甲乙丙丁", "one")
    try tool.run("memory", "add", "long", "戊己庚辛", "other", "--database", copy)
    for (query, database, code) in [
      ("甲乙丙丁", tool.database, 0), ("戊己庚辛", copy, 0), ("甲乙丙丁", copy, 1),
      ("戊己庚辛", tool.database, 1),
    ] as [(String, String, Int32)] {
      let result = try tool.run("memory", "search", query, "--database", database)
      #expect(result.exitCode == code, "\(result)")
    }
    try tool.run("memory", "undo", "long")
    #expect(try search(tool).exitCode == 1)
    #expect(try tool.run("memory", "search", "甲乙丙丁").exitCode == 0)
  }
}
