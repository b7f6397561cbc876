/// An import that changed a memory, and what its file had beside the units.
public struct ImportedDocument: Hashable, Sendable, Identifiable {
  public let id: Int
  /// The file's name.
  public let document: String
  /// Seconds since 1970, UTC.
  public let madeAt: Int
  public let counts: ImportCounts
  /// Whether the file was read to its end.
  public let isComplete: Bool
  /// As ``ImportStart/root``.
  public let root: [UInt8]
  /// As ``ImportStart/header``.
  public let header: [UInt8]
  /// What stands behind the last unit.
  public let trailing: [UInt8]

  public init(
    id: Int, document: String, madeAt: Int, counts: ImportCounts, isComplete: Bool, root: [UInt8],
    header: [UInt8], trailing: [UInt8]
  ) {
    self.id = id
    self.document = document
    self.madeAt = madeAt
    self.counts = counts
    self.isComplete = isComplete
    self.root = root
    self.header = header
    self.trailing = trailing
  }
}

/// What became of the units of a file.
public struct ImportCounts: Hashable, Sendable {
  /// All that the file has, as far as it was read.
  public var read = 0
  public var added = 0
  /// Equal to one that was there.
  public var unchanged = 0
  /// Took the place of an older one.
  public var replaced = 0
  /// Left out, for the memory has one as new or newer.
  public var skipped = 0
  /// Never came to the memory: counted by whoever read the file.
  public var rejected = 0

  public init(
    read: Int = 0, added: Int = 0, unchanged: Int = 0, replaced: Int = 0, skipped: Int = 0,
    rejected: Int = 0
  ) {
    self.read = read
    self.added = added
    self.unchanged = unchanged
    self.replaced = replaced
    self.skipped = skipped
    self.rejected = rejected
  }
}
