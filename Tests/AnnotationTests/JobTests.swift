import Foundation
import TermModel
import TermRecognition
import Testing

@testable import Annotation

/// Files in a folder of their own.
struct JobTests: ~Copyable {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "yiming-annotation-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind in the system's temporary files harms nobody.
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  private func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private func job(_ change: (inout AnnotationJob) -> Void = { _ in }) -> AnnotationJob {
    var job = AnnotationJob(recogniser: FakeRecogniser(), options: AnnotationOptions())
    change(&job)
    return job
  }

  /// What goes to standard output, how many documents failed, and the lines about them.
  private func run(_ paths: [String], _ change: (inout AnnotationJob) -> Void = { _ in }) throws
    -> (output: String, failures: Int, lines: [String])
  {
    let path = "\(folder)/standard-output"
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    var lines: [String] = []
    let failures = try job(change).run(
      paths,
      standardOutput: FileOutput(descriptor: handle.fileDescriptor, document: "-"),
      report: { error in
        let message = (error as? any ReportableError).map { Message($0).description }
        lines.append((message ?? "\(error)").replacing(folder + "/", with: ""))
      })
    try handle.close()
    return (try read(path), failures, lines)
  }

  @Test func `documents go to standard output in order`() throws {
    let paths = [
      try write("川普\n", to: "a.txt"), try write("", to: "b.txt"),
      try write("<p>輝達</p>", to: "c.html"),
    ]
    let (output, failures, _) = try run(paths)
    #expect(output == "川普（Donald Trump）\n<p>輝達（Nvidia）</p>")
    #expect(failures == 0)
  }

  @Test func `colours are for plain text on a terminal`() throws {
    let plain = try write("川普", to: "a.txt")
    let page = try write("<p>川普", to: "a.html")
    #expect(try run([plain]) { $0.isColourful = true }.output.contains("\u{1B}["))
    #expect(try !run([page]) { $0.isColourful = true }.output.contains("\u{1B}["))
    #expect(
      try !run([plain]) {
        $0.isColourful = true
        $0.format = .parentheses
      }.output.contains("\u{1B}["))
  }

  @Test func `what is wrong with a file is told in a line, and the others are done`() throws {
    let paths = [
      "\(folder)/none.txt", folder, try write([0x89, 0x50, 0, 1, 2], to: "a.png"),
      try write([0x61, 0x0A, 0xFF], to: "broken.txt"), try write("川普", to: "a.txt"),
    ]
    let (output, failures, lines) = try run(paths)
    #expect(output == "川普（Donald Trump）")
    #expect(failures == 4)
    #expect(lines.count == 4)
    #expect(lines[0] == "none.txt: there is no such file; check its name [input-missing]")
    #expect(lines[1].hasSuffix(": this is a folder; name the files in it [input-folder]"))
    #expect(
      lines[2]
        == "a.png: this looks like a binary file (a zero byte, at byte 2); give plain text, Markdown or HTML [input-binary]"
    )
    #expect(
      lines[3]
        == "broken.txt:2: byte FF at offset 2 is not UTF-8; correct it, or name the encoding with --encoding [input-wrong-byte]"
    )
  }

  @Test func `a file is replaced whole, with its permissions, through links`() throws {
    let path = try write("川普", to: "a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    let link = "\(folder)/link.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.txt")
    #expect(try run([link]) { $0.target = .inPlace }.failures == 0)
    #expect(try read(path) == "川普（Donald Trump）")
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.txt")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
  }

  @Test func `a file that does not change is not written`() throws {
    let path = try write("川普（Donald Trump）", to: "a.txt")
    let before = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(try run([path]) { $0.target = .inPlace }.failures == 0)
    let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    #expect(before == after)
  }

  @Test func `a file that fails is left as it was`() throws {
    let path = try write("川普 \u{8D08}", to: "a.md")
    let (_, failures, lines) = try run([path]) {
      $0.target = .inPlace
      $0.format = .ruby
    }
    #expect(failures == 1)
    #expect(
      lines == [
        "a.md: --format ruby cannot be written into Markdown; use parentheses, footnotes, table, ansi, json [format-not-for-input]"
      ])
    #expect(try read(path) == "川普 \u{8D08}")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "a.md", "standard-output",
      ])
  }

  @Test func `several documents go into a folder`() throws {
    let paths = [try write("川普", to: "a.txt"), try write("輝達", to: "b.md")]
    let out = "\(folder)/out"
    let target = AnnotationTarget(output: out, documents: 2, joins: false)
    #expect(target == .folder(out))
    #expect(try run(paths) { $0.target = target }.failures == 0)
    #expect(try read("\(out)/a.txt") == "川普（Donald Trump）")
    #expect(try read("\(out)/b.md") == "輝達（Nvidia）")
    let again = try run(paths + paths.prefix(1)) { $0.target = target }
    #expect(again.failures == 1)
    #expect(again.lines[0].hasSuffix("[output-twice]"))
  }

  @Test func `JSON of several documents can be one file`() throws {
    let paths = [try write("川普", to: "a.txt"), try write("輝達", to: "b.txt")]
    let out = "\(folder)/all.jsonl"
    let target = AnnotationTarget(output: out, documents: 2, joins: true)
    #expect(target == .file(out))
    _ = try run(paths) {
      $0.target = target
      $0.format = .json
    }
    #expect(try read(out).split(separator: "\n").count == 2)
  }

  @Test func `where the output goes`() {
    #expect(AnnotationTarget(output: nil, documents: 3, joins: false) == .standardOutput)
    #expect(AnnotationTarget(output: "-", documents: 1, joins: false) == .standardOutput)
    #expect(AnnotationTarget(output: folder, documents: 1, joins: false) == .folder(folder))
    #expect(AnnotationTarget(output: "new/", documents: 1, joins: true) == .folder("new/"))
    #expect(
      AnnotationTarget(output: "\(folder)/x", documents: 1, joins: false) == .file("\(folder)/x"))
  }

  @Test func `a device is written to, not replaced`() throws {
    let path = try write("川普", to: "a.txt")
    #expect(try run([path]) { $0.target = .file("/dev/null") }.failures == 0)
    #expect(
      try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        == .typeCharacterSpecial)
  }

  @Test func `a full disk is an error and leaves nothing behind`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let path = try write(String(repeating: "川普", count: 100_000), to: "a.txt")
    let (_, failures, lines) = try run([path]) { $0.target = .file("/dev/full") }
    #expect(failures == 1)
    #expect(lines.first?.hasPrefix("/dev/full: cannot write the file: No space left") == true)
  }

  @Test func `a folder that takes no files is an error`() throws {
    let path = try write("川普", to: "a.txt")
    let (_, failures, lines) = try run([path]) { $0.target = .file("\(folder)/no/x.txt") }
    #expect(failures == 1)
    #expect(
      lines == ["no/x.txt: cannot write the file: No such file or directory [output-unwritable]"])
  }

  @Test func `every code has its words`() {
    for code in AnnotationError.Code.allCases { #expect(Message.knows(code: code.rawValue)) }
  }
}
