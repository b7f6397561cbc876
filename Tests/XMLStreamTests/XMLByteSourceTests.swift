import Foundation
import TermModel
import TestSupport
import Testing
import XMLStream

@Suite struct XMLByteSourceTests {
  static let document = Array(
    "<tmx>\n\(String(repeating: "<tu>儲存</tu>\n", count: 7000))</tmx>".utf8)

  private func all(_ source: XMLByteSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while try source.next({ block in block.withUnsafeBufferPointer { bytes += $0 } }) {}
    return bytes
  }

  private func problem(_ bytes: [UInt8], _ limits: XMLLimits = XMLLimits()) -> XMLProblem.Code? {
    do {
      _ = try all(XMLByteSource(bytes: bytes, document: "a", limits: limits))
      return nil
    } catch {
      return (error as? XMLProblem)?.code
    }
  }

  @Test func `a file is read as it is`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.document, to: "a.tmx")
    let source = try XMLByteSource(path: path)
    #expect(source.totalBytes == Self.document.count)
    #expect(source.packing == .none)
    #expect(try all(source) == Self.document)
    #expect(source.bytesTaken == Self.document.count)
    let log = EventLog()
    try XMLPushReader(document: path, names: log.names, consumer: log).read(
      XMLByteSource(path: path))
    #expect(log.events == read(Self.document).events)
  }

  @Test func `files that cannot be read say why`() throws {
    let folder = try TemporaryFolder()
    for (path, code) in [
      (folder.path, XMLProblem.Code.folder), (folder.file("none.tmx"), .missing),
      (try folder.write("", to: "b") + "/c", .unreadable),
    ] {
      let problem = #expect(throws: XMLProblem.self) { _ = try XMLByteSource(path: path) }
      #expect(problem?.code == code)
    }
  }

  // MARK: gzip

  @Test(arguments: [1, 3])
  func `gzip is known by its content, and may be several members`(_ count: Int) throws {
    let size = Self.document.count / count
    let members = (0..<count).map { index in
      Packed.gzip(
        Array(
          Self.document[
            index * size..<(index + 1 == count ? Self.document.count : (index + 1) * size)]))
    }
    for end in [[], [0, 0, 0]] as [[UInt8]] {
      let source = try XMLByteSource(bytes: members.flatMap { $0 } + end, document: "a.tmx.gz")
      #expect(source.packing == .gzip)
      #expect(try all(source) == Self.document)
    }
  }

  @Test func `gzip that is damaged is refused, after what could be unpacked`() throws {
    let packed = Packed.gzip(Self.document)
    #expect(problem(Array(packed.dropLast(4))) == .archiveDamaged)
    #expect(problem(packed + [1]) == .archiveDamaged)
    var wrong = packed
    wrong[packed.count - 6] ^= 1
    #expect(problem(wrong) == .archiveDamaged)
    let log = EventLog()
    let source = try XMLByteSource(bytes: Array(packed.prefix(90_000)), document: "a.gz")
    let problem = #expect(throws: XMLProblem.self) {
      try XMLPushReader(document: "a.gz", names: log.names, consumer: log).read(source)
    }
    #expect(problem?.code == .archiveDamaged)
    #expect(log.events.filter { $0 == "</tu" }.count > 4000)
  }

  @Test func `what unfolds too far is refused`() {
    let bomb = Array(repeating: Packed.megabyteOfSpaces, count: 20).flatMap { $0 }
    #expect(problem(bomb) == .unpackedRatio)
    #expect(problem(Array(bomb.prefix(10 * 1052))) == nil)
    var limits = XMLLimits()
    limits.unpackedBytes = 5 << 20
    #expect(problem(bomb, limits) == .unpackedTooLarge)
  }

  // MARK: zip

  @Test func `the first .tmx of a zip file is read, or the only file`() throws {
    let other = Array("other".utf8)
    for (entries, isRead) in [
      ([("a.tmx", Self.document)], true),
      ([("folder/", []), ("folder/a.TMX", Self.document)], true),
      ([("readme.txt", other), ("a.tmx", Self.document), ("b.tmx", other)], true),
      ([("memory", Self.document)], true),
      ([("__MACOSX/a.tmx", other), ("a.tmx", Self.document)], true),
      ([("a.txt", other), ("b.txt", other)], false), ([], false),
    ] as [([(String, [UInt8])], Bool)] {
      let packed = Packed.zip(entries)
      #expect(problem(packed) == (isRead ? nil : .archiveEntries))
      if isRead {
        let source = try XMLByteSource(bytes: packed, document: "a.zip")
        #expect(source.packing == .zip)
        #expect(try all(source) == Self.document)
      }
    }
  }

  @Test func `a zip file that is damaged or encrypted is refused`() {
    let packed = Packed.zip([("a.tmx", Self.document)])
    #expect(problem(Array(packed.prefix(1000))) == .archiveDamaged)
    var wrong = packed
    wrong[100] ^= 1
    #expect(problem(wrong) == .archiveDamaged)
    #expect(problem(Packed.zip([("a.tmx", Self.document)], flags: 1)) == .archiveUnsupported)
    #expect(problem(Packed.zip([("a.tmx", Self.document)], method: 12)) == .archiveUnsupported)
  }

  @Test func `damaged packed files end in a problem or in bytes`() {
    var random = SeededGenerator.printed()
    let short = Array(Self.document.prefix(3000))
    for packed in [Packed.gzip(short), Packed.zip([("a.txt", short), ("a.tmx", short)])] {
      for _ in 0..<300 {
        var bytes = packed
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          // The headers are where it matters.
          let place = Int.random(in: 0..<bytes.count, using: &random)
          let atEnd = max(0, bytes.count - 1 - place % 150)
          bytes[Bool.random(using: &random) ? atEnd : place % 60] = .random(
            in: 0...255, using: &random)
        }
        _ = problem(bytes)
      }
    }
  }
}
