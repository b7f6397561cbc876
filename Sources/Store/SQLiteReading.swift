import GRDB
import TermModel

/// One state of a term base in SQLite: valid within a transaction only.
class SQLiteReading: TermBaseReading {
  let db: Database

  init(_ db: Database) { self.db = db }

  func databaseID() throws -> String {
    try fact("SELECT value FROM fact WHERE name = 'database-id'")
  }

  func revision() throws -> Int {
    try fact("SELECT revision FROM revisions WHERE name = 'terms'")
  }

  func stamp() throws -> String {
    let token: String = try fact("SELECT token FROM revisions WHERE name = 'terms'")
    return "\(try databaseID())-\(try revision())-\(token)"
  }

  /// The stamps of all that the base holds, terms and memories.
  func allTokens() throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name || ':' || token FROM revisions ORDER BY name")
  }

  private func fact<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value {
    guard let value = try Value.fetchOne(db, sql: sql) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "no answer to: \(sql)")
    }
    return value
  }

  func concepts() throws -> [Concept] {
    try concepts(where: "", arguments: StatementArguments())
  }

  func concept(id: String) throws -> Concept? {
    try concepts(where: "WHERE id = ?", arguments: [id]).first
  }

  func concepts(named text: String) throws -> [Concept] {
    let clause = "WHERE number IN (SELECT concept FROM term WHERE text = ?)"
    return try concepts(where: clause, arguments: [text])
  }

  func exceptions() throws -> [FormException] {
    // A base of version 1, opened to read only, has no such table.
    guard try db.tableExists("form_exception") else { return [] }
    let sql = "SELECT form, rule, text FROM form_exception ORDER BY form, rule, text"
    return try Row.fetchAll(db, sql: sql).map {
      FormException($0[0], try Self.value(FormException.Rule.self, $0[1]), $0[2])
    }
  }

  /// The concepts that a clause chooses, by four queries in the same order, merged as they come.
  private func concepts(where clause: String, arguments: StatementArguments) throws -> [Concept] {
    var numbers: [Int64] = []
    var concepts: [Concept] = []
    let chosen = clause.isEmpty ? "" : "WHERE concept IN (SELECT number FROM concept \(clause))"

    func each(_ sql: String, _ body: (Row) throws -> Void) throws {
      let statement = try db.cachedStatement(sql: sql)
      let rows = try Row.fetchCursor(statement, arguments: arguments)
      while let row = try rows.next() { try body(row) }
    }
    /// Rows that belong to concepts, which come in the order of the concepts.
    func eachPart(_ sql: String, _ body: (Row, inout Concept) throws -> Void) throws {
      var index = 0
      try each(sql) { row in
        let number: Int64 = row[0]
        while index < numbers.count, numbers[index] < number { index += 1 }
        guard index < numbers.count, numbers[index] == number else { return }
        try body(row, &concepts[index])
      }
    }

    try each(
      """
      SELECT number, id, kind, is_familiar, domain, source, note FROM concept \(clause)
      ORDER BY number
      """
    ) { row in
      numbers.append(row[0])
      let kind = try (row[2] as String?).map { try Self.value(ConceptKind.self, $0) }
      concepts.append(
        Concept(
          id: row[1], kind: kind, isFamiliar: row[3], domain: row[4], source: row[5], note: row[6]))
    }
    if concepts.isEmpty { return [] }
    try eachPart(
      "SELECT concept, text, language, status, type FROM term \(chosen) ORDER BY concept, position"
    ) { row, concept in
      concept.terms.append(
        Term(
          row[1], language: Self.language(row[2]),
          status: try Self.value(TermStatus.self, row[3]),
          type: try Self.value(TermType.self, row[4])))
    }
    try eachPart(
      "SELECT concept, role, text FROM context_word \(chosen) ORDER BY concept, role, position"
    ) { row, concept in
      switch try Self.value(ContextRole.self, row[1]) {
      case .cue: concept.cues.append(row[2])
      case .rival: concept.rivals.append(row[2])
      }
    }
    try eachPart(
      "SELECT concept, name, value FROM other_field \(chosen) ORDER BY concept, position"
    ) { row, concept in
      concept.otherFields.append(Concept.Field(name: row[1], value: row[2]))
    }
    return concepts
  }

  /// One value for each of the usual tags, so that 100,000 terms do not make 100,000.
  private static func language(_ text: String) -> LanguageTag {
    switch text {
    case LanguageTag.taiwan.description: .taiwan
    case LanguageTag.english.description: .english
    case LanguageTag.mainland.description: .mainland
    case LanguageTag.hongKong.description: .hongKong
    default: LanguageTag(text)
    }
  }

  private static func value<Value: RawRepresentable<String>>(
    _ type: Value.Type, _ text: String
  ) throws -> Value {
    guard let value = Value(rawValue: text) else {
      let message = "unknown \(Value.self) \"\(text)\""
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: message)
    }
    return value
  }
}

/// Whether a context word speaks for its concept or for another sense.
enum ContextRole: String {
  case cue
  case rival
}
