import Foundation
import TestSupport
import Testing
import XMLStream

@Suite struct RereadableInputTests {
  private static let text = Array(
    ("<tmx>" + String(repeating: "<tu>儲存</tu>\n", count: 30_000) + "</tmx>").utf8)

  private func all(_ source: XMLByteSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while try source.next({ block in block.withUnsafeBufferPointer { bytes += $0 } }) {}
    return bytes
  }

  /// A pipe with a name, into which the bytes are written.
  private func pipe(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> String {
    let path = folder.file("pipe-\(UUID().uuidString.prefix(8))")
    try #require(mkfifo(path, 0o600) == 0)
    Thread.detachNewThread {
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      try? file.write(contentsOf: Data(bytes))  // The reader may end before.
      try? file.close()
    }
    return path
  }

  @Test func `a pipe is read twice, at the same time too`() throws {
    let folder = try TemporaryFolder()
    for bytes in [Self.text, Packed.gzip(Self.text)] {
      let input = try RereadableInput(path: pipe(bytes, in: folder))
      let outer = try input.source()
      var isFirst = true
      var read: [UInt8] = []
      while try outer.next({ block in
        block.withUnsafeBufferPointer { read += $0 }
        guard isFirst else { return }
        isFirst = false
        let inner = try all(input.source())
        #expect(inner == Self.text)
      }) {}
      #expect(read == Self.text)
      #expect(outer.totalBytes == bytes.count && outer.document == input.path)
    }
  }

  @Test func `a file is read where it is`() throws {
    let folder = try TemporaryFolder()
    let input = try RereadableInput(path: folder.write(Self.text, to: "a.tmx")) { _ in
      Issue.record("it was copied")
    }
    #expect(try all(input.source()) == Self.text)
    #expect(try all(input.source()) == Self.text)
  }

  @Test func `what is not there is told by the reading`() throws {
    let folder = try TemporaryFolder()
    let missing = try RereadableInput(path: folder.file("no.tmx"))
    #expect(throws: XMLProblem.self) { try missing.source() }
    let directory = try RereadableInput(path: folder.path)
    #expect(throws: XMLProblem.self) { try directory.source() }
  }

  @Test func `what never ends is not copied for ever`() throws {
    var limits = XMLLimits()
    limits.unpackedBytes = 1 << 20
    let error = try #require(throws: XMLProblem.self) {
      try RereadableInput(path: "/dev/zero", limits: limits)
    }
    #expect(error.code == .unreadable)
  }

  @Test func `the copying ends where it is told to`() throws {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try RereadableInput(path: "/dev/zero") { bytes in if bytes > 1 << 20 { throw Enough() } }
    }
  }
}
