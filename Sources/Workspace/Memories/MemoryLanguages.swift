import MappedFile
import Store
import TermModel

/// The languages that a memory has segments in, remembered in the cache folder.
///
/// A language stays in the list when its last unit goes: its index is then empty.
struct MemoryLanguages {
  let databaseID: String
  let folder: String?

  private static let version: UInt64 = 1
  private static let facts: SectionName = "tl.facts"
  private static let tags: SectionName = "tl.tags"
  /// Fewer new units than this are looked through again rather than written down.
  private static let leastKept = 512

  /// Reconciled, in alphabetical order.
  ///
  /// - Parameter progress: is told of each unit that is looked at.
  /// - Complexity: O(new units), about 1 µs each.
  func languages(
    of memory: Memory, in memories: any MemoryReading, spool: SegmentSpool? = nil,
    progress: (() throws -> Void)? = nil
  ) throws -> [LanguageTag] {
    guard let state = try memories.state(of: memory.id) else { return [] }
    let path = path(of: memory)
    var known: Set<String> = []
    var first = 0
    if let kept = path.flatMap(Self.read), kept.state.memory == memory.id {
      var past = kept.state
      past = MemoryState(
        databaseID: databaseID, memory: past.memory, revision: past.revision, token: past.token,
        nextNumber: past.nextNumber)
      if let changes = try memories.changes(of: memory.id, since: past) {
        known = kept.tags
        first = changes.firstNew
      }
    }
    if first < state.nextNumber {
      if let new = spool?.languages(of: memory.id, from: first, to: state.nextNumber) {
        known.formUnion(new.map(\.description))
      } else {
        var scan = TagScan()
        try memories.eachUnit(of: memory.id, from: first) { row in
          row.withXML { scan.add($0) }
          try progress?()
          return true
        }
        for bytes in scan.found {
          let tag = LanguageTag(String(decoding: bytes, as: UTF8.self)).reconciled
          known.insert(tag.description)
        }
      }
      if state.nextNumber - first >= Self.leastKept, let path { Self.write(known, state, to: path) }
    }
    return known.sorted().map { LanguageTag($0) }
  }

  private func path(of memory: Memory) -> String? {
    guard let folder else { return nil }
    var key = Checksum(of: Array(databaseID.utf8))
    key.combine(UInt64(memory.id))
    let hex = String(key.value, radix: 16)
    return "\(folder)/languages-\(String(repeating: "0", count: 16 - hex.count))\(hex).yimc"
  }

  private static func read(_ path: String) -> (state: MemoryState, tags: Set<String>)? {
    // What is missing or damaged is found out again.
    guard let file = try? MappedFile(path: path),
      let facts = try? file.array(Self.facts, of: UInt64.self), facts.count == 5,
      facts[0] == version, let bytes = try? file.array(Self.tags, of: UInt8.self)
    else { return nil }
    let state = MemoryState(
      databaseID: "", memory: Int(truncatingIfNeeded: facts[1]),
      revision: Int(truncatingIfNeeded: facts[2]), token: Int(truncatingIfNeeded: facts[3]),
      nextNumber: Int(truncatingIfNeeded: facts[4]))
    let tags = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    return (state, Set(tags))
  }

  private static func write(_ tags: Set<String>, _ state: MemoryState, to path: String) {
    var writer = MappedFileWriter()
    let numbers = [state.memory, state.revision, state.token, state.nextNumber]
    writer.add(Self.facts, [version] + numbers.map { UInt64(bitPattern: Int64($0)) })
    writer.add(Self.tags, Array(tags.sorted().joined(separator: "\n").utf8))
    if let slash = path.lastIndex(of: "/") { FileAccess.makeFolder(String(path[..<slash])) }
    // Where it cannot be written, it is found out again next time.
    try? writer.save(to: path)
  }
}
