import GRDB

/// Puts units of one memory into their table and finds them again by hash.
final class UnitWriter {
  let memory: Int
  private let insertion: RawStatement
  private let hashInsertion: RawStatement
  private let keyInsertion: RawStatement

  init(_ db: Database, memory: Int) throws {
    self.memory = memory
    insertion = try RawStatement(
      db,
      """
      INSERT INTO unit (id, import, position, edited, changed, source, tuid, preceding, xml)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """)
    hashInsertion = try RawStatement(db, "INSERT INTO unit_hash VALUES (?1, ?2, ?3)")
    keyInsertion = try RawStatement(db, "INSERT INTO unit_key VALUES (?1, ?2, ?3)")
  }

  /// Writes a unit's row, which ``index(_:number:)`` must follow some time.
  func insert(
    _ unit: borrowing IncomingUnit, source: Int64?, number: Int, importID: Int?,
    position: Int? = nil, isEdited: Bool = false
  ) throws {
    insertion.bind(UnitID(memory, number).row, at: 1)
    insertion.bind(importID.map { Int64($0) }, at: 2)
    insertion.bind(position.map { Int64($0) }, at: 3)
    insertion.bind(isEdited ? 1 : nil, at: 4)
    insertion.bind(unit.changed.map { Int64($0) }, at: 5)
    insertion.bind(source, at: 6)
    var tuid = unit.tuid ?? ""
    try tuid.withUTF8 { tuid in
      try unit.preceding.withUnsafeBytes { preceding in
        try unit.xml.withUnsafeBytes { xml in
          insertion.bind(text: tuid, at: 7)
          insertion.bind(blob: preceding, at: 8)
          insertion.bind(blob: xml, at: 9)
          try insertion.run()
        }
      }
    }
  }

  func index(_ hashes: UnitHashes, number: Int) throws {
    try indexXML(hashes.xml, number: number)
    if let key = hashes.key { try indexKey(key, number: number) }
  }

  func indexXML(_ hash: Int64, number: Int) throws {
    try run(hashInsertion, hash, number)
  }

  func indexKey(_ hash: Int64, number: Int) throws {
    try run(keyInsertion, hash, number)
  }

  private func run(_ statement: RawStatement, _ hash: Int64, _ number: Int) throws {
    statement.bind(memory, at: 1)
    statement.bind(hash, at: 2)
    statement.bind(number, at: 3)
    try statement.run()
  }
}
