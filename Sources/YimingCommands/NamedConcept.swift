import Store
import TermModel

/// The concept that a person means by an id or a form.
enum NamedConcept {
  /// The one with this id, else all that have this form, in any language.
  static func all(_ name: String, in base: any TermBaseReading) throws -> [Concept] {
    if let concept = try base.concept(id: name) { return [concept] }
    return try base.concepts(named: name.trimmingOuterSpace())
  }

  /// - Throws: ``Store/StoreError`` with `noConcept`, ``CommandError`` with `ambiguous`.
  static func find(_ name: String, in base: any TermBaseReading) throws -> Concept {
    let found = try all(name, in: base)
    guard let first = found.first else { throw StoreError.noConcept(name) }
    if found.count > 1 {
      let ids = found.map(\.id).joined(separator: ", ")
      throw CommandError(.ambiguous, nil, ["name": name, "ids": ids])
    }
    return first
  }
}

extension WritingOptions {
  /// The term base, for a command that changes what is there: it makes none.
  ///
  /// - Throws: ``Store/StoreError`` with `missing`.
  func openExisting() throws -> SQLiteTermBase {
    let path = try databaseOptions.path()
    guard try SQLiteTermBase.openForReading(at: path) != nil else {
      throw StoreError.missing(at: path)
    }
    return try open()
  }
}
