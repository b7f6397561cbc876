/// A unit among all memories: the memory's id and the unit's number in it, in one row id.
///
/// A memory's units stand together in the file, and their numbers are small enough for JSON.
struct UnitID: Hashable {
  let memory: Int
  let number: Int

  /// Numbers of units are below it.
  static let end = 1 << 32

  init(_ memory: Int, _ number: Int) {
    self.memory = memory
    self.number = number
  }

  init(row: Int) { self.init(row >> 32, row & (Self.end - 1)) }

  /// With the number ``end``, the row behind the last of the memory.
  var row: Int { memory << 32 + number }
}
