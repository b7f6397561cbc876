import Foundation
import TestSupport
import Testing

/// Inputs, outputs and ends of `tmx convert` that are not plain files and plain sailing.
@Suite struct TMXConvertInputTests {
  private let tool: ToolRunner

  init() throws { tool = try ToolRunner() }

  private static let unit =
    "<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"de\"><seg>b</seg></tuv></tu>"

  private static func document(_ source: String, _ content: String = "") -> String {
    """
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" \
    o-tmf="t" adminlang="en" srclang="\(source)" datatype="x">\(content)</header>\
    <body>\(unit)</body></tmx>
    """
  }

  private static let late =
    "<tmx version=\"1.4\"><body>\(unit)</body><header srclang=\"de\"><note>n</note></header></tmx>"

  /// Runs a line of shell, in which `$0` is the program.
  private func shell(_ line: String, input: String? = nil) throws -> ToolResult {
    var shell = tool
    shell.executable = "bash"
    return try shell.run(["-c", line, ToolRunner.program.path], input: input)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: tool.folder.file(name), encoding: .utf8)
  }

  @Test(arguments: ["<(cat de.tmx)", "fifo", "- <de.tmx", "- < <(cat de.tmx)"])
  func `a further input may be a pipe, and keeps its header`(_ further: String) throws {
    try tool.folder.write(Self.document("en"), to: "en.tmx")
    try tool.folder.write(Self.document("de", "<prop type=\"keep\">k</prop>"), to: "de.tmx")
    // What is behind the dash is the shell's.
    let parts = further.split(separator: " ", maxSplits: 1).map(String.init)
    let isDash = parts[0] == "-"
    var line = "\"$0\" tmx convert en.tmx \(isDash ? "-" : further) o.tmx --merge"
    if isDash { line += " \(parts[1])" }
    if further == "fifo" { line = "mkfifo fifo; cat de.tmx >fifo & \(line)" }
    let result = try shell(line)
    #expect(result.exitCode == 0 && result.errors.contains("units read: 2"), "\(result)")
    #expect(try text("o.tmx").contains("<prop type=\"keep\">k</prop></header>"), "\(result)")
    #expect(try text("o.tmx").contains("<tu srclang=\"de\">"), "\(result)")
  }

  @Test(arguments: ["- - --strict <late.tmx", "<(cat late.tmx) - --strict"])
  func `a late header of a pipe is found`(_ arguments: String) throws {
    try tool.folder.write(Self.late, to: "late.tmx")
    let piped = try shell("\"$0\" tmx convert \(arguments)")
    let plain = try tool.run("tmx", "convert", "late.tmx", "-", "--strict")
    #expect(piped.exitCode == 0 && piped.output == plain.output, "\(piped)")
    #expect(
      plain.output.contains("srclang=\"de\"") && plain.output.contains("<note>n</note>"), "\(plain)"
    )
    let headless = try shell(
      "\"$0\" tmx convert <(cat) - --strict", input: "<tmx><body>\(Self.unit)</body></tmx>")
    #expect(headless.exitCode == 0 && headless.output.contains("srclang=\"*all*\""), "\(headless)")
  }

  @Test func `a closed standard output gets nothing into the file`() throws {
    try tool.folder.write(Self.document("en"), to: "en.tmx")
    let result = try shell("\"$0\" tmx convert en.tmx o.tmx --report json >&-")
    #expect(result.exitCode == 2, "\(result)")
    #expect(try text("o.tmx").hasSuffix("</tmx>\n"), "\(result)")
    let silent = try shell("\"$0\" tmx convert en.tmx p.tmx 2>&-")
    #expect(silent.exitCode == 0, "\(silent)")
    #expect(try text("p.tmx") == text("o.tmx"))
    let input = try shell("\"$0\" tmx check - <&-")
    #expect(input.exitCode == 2 && input.errors.contains("cannot be read"), "\(input)")
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a signal leaves no output`(_ signal: Int32, _ code: Int32) throws {
    let head = Self.document("en").components(separatedBy: "</body>")[0]
    try #require(mkfifo(tool.folder.file("in"), 0o600) == 0)
    let running = try tool.start(["tmx", "convert", "in", "o.tmx"])
    let pipe = try #require(FileHandle(forWritingAtPath: tool.folder.file("in")))
    try pipe.write(contentsOf: Data(head.utf8))
    let deadline = ContinuousClock.now + .seconds(30)
    while !tool.folder.names.contains(where: { $0.hasSuffix(".part") }),
      ContinuousClock.now < deadline
    {
      usleep(1_000)
    }
    // It is in the middle of its work, and goes on when it is given something.
    usleep(50_000)
    kill(running.process.processIdentifier, signal)
    // The rest of a block, without which it does not go on, and no byte more than it takes.
    let rest = String(repeating: " ", count: (128 << 10) - head.utf8.count)
    try pipe.write(contentsOf: Data(rest.utf8))
    try pipe.close()
    let result = try running.wait()
    #expect(!result.isKilled && result.exitCode == code, "\(result)")
    #expect(result.errors == "interrupted; nothing was written\n", "\(result)")
    #expect(tool.folder.names == ["in"], "\(result)")
  }

  @Test func `a split without a pair leaves no folder`() throws {
    try tool.folder.write("<tmx version=\"1.4\"><body/></tmx>", to: "e.tmx")
    let result = try tool.run("tmx", "convert", "e.tmx", "pairs", "--split")
    #expect(result.exitCode == 1 && tool.folder.names == ["e.tmx"], "\(result)")
  }

  @Test func `stats takes the source language that the file does not say`() throws {
    let said = try tool.run("tmx", "stats", "-", "--source", "fr", input: Self.document("en"))
    #expect(said.output.contains("source language   en\n"), "\(said)")
    let unsaid = try tool.run(
      "tmx", "stats", "-", "--source", "fr", input: "<tmx><body>\(Self.unit)</body></tmx>")
    #expect(unsaid.output.contains("source language   fr\n"), "\(unsaid)")
  }

  @Test func `an exported glossary needs no name of its own beside it`() throws {
    try tool.run("term", "add", "輝達", "Nvidia")
    // As long as a name may be, and one that a process before has left.
    let long = String(repeating: "n", count: 251) + ".tsv"
    let result = try shell("touch a.tsv.$$.part; exec \"$0\" glossary export a.tsv")
    #expect(result.exitCode == 0, "\(result)")
    #expect(try tool.run("glossary", "export", long).exitCode == 0)
    chmod(tool.folder.file("a.tsv"), 0o640)
    #expect(try tool.run("glossary", "export", "a.tsv").exitCode == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: tool.folder.file("a.tsv"))
    #expect(mode[.posixPermissions] as? Int == 0o640)
    #expect(!tool.folder.names.contains { $0.hasPrefix(".yiming") })
  }
}
