import Synchronization

/// Numbers in a section that is checked block by block, when a block is first read: for what is too
/// large to be read whole on the way to a first answer.
///
///     let numbers = try file.blocks("numbers", of: UInt32.self)
///     try numbers.check(100..<200)
///     numbers.unsafeElements[150]
///
/// The checksums of the blocks are a section of their own, written by
/// ``MappedFileWriter/addInBlocks(_:_:)``. Values may be shared between threads.
@safe public struct CheckedBlocks<Element: BitwiseCopyable>: Sendable {
  static var blockLength: Int { 1 << 16 }

  private let elements: MappedArray<Element>
  private let sums: MappedArray<UInt64>
  private let states: BlockStates
  private let fail: @Sendable () -> MappedFileError

  init(
    elements: MappedArray<Element>, sums: MappedArray<UInt64>,
    fail: @escaping @Sendable () -> MappedFileError
  ) {
    self.elements = elements
    self.sums = sums
    self.fail = fail
    states = BlockStates(count: sums.count)
  }

  public var count: Int { elements.count }

  /// All elements, as long as this value lives. Only what was checked may be trusted.
  @inlinable public var unsafeElements: UnsafeBufferPointer<Element> { unsafe raw }

  @usableFromInline var raw: UnsafeBufferPointer<Element> { unsafe elements.unsafeElements }

  /// Makes sure that these elements are what was written.
  ///
  /// - Complexity: O(1) for a block that was checked before, else O(64 KiB), about 10 µs.
  /// - Throws: ``MappedFileError`` with `damaged`.
  public func check(_ range: Range<Int>) throws(MappedFileError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "elements of the section")
    guard !range.isEmpty else { return }
    let size = MemoryLayout<Element>.stride
    let first = (range.lowerBound * size) / Self.blockLength
    let last = (range.upperBound * size - 1) / Self.blockLength
    for block in first...last where !states.isChecked(block) { try checkBlock(block) }
  }

  @inline(never)
  private func checkBlock(_ block: Int) throws(MappedFileError) {
    let bytes = unsafe UnsafeRawBufferPointer(elements.unsafeElements)
    let end = min((block + 1) * Self.blockLength, bytes.count)
    let slice = unsafe UnsafeRawBufferPointer(rebasing: bytes[block * Self.blockLength..<end])
    guard unsafe Checksum(of: slice).value == sums[block] else { throw fail() }
    states.setChecked(block)
  }
}

/// Which blocks were checked: a bit each.
@safe private final class BlockStates: Sendable {
  // Atomic words, allocated in `init` and freed in `deinit`.
  nonisolated(unsafe) private let words: UnsafeMutableBufferPointer<Atomic<UInt64>>

  init(count: Int) {
    unsafe words = .allocate(capacity: max(1, (count + 63) / 64))
    for index in unsafe words.indices {
      unsafe words.initializeElement(at: index, to: Atomic(0))
    }
  }

  deinit {
    unsafe words.deinitialize()
    unsafe words.deallocate()
  }

  @inline(__always)
  func isChecked(_ block: Int) -> Bool {
    unsafe words[block >> 6].load(ordering: .relaxed) & (1 << UInt64(block & 63)) != 0
  }

  func setChecked(_ block: Int) {
    unsafe words[block >> 6].bitwiseOr(1 << UInt64(block & 63), ordering: .relaxed)
  }
}

extension MappedFile {
  /// For a room that finds its own numbers out of step, though their checksums agree.
  public func damaged(_ section: SectionName) -> MappedFileError {
    MappedFileError(.damaged, at: path, ["section": "\(section)"])
  }

  /// The numbers of a section that ``MappedFileWriter/addInBlocks(_:_:)`` wrote.
  ///
  /// - Complexity: O(blocks); the numbers are not read.
  /// - Throws: ``MappedFileError`` with `damaged`.
  public func blocks<Element: BitwiseCopyable>(
    _ name: SectionName, of type: Element.Type
  ) throws(MappedFileError) -> CheckedBlocks<Element> {
    let sums = try array(name.ofBlocks, of: UInt64.self)
    let elements = try array(name, of: type, isChecked: false)
    let bytes = elements.count * MemoryLayout<Element>.stride
    let length = CheckedBlocks<Element>.blockLength
    let path = path
    let damaged = { @Sendable in MappedFileError(.damaged, at: path, ["section": "\(name)"]) }
    guard sums.count == (bytes + length - 1) / length else { throw damaged() }
    return CheckedBlocks(elements: elements, sums: sums, fail: damaged)
  }
}

extension MappedFileWriter {
  /// Adds a section of numbers that is read by ``MappedFile/blocks(_:of:)``, with a section of
  /// checksums beside it; the name has at most seven characters.
  public mutating func addInBlocks<Element: BitwiseCopyable>(
    _ name: SectionName, _ elements: [Element]
  ) {
    let length = CheckedBlocks<Element>.blockLength
    add(
      name.ofBlocks,
      unsafe elements.withUnsafeBytes { bytes in
        stride(from: 0, to: bytes.count, by: length).map { start in
          let end = min(start + length, bytes.count)
          return unsafe Checksum(of: UnsafeRawBufferPointer(rebasing: bytes[start..<end])).value
        }
      })
    add(name, elements)
  }
}

extension SectionName {
  fileprivate var ofBlocks: SectionName { SectionName("\(self)+") }
}
