import GRDB
import TermModel

/// A write to a term base in SQLite, valid within its transaction only.
final class SQLiteWriting: SQLiteReading, TermBaseWriting {
  private var hasChanged = false

  func put(_ concept: Concept) throws -> PutOutcome {
    var concept = concept
    concept.terms.removeAll(where: \.isDerived)
    if let flaw = concept.flaw { throw flaw }
    let find = try db.cachedStatement(sql: "SELECT number FROM concept WHERE id = ?")
    guard let number = try Int64.fetchOne(find, arguments: [concept.id]) else {
      try run(
        "INSERT INTO concept (id, kind, is_familiar, domain, source, note) VALUES (?,?,?,?,?,?)",
        [concept.id] + Self.columns(concept))
      try insertParts(of: concept, number: db.lastInsertedRowID)
      hasChanged = true
      return .added
    }
    if try outcome(ofPutting: concept) == .unchanged { return .unchanged }
    try run(
      """
      UPDATE concept SET kind = ?, is_familiar = ?, domain = ?, source = ?, note = ?
      WHERE number = ?
      """, Self.columns(concept) + [number])
    for table in ["term", "context_word", "other_field"] {
      try run("DELETE FROM \(table) WHERE concept = ?", [number])
    }
    try insertParts(of: concept, number: number)
    hasChanged = true
    return .changed
  }

  func remove(id: String) throws -> Bool {
    try run("DELETE FROM concept WHERE id = ?", [id])
    let isGone = db.changesCount > 0
    if isGone { hasChanged = true }
    return isGone
  }

  func put(_ exception: FormException) throws -> Bool {
    if let flaw = exception.flaw { throw flaw }
    try run(
      "INSERT OR IGNORE INTO form_exception (form, rule, text) VALUES (?,?,?)",
      [exception.form, exception.rule.rawValue, exception.text])
    let isNew = db.changesCount > 0
    if isNew { hasChanged = true }
    return isNew
  }

  func remove(_ exception: FormException) throws -> Bool {
    try run(
      "DELETE FROM form_exception WHERE form = ? AND rule = ? AND text = ?",
      [exception.form, exception.rule.rawValue, exception.text])
    let isGone = db.changesCount > 0
    if isGone { hasChanged = true }
    return isGone
  }

  /// Raises the revision where something was changed: the last thing before the commit.
  func finish() throws {
    guard hasChanged else { return }
    try run(
      """
      UPDATE revisions SET revision = revision + 1, token = lower(hex(randomblob(8)))
      WHERE name = 'terms'
      """, [])
  }

  private func insertParts(of concept: Concept, number: Int64) throws {
    for (position, term) in concept.terms.enumerated() {
      try run(
        """
        INSERT INTO term (concept, position, text, language, status, type) VALUES (?,?,?,?,?,?)
        """,
        [
          number, position, term.text, term.language.description, term.status.rawValue,
          term.type.rawValue,
        ])
    }
    for (role, words) in [(ContextRole.cue, concept.cues), (.rival, concept.rivals)] {
      for (position, word) in words.enumerated() {
        try run(
          "INSERT INTO context_word (concept, role, position, text) VALUES (?,?,?,?)",
          [number, role.rawValue, position, word])
      }
    }
    for (position, field) in concept.otherFields.enumerated() {
      try run(
        "INSERT INTO other_field (concept, position, name, value) VALUES (?,?,?,?)",
        [number, position, field.name, field.value])
    }
  }

  private static func columns(_ concept: Concept) -> [(any DatabaseValueConvertible)?] {
    [concept.kind?.rawValue, concept.isFamiliar, concept.domain, concept.source, concept.note]
  }

  private func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let statement = try db.cachedStatement(sql: sql)
    try statement.execute(arguments: StatementArguments(values))
  }
}
