#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
import Synchronization

/// A compiled file: checksummed sections, mapped into memory and read where they lie.
///
///     var writer = MappedFileWriter()
///     writer.add("numbers", [1, 2, 3] as [UInt32])
///     let file = try MappedFile(bytes: writer.bytes(), name: "example")
///     try file.array("numbers", of: UInt32.self)[1]   // 2
///
/// The form, little-endian, each section on a 64-byte boundary:
///
///     "YIMING\0\0"  version: UInt32  sections: UInt32  key: UInt64  checksum of the table: UInt64
///     per section: name: UInt64  offset: UInt64  length: UInt64  checksum: UInt64
///
/// The table is checked when the file is opened, a section when it is first asked for, so that what
/// is not needed is not read from disk.
@safe public final class MappedFile: Sendable {
  /// Of the container, not of what a room puts into it.
  static let version: UInt32 = 1
  static let magic: [UInt8] = Array("YIMING\0\0".utf8)
  static let headLength = 32
  static let entryLength = 32

  /// What the file was compiled from: its maker's business.
  public let key: UInt64
  let path: String
  // Read-only from `init` to `deinit`: safe to share.
  nonisolated(unsafe) private let start: UnsafeRawPointer
  private let length: Int
  private let isMapped: Bool
  private let table: [SectionName: Section]
  private let checked: Mutex<Set<SectionName>>

  private struct Section {
    let offset: Int
    let length: Int
    let checksum: UInt64
  }

  /// Maps a file.
  ///
  /// - Complexity: O(sections); no section is read.
  /// - Throws: ``MappedFileError``.
  public convenience init(path: String) throws(MappedFileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw MappedFileError(.unreadable, at: path, ["reason": lastSystemError()])
    }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_size >= Self.headLength else {
      throw MappedFileError(.notOurs, at: path)
    }
    let length = Int(status.st_size)
    guard
      let start = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else {
      throw MappedFileError(.unreadable, at: path, ["reason": lastSystemError()])
    }
    unsafe try self.init(start: UnsafeRawPointer(start), length: length, isMapped: true, path: path)
  }

  /// The same over bytes in memory, where nothing can be written.
  public convenience init(bytes: [UInt8], name: String) throws(MappedFileError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: Swift.max(bytes.count, 64), alignment: 64)
    unsafe copy.copyBytes(from: bytes)
    unsafe try self.init(
      start: UnsafeRawPointer(copy.baseAddress!), length: bytes.count, isMapped: false, path: name)
  }

  private init(start: UnsafeRawPointer, length: Int, isMapped: Bool, path: String)
    throws(MappedFileError)
  {
    unsafe self.start = start
    self.length = length
    self.isMapped = isMapped
    self.path = path
    self.checked = Mutex([])
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: length)
    switch unsafe Self.readTable(bytes, path: path) {
    case .success(let found): (key, table) = found
    case .failure(let error):
      (key, table) = (0, [:])
      throw error  // `deinit` unmaps.
    }
  }

  deinit {
    if isMapped {
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), length)
    } else {
      unsafe start.deallocate()
    }
  }

  private static func readTable(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) -> Result<(UInt64, [SectionName: Section]), MappedFileError> {
    guard bytes.count >= headLength, unsafe bytes.prefix(8).elementsEqual(magic) else {
      return .failure(MappedFileError(.notOurs, at: path))
    }
    let found = unsafe bytes.load(fromByteOffset: 8, as: UInt32.self)
    guard found == version else {
      return .failure(
        MappedFileError(.version, at: path, ["found": "\(found)", "expected": "\(version)"]))
    }
    let count = Int(unsafe bytes.load(fromByteOffset: 12, as: UInt32.self))
    let key = unsafe bytes.load(fromByteOffset: 16, as: UInt64.self)
    let checksum = unsafe bytes.load(fromByteOffset: 24, as: UInt64.self)
    guard count <= 4_096, bytes.count >= headLength + count * entryLength else {
      return .failure(MappedFileError(.damaged, at: path, ["section": "table"]))
    }
    let tableBytes = unsafe UnsafeRawBufferPointer(
      rebasing: bytes[headLength..<headLength + count * entryLength])
    var actual = unsafe Checksum(of: tableBytes)
    actual.combine(key)
    guard actual.value == checksum else {
      return .failure(MappedFileError(.damaged, at: path, ["section": "table"]))
    }
    var table: [SectionName: Section] = [:]
    for index in 0..<count {
      let fields = (0..<4).map {
        unsafe tableBytes.load(fromByteOffset: index * entryLength + $0 * 8, as: UInt64.self)
      }
      let name = SectionName(packed: fields[0])
      guard fields[1] <= UInt64(bytes.count), fields[2] <= UInt64(bytes.count) - fields[1] else {
        return .failure(MappedFileError(.damaged, at: path, ["section": "\(name)"]))
      }
      table[name] = Section(
        offset: Int(fields[1]), length: Int(fields[2]), checksum: fields[3])
    }
    return .success((key, table))
  }

  /// Whether there is such a section.
  public func has(_ name: SectionName) -> Bool { table[name] != nil }

  /// The numbers of a section.
  ///
  /// - Complexity: O(1); the first time O(*n*), to check the section.
  /// - Throws: ``MappedFileError`` with `damaged` for a section that is missing, damaged or not a
  ///   whole number of elements.
  public func array<Element: BitwiseCopyable>(
    _ name: SectionName, of type: Element.Type
  ) throws(MappedFileError) -> MappedArray<Element> {
    try array(name, of: type, isChecked: true)
  }

  func array<Element: BitwiseCopyable>(
    _ name: SectionName, of type: Element.Type, isChecked: Bool
  ) throws(MappedFileError) -> MappedArray<Element> {
    guard let section = table[name], section.length.isMultiple(of: MemoryLayout<Element>.stride)
    else { throw MappedFileError(.damaged, at: path, ["section": "\(name)"]) }
    let address = unsafe start + section.offset
    if isChecked, !checked.withLock({ $0.contains(name) }) {
      let actual = unsafe Checksum(of: UnsafeRawBufferPointer(start: address, count: section.length))
      guard actual.value == section.checksum else {
        throw MappedFileError(.damaged, at: path, ["section": "\(name)"])
      }
      _ = checked.withLock { $0.insert(name) }
    }
    return unsafe MappedArray(
      owner: self, base: address.assumingMemoryBound(to: Element.self),
      count: section.length / MemoryLayout<Element>.stride)
  }
}
