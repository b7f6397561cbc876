/// What taking back an import did.
public struct UndoResult: Hashable, Sendable {
  public let document: String
  /// Units that the import had brought, and that are gone.
  public let removed: Int
  /// Units that it had replaced, and that are back.
  public let restored: Int
  /// Units of the import that stay, for they were changed by hand since.
  public let kept: Int
  /// Whether the memory is gone too: nothing was left in it.
  public let isMemoryRemoved: Bool

  public init(
    document: String, removed: Int, restored: Int, kept: Int, isMemoryRemoved: Bool
  ) {
    self.document = document
    self.removed = removed
    self.restored = restored
    self.kept = kept
    self.isMemoryRemoved = isMemoryRemoved
  }
}
