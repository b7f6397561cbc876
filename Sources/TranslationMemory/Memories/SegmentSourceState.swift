/// One state of a memory, as its store tells states apart.
public struct SegmentSourceState: Hashable, Sendable {
  /// How many writes have changed the memory.
  public var revision: Int64
  /// Drawn by lot at that write, so that copies of a database that went on apart differ.
  public var token: Int64
  /// All numbers of units are below this one.
  public var nextUnit: Int64

  public init(revision: Int64, token: Int64, nextUnit: Int64) {
    self.revision = revision
    self.token = token
    self.nextUnit = nextUnit
  }
}
