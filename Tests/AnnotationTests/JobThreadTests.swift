import Foundation
import TermModel
import TermRecognition
import Testing

@testable import Annotation

/// Several documents at once: everything comes as from one thread.
struct JobThreadTests: ~Copyable {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "yiming-threads-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind in the system's temporary files harms nobody.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Takes longest for the first documents, so that the later ones are done before them.
  private struct UnevenRecogniser: TermRecognising {
    var inner = FakeRecogniser()

    func mentions(
      in pieces: [TextPiece], of source: [UInt8], options: RecognitionOptions
    ) -> RecognisedText {
      if source.first == UInt8(ascii: "0") { usleep(30_000) }
      return inner.mentions(in: pieces, of: source, options: options)
    }
  }

  /// Numbered documents with one that is missing, one that is binary and a long one among them.
  private func documents(_ count: Int) throws -> [String] {
    try (0..<count).map { number in
      let path = "\(folder)/\(number).txt"
      let text =
        switch number {
        case 3: "\0\u{1}\0"
        case 7: String(repeating: "\(number) 川普說輝達。\n", count: 60_000)
        default: "\(number % 4) 川普說輝達。\n"
        }
      if number != 5 { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
      return path
    }
  }

  private struct Outcome: Equatable {
    var output: Data
    var failures: Int
    var errors: [String]
    var files: [String: Data] = [:]
  }

  private func run(_ paths: [String], threads: Int, target: AnnotationTarget) throws -> Outcome {
    let path = "\(folder)/standard-output"
    try Data().write(to: URL(fileURLWithPath: path))
    let handle = try #require(FileHandle(forWritingAtPath: path))
    var errors: [String] = []
    var options = AnnotationOptions(mentions: .all)
    options.sectionBytes = 100_000
    let failures = try AnnotationJob(
      recogniser: UnevenRecogniser(), options: options, target: target, threads: threads
    ).run(
      paths, standardOutput: FileOutput(descriptor: handle.fileDescriptor, document: "-"),
      report: {
        errors.append((($0 as? any ReportableError).map { Message($0).description }) ?? "?")
      })
    try handle.close()
    return Outcome(
      output: try Data(contentsOf: URL(fileURLWithPath: path)), failures: failures, errors: errors)
  }

  @Test func `standard output and the errors are those of one thread`() throws {
    let paths = try documents(40)
    let one = try run(paths, threads: 1, target: .standardOutput)
    #expect(one.failures == 2 && one.errors.count == 2)
    for threads in [2, 3, 8, 100] {
      #expect(try run(paths, threads: threads, target: .standardOutput) == one)
    }
  }

  @Test func `one file for all is that of one thread`() throws {
    let paths = try documents(20)
    let place = "\(folder)/joined"
    let one = try run(paths, threads: 1, target: .file(place))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: place))
    #expect(try run(paths, threads: 4, target: .file(place)) == one)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place)) == bytes)
  }

  @Test func `a folder holds what it holds with one thread, the first of two that clash`() throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/other", withIntermediateDirectories: true)
    var paths = try documents(20)
    // Of a name that failed before it, and of one that did not.
    for number in [5, 6] {
      let path = "\(folder)/other/\(number).txt"
      try Data("川普 \(number)".utf8).write(to: URL(fileURLWithPath: path))
      paths.append(path)
    }
    func contents(_ place: String) throws -> [String: Data] {
      var files: [String: Data] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: place) {
        files[name] = try Data(contentsOf: URL(fileURLWithPath: "\(place)/\(name)"))
      }
      return files
    }
    let one = try run(paths, threads: 1, target: .folder("\(folder)/one"))
    var four = try run(paths, threads: 4, target: .folder("\(folder)/four"))
    four.errors = four.errors.map { $0.replacing("/four/", with: "/one/") }
    #expect(four == one && one.failures == 3)
    #expect(try contents("\(folder)/four") == contents("\(folder)/one"))
  }

  @Test func `an output that nobody reads ends all threads`() throws {
    let paths = try documents(30)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    signal(SIGPIPE, SIG_IGN)
    defer { close(ends[1]) }
    #expect(throws: OutputClosed.self) {
      try AnnotationJob(
        recogniser: UnevenRecogniser(), options: AnnotationOptions(), threads: 4
      ).run(
        paths, standardOutput: FileOutput(descriptor: ends[1], document: "-"), report: { _ in })
    }
  }
}
