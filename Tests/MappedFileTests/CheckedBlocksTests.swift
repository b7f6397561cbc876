import MappedFile
import TestSupport
import Testing

struct CheckedBlocksTests {
  @Test func `a block is checked when it is read, and only then`() throws {
    var writer = MappedFileWriter()
    let numbers = (0..<100_000).map { UInt32($0) }
    writer.addInBlocks("numbers", numbers)
    writer.addInBlocks("empty", [UInt8]())
    let whole = writer.bytes()
    let file = try MappedFile(bytes: whole, name: "memory")
    let blocks = try file.blocks("numbers", of: UInt32.self)
    try blocks.check(0..<100_000)
    #expect(unsafe blocks.unsafeElements.elementsEqual(numbers))
    #expect(try file.blocks("empty", of: UInt8.self).count == 0)

    // The last byte of the numbers is in their last block.
    var damaged = whole
    let last = try #require(whole.indices.last { whole[$0] != 0 })
    damaged[last] ^= 1
    let other = try MappedFile(bytes: damaged, name: "memory").blocks("numbers", of: UInt32.self)
    try other.check(0..<10)
    try other.check(98_303..<98_304)
    #expect(throws: MappedFileError.self) { try other.check(98_300..<98_305) }
    #expect(throws: MappedFileError.self) { try other.check(99_999..<100_000) }
    try other.check(5..<5)
  }

  @Test func `a section without its checksums, or with too few, is an error`() throws {
    var writer = MappedFileWriter()
    writer.add("bytes", [1, 2, 3] as [UInt8])
    writer.add("few", [UInt8](repeating: 1, count: 100_000))
    writer.add("few+", [1] as [UInt64])
    let file = try MappedFile(bytes: writer.bytes(), name: "memory")
    #expect(throws: MappedFileError.self) { try file.blocks("bytes", of: UInt8.self) }
    #expect(throws: MappedFileError.self) { try file.blocks("few", of: UInt8.self) }
    #expect(throws: MappedFileError.self) { try file.blocks("none", of: UInt8.self) }
  }
}
