/// What an import begins with.
public struct ImportStart: Hashable, Sendable {
  /// The memory's name; it is made where there is none.
  public var memory: String
  /// The file's name, for lists.
  public var document: String
  /// Whether a unit replaces an older one with its tuid and source segment.
  public var isUpdate: Bool
  /// The start tag of the file's root and what stands before it, in a form of the caller's.
  public var root: [UInt8]
  /// The file's header, in a form of the caller's.
  public var header: [UInt8]

  public init(
    memory: String, document: String, isUpdate: Bool = false, root: [UInt8] = [],
    header: [UInt8] = []
  ) {
    self.memory = memory
    self.document = document
    self.isUpdate = isUpdate
    self.root = root
    self.header = header
  }
}

/// Takes the units of one file into a memory, one after the other.
///
///     let counts = try store.writeMemories { memories in
///       let session = try memories.startImport(ImportStart(memory: "news", document: "news.tmx"))
///       while let unit = try reader.next() { try session.add(unit) }
///       return try session.finish().counts
///     }
///
/// The rules, which are those of every store:
///
/// - Units are equal if their canonical XML is equal. The *n*th copy in the file meets the *n*th
///   copy that was in the memory before the import, and is not added again. All others are added
///   behind the units that are there; none are merged.
/// - In an update, a unit that meets no equal one takes the place of an older one with the same
///   tuid and the same source segment: of those that no unit of the file has met, the one with the
///   lowest number. Where that one is as new or newer it is skipped; where either has no date it is
///   added.
/// - So an import that is done again changes nothing, and an import that changed nothing leaves no
///   trace.
///
/// A session ends with the write or the reading that began it.
///
/// - Complexity: O(1) memory for each unit but for a bit a unit of the memory, and in an update 80
///   bytes and the tuid for each unit that meets no equal one.
public protocol MemoryImport: AnyObject {
  /// - Throws: ``StoreError`` with `forbiddenCharacter` for what cannot stand in XML.
  @discardableResult func add(_ unit: borrowing IncomingUnit) throws -> AddOutcome

  /// Decides what was left open and writes what is left to write. To be called once.
  ///
  /// - Parameter skipped: is called for each unit that was left out, in the file's order.
  func finish(_ end: ImportEnd, skipped: (SkippedUnit) throws -> Void) throws -> ImportResult
}

extension MemoryImport {
  public func finish() throws -> ImportResult { try finish(ImportEnd()) { _ in } }
}

/// What is known of a file when it was read.
public struct ImportEnd: Hashable, Sendable {
  /// What stands behind the last unit.
  public var trailing: [UInt8]
  /// The header, where it came behind units.
  public var header: [UInt8]?
  /// How many units of the file were not handed over.
  public var rejected: Int
  /// Whether the file was read to its end.
  public var isComplete: Bool

  public init(
    trailing: [UInt8] = [], header: [UInt8]? = nil, rejected: Int = 0, isComplete: Bool = true
  ) {
    self.trailing = trailing
    self.header = header
    self.rejected = rejected
    self.isComplete = isComplete
  }
}

/// What ``MemoryImport/add(_:)`` did.
public enum AddOutcome: String, Hashable, Sendable {
  case added
  /// It was there, the same.
  case unchanged
  /// One with its tuid and source segment was there before: decided when the import is finished,
  /// for a unit that is still to come may be equal to that one.
  case open
}

/// A unit that an update left out, for the memory has one as new or newer.
public struct SkippedUnit: Hashable, Sendable {
  /// In its file, from 1.
  public let line: Int
  public let tuid: String?

  public init(line: Int, tuid: String?) {
    self.line = line
    self.tuid = tuid
  }
}

/// What an import did.
public struct ImportResult: Hashable, Sendable {
  public let counts: ImportCounts
  /// `nil` where nothing was changed, and where nothing was to be stored.
  public let importID: Int?
  /// The memory; `nil` where there is none, for nothing was added to a new one.
  public let memory: Memory?

  public init(counts: ImportCounts, importID: Int?, memory: Memory?) {
    self.counts = counts
    self.importID = importID
    self.memory = memory
  }
}
