import GRDB

/// The rows of units that a clause chooses.
struct UnitRows {
  private let statement: RawStatement

  init(_ db: Database, _ clause: String) throws {
    statement = try RawStatement(
      db,
      """
      SELECT id, import, position, edited, changed, tuid, preceding, xml FROM unit WHERE \(clause)
      """)
  }

  func bind(_ values: [Int]) {
    for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index + 1)) }
  }

  func step() throws -> Bool { try statement.step() }

  func reset() { statement.reset() }

  var number: Int { UnitID(row: statement.integer(0) ?? 0).number }

  var position: Int { statement.integer(2) ?? number }

  /// To be used before the next step.
  var row: UnitRow {
    let number = number
    return UnitRow(
      number: number, position: statement.integer(2) ?? number, importID: statement.integer(1),
      isEdited: statement.integer(3) == 1, changed: statement.integer(4),
      tuid: statement.bytes(5), preceding: statement.bytes(6), xml: statement.bytes(7))
  }
}
