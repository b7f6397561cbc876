#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import TermModel

/// Collects sections and writes them as one file that ``MappedFile`` reads.
public struct MappedFileWriter {
  private var sections: [(name: SectionName, bytes: [UInt8])] = []
  /// What the file is compiled from, to be compared by whoever opens it.
  public var key: UInt64

  public init(key: UInt64 = 0) { self.key = key }

  /// Adds a section of numbers. A name is used once.
  public mutating func add<Element: BitwiseCopyable>(_ name: SectionName, _ elements: [Element]) {
    precondition(!sections.contains { $0.name == name }, "section \(name) twice")
    sections.append((name, unsafe elements.withUnsafeBytes { unsafe Array($0) }))
  }

  /// The whole file.
  public func bytes() -> [UInt8] {
    var offset = MappedFile.headLength + sections.count * MappedFile.entryLength
    var table: [UInt8] = []
    var offsets: [Int] = []
    for section in sections {
      offset = (offset + 63) & ~63
      offsets.append(offset)
      let words: [UInt64] = [
        section.name.packed, UInt64(offset), UInt64(section.bytes.count),
        Checksum(of: section.bytes).value,
      ]
      for word in words { table.append(littleEndian: word) }
      offset += section.bytes.count
    }
    var checksum = Checksum(of: table)
    checksum.combine(key)
    var bytes = MappedFile.magic
    bytes.reserveCapacity(offset)
    bytes.append(littleEndian: MappedFile.version)
    bytes.append(littleEndian: UInt32(sections.count))
    bytes.append(littleEndian: key)
    bytes.append(littleEndian: checksum.value)
    bytes += table
    for (section, offset) in zip(sections, offsets) {
      bytes.append(contentsOf: repeatElement(0, count: offset - bytes.count))
      bytes += section.bytes
    }
    return bytes
  }

  /// Writes the file under a temporary name beside `path`, flushes it, and renames it: a reader sees
  /// the old file or the new one, whole.
  ///
  /// - Throws: ``MappedFileError`` with `unwritable`.
  public func save(to path: String) throws(MappedFileError) {
    let bytes = bytes()
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).new"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    var isDone = false
    if descriptor >= 0 {
      isDone = unsafe bytes.withUnsafeBytes { buffer in
        var rest = unsafe buffer
        while unsafe !rest.isEmpty {
          let count = unsafe write(descriptor, rest.baseAddress!, rest.count)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return false }
          unsafe rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
      }
      isDone = isDone && fsync(descriptor) == 0
      isDone = close(descriptor) == 0 && isDone
    }
    guard isDone, unsafe rename(temporary, path) == 0 else {
      let reason = lastSystemError()
      unsafe unlink(temporary)
      throw MappedFileError(.unwritable, at: path, ["reason": reason])
    }
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
  }
}
