public import TermModel

/// What a term base could not do, and why.
public struct StoreError: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// Nothing is there, and what was asked for needs something.
    case missing = "store-missing"
    case isFolder = "store-is-folder"
    case notADatabase = "store-not-a-database"
    case foreign = "store-foreign"
    /// Made by a later version of Yiming.
    case newer = "store-newer"
    case damaged = "store-damaged"
    case unreadable = "store-unreadable"
    case cannotCreate = "store-cannot-create"
    case readOnly = "store-read-only"
    case full = "store-full"
    /// Another process wrote for longer than was to be waited.
    case busy = "store-busy"
    /// Not an error: what is said while waiting.
    case waiting = "store-waiting"
    case failed = "store-failed"
    case conceptExists = "store-concept-exists"
    case noConcept = "store-no-concept"
    /// Another process wrote, and what was read is of no single state.
    case changed = "store-changed"
    case noMemory = "memory-missing"
    case memoryExists = "memory-exists"
    case badMemoryName = "memory-bad-name"
    case noUnit = "memory-no-unit"
    case nothingToUndo = "memory-nothing-to-undo"
    /// Something that cannot stand in XML, in a unit that was to be stored.
    case forbiddenCharacter = "memory-forbidden-character"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, at path: String?, _ values: [String: String] = [:]) {
    self.code = code
    self.place = path.map { SourcePlace(document: $0) }
    self.values = values
  }
}

extension StoreError {
  /// That all 2³² numbers of a memory were given.
  static func noNumbersLeft(in memory: String) -> StoreError {
    let reason = "\(memory) has had \(UnitID.end) units, more than it can"
    return StoreError(.failed, at: nil, ["reason": reason])
  }
}
