/// Hashes on their way into an index: gathered, sorted, and written in one pass through the tree,
/// for in the order of arrival each would land on another page.
struct HashRun {
  private struct Entry {
    var hash: Int64
    var number: UInt32
  }

  private var entries: [Entry] = []
  /// 4 MiB.
  private static let most = 262_144

  mutating func append(_ hash: Int64, number: Int) {
    entries.append(Entry(hash: hash, number: UInt32(number)))
  }

  var isFull: Bool { entries.count >= Self.most }

  /// - Complexity: O(*n* log *n*)
  mutating func flush(_ write: (Int64, Int) throws -> Void) throws {
    entries.sort { ($0.hash, $0.number) < ($1.hash, $1.number) }
    for entry in entries { try write(entry.hash, Int(entry.number)) }
    entries.removeAll(keepingCapacity: true)
  }
}
