import MappedFile
import TermModel
import Testing
import TestSupport

struct MappedFileTests {
  /// A file with sections of bytes, numbers and nothing.
  private func sample() -> MappedFileWriter {
    var writer = MappedFileWriter(key: 42)
    writer.add("bytes", Array("輝達".utf8))
    writer.add("numbers", (0..<1_000).map { UInt32($0 * $0) })
    writer.add("empty", [UInt16]())
    return writer
  }

  @Test func `what was written is read, from disk and from memory`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/sample.yimc"
    try sample().save(to: path)
    for file in [try MappedFile(path: path), try MappedFile(bytes: sample().bytes(), name: "memory")] {
      #expect(file.key == 42)
      #expect(String(decoding: try file.array("bytes", of: UInt8.self), as: UTF8.self) == "輝達")
      #expect(try file.array("numbers", of: UInt32.self).elementsEqual((0..<1_000).map { $0 * $0 }))
      #expect(try file.array("empty", of: UInt16.self).isEmpty)
    }
  }

  @Test func `a section that is not there is an error`() throws {
    let file = try MappedFile(bytes: sample().bytes(), name: "memory")
    #expect(throws: MappedFileError.self) { try file.array("nothing", of: UInt8.self) }
  }

  @Test func `a section of another element size is an error`() throws {
    let file = try MappedFile(bytes: sample().bytes(), name: "memory")
    #expect(throws: MappedFileError.self) { try file.array("bytes", of: UInt32.self) }
  }

  @Test func `every flipped bit and every cut is found, and none crashes`() throws {
    let whole = sample().bytes()
    let names: [SectionName] = ["bytes", "numbers", "empty"]
    func readsAll(_ bytes: [UInt8]) -> Bool {
      do {
        let file = try MappedFile(bytes: bytes, name: "damaged")
        for name in names { _ = try file.array(name, of: UInt8.self) }
        return true
      } catch {
        return false
      }
    }
    #expect(readsAll(whole))
    var generator = SeededGenerator.printed()
    for _ in 0..<400 {
      var bytes = whole
      bytes[Int.random(in: 0..<32 + 3 * 32, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      #expect(!readsAll(bytes))
    }
    for _ in 0..<100 {
      #expect(!readsAll(Array(whole.prefix(Int.random(in: 0..<whole.count, using: &generator)))))
    }
  }

  @Test func `a file that cannot be written leaves nothing behind and says why`() throws {
    let error = #expect(throws: MappedFileError.self) { try sample().save(to: "/nowhere/at/all.yimc") }
    #expect(error?.code == .unwritable)
    #expect(Message(try #require(error)).description.contains("No such file"))
  }

  @Test func `saving over a file that is mapped leaves the mapping whole`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/sample.yimc"
    try sample().save(to: path)
    let old = try MappedFile(path: path)
    var writer = MappedFileWriter(key: 43)
    writer.add("bytes", Array("別的".utf8))
    try writer.save(to: path)
    #expect(String(decoding: try old.array("bytes", of: UInt8.self), as: UTF8.self) == "輝達")
    #expect(try MappedFile(path: path).key == 43)
  }
}
