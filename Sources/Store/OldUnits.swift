import GRDB

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The units that were in a memory before an import, and which of them the file's units have met.
///
/// - Complexity: a bit a unit, and a few bytes for each unit that has more than
///   ``longestWalk`` copies.
final class OldUnits {
  private let memory: Int
  /// Numbers from here on came with the import.
  private let end: Int
  private let byXML: RawStatement
  private let byKey: RawStatement
  private let xml: RawStatement
  private let key: RawStatement
  private var met: [UInt64]
  /// For hashes of many units, up to which number all are met.
  private var metUpTo: [Int64: Int] = [:]
  private var keyMetUpTo: [Int64: Int] = [:]
  private static let longestWalk = 8

  init(_ db: Database, memory: Int, end: Int) throws {
    self.memory = memory
    self.end = end
    met = Array(repeating: 0, count: end / 64 + 1)
    let clause = """
      WHERE memory = \(memory) AND hash = ?1 AND number > ?2 AND number < \(end) ORDER BY number
      """
    byXML = try RawStatement(db, "SELECT number FROM unit_hash \(clause)")
    byKey = try RawStatement(db, "SELECT number FROM unit_key \(clause)")
    xml = try RawStatement(db, "SELECT xml FROM unit WHERE id = ?1")
    key = try RawStatement(db, "SELECT tuid, source, changed FROM unit WHERE id = ?1")
  }

  /// Meets the first unit with this XML that is not met yet. Whether there was one.
  func meet(_ bytes: [UInt8], hash: Int64) throws -> Bool {
    try meetFirst(byXML, hash, &metUpTo) { number in
      defer { xml.reset() }
      xml.bind(UnitID(memory, number).row, at: 1)
      return try xml.step() && Self.areEqual(xml.bytes(0), bytes)
    } != nil
  }

  /// Whether any has this tuid and source segment, met or not.
  func hasAny(key hash: Int64) throws -> Bool {
    defer { byKey.reset() }
    byKey.bind(hash, at: 1)
    byKey.bind(-1, at: 2)
    return try byKey.step()
  }

  /// Meets the first unit with this tuid and source segment that is not met yet.
  func meet(tuid: String, source: Int64, key hash: Int64) throws -> (number: Int, changed: Int?)? {
    var changed: Int?
    let number = try meetFirst(byKey, hash, &keyMetUpTo) { number in
      defer { key.reset() }
      key.bind(UnitID(memory, number).row, at: 1)
      guard try key.step(), key.integer(1) == Int(source),
        Self.areEqual(key.bytes(0), Array(tuid.utf8))
      else { return false }
      changed = key.integer(2)
      return true
    }
    return number.map { ($0, changed) }
  }

  private func meetFirst(
    _ statement: RawStatement, _ hash: Int64, _ upTo: inout [Int64: Int],
    _ isWanted: (Int) throws -> Bool
  ) throws -> Int? {
    defer { statement.reset() }
    statement.bind(hash, at: 1)
    statement.bind(upTo.isEmpty ? -1 : upTo[hash] ?? -1, at: 2)
    var walked = 0
    while try statement.step() {
      guard let number = statement.integer(0) else { continue }
      let (word, bit) = (number >> 6, UInt64(1) << UInt64(number & 63))
      walked += 1
      if met[word] & bit != 0 { continue }
      // Two units of one hash are equal but once in 2^64; what is passed over then is added again.
      guard try isWanted(number) else { continue }
      met[word] |= bit
      if walked > Self.longestWalk { upTo[hash] = number }
      return number
    }
    return nil
  }

  private static func areEqual(_ stored: UnsafeBufferPointer<UInt8>, _ bytes: [UInt8]) -> Bool {
    stored.count == bytes.count
      && (stored.isEmpty || memcmp(stored.baseAddress!, bytes, bytes.count) == 0)
  }
}
