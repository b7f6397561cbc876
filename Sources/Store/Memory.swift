/// A translation memory, as a list of them shows it.
public struct Memory: Hashable, Sendable, Identifiable {
  /// Given when the memory was made; the id of one that was removed is not given again.
  public let id: Int
  /// As it was typed. Two names that differ only in case are one.
  public let name: String
  public let unitCount: Int
  /// Imports that can still be taken back.
  public let importCount: Int
  /// Seconds since 1970, UTC.
  public let madeAt: Int

  public init(id: Int, name: String, unitCount: Int, importCount: Int, madeAt: Int) {
    self.id = id
    self.name = name
    self.unitCount = unitCount
    self.importCount = importCount
    self.madeAt = madeAt
  }
}
