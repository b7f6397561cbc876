/// Numbers in a section of a ``MappedFile``, read where they lie.
///
/// Keeps the file mapped as long as it lives. Every subscript is bounds-checked; a hot loop takes
/// ``withUnsafeElements(_:)`` once.
@safe public struct MappedArray<Element: BitwiseCopyable>: Sendable, RandomAccessCollection {
  @usableFromInline let owner: MappedFile
  // Read-only memory that `owner` keeps: safe to share.
  @usableFromInline nonisolated(unsafe) let base: UnsafePointer<Element>
  public let count: Int

  init(owner: MappedFile, base: UnsafePointer<Element>, count: Int) {
    self.owner = owner
    unsafe self.base = base
    self.count = count
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  @inlinable public subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "outside a section")
    return unsafe base[index]
  }

  /// The elements, for the length of the call.
  @inlinable public func withUnsafeElements<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(owner) {
      try unsafe body(UnsafeBufferPointer(start: base, count: count))
    }
  }

  /// The elements, as long as this array lives. For a hot loop over an array that its caller holds.
  @inlinable public var unsafeElements: UnsafeBufferPointer<Element> {
    unsafe UnsafeBufferPointer(start: base, count: count)
  }
}
