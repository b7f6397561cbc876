import Interchange
import Store
import TermModel

/// The concepts that the rows of a file become in a term base.
///
/// A row with an id is the concept of that id. One without is the concept that has a Chinese form
/// and the English name in common with it, whatever its id; where there is none it is a new concept,
/// though another may have the same English name: two people called Adam Smith stay two.
struct ImportedRows {
  private let contents: GlossaryContents
  /// Ids that rows of this file have: each row is a concept of its own.
  private var taken: Set<String>
  /// How far the numbers after an id are known to be taken.
  private var numbers: [String: Int] = [:]

  init(_ contents: GlossaryContents) {
    self.contents = contents
    taken = Set(contents.rows.lazy.filter(\.hasOwnID).map(\.concept.id))
  }

  /// The row's concept as it is to be stored. To be asked once for each row, in order.
  mutating func concept(
    of row: GlossaryContents.Row, in base: any TermBaseReading
  ) throws -> Concept {
    if row.hasOwnID {
      return contents.concept(of: row, over: try base.concept(id: row.concept.id))
    }
    let name = row.concept.english.first ?? ""
    let id = ConceptIdentifier.base(for: name, else: row.concept.terms.first?.text ?? "")
    if let old = try namesake(of: row.concept, id: id, in: base) {
      taken.insert(old.id)
      return contents.concept(of: row, over: old)
    }
    var concept = row.concept
    concept.id = try freeID(id, in: base)
    return concept
  }

  private func namesake(
    of concept: Concept, id: String, in base: any TermBaseReading
  ) throws -> Concept? {
    let english = Set(concept.english.map { $0.lowercased() })
    var found: Concept?
    for term in concept.terms where term.language.isChinese {
      for old in try base.concepts(named: term.text) where !taken.contains(old.id) {
        guard old.english.contains(where: { english.contains($0.lowercased()) }) else { continue }
        if old.id == id { return old }
        if found == nil { found = old }
      }
    }
    return found
  }

  private mutating func freeID(_ id: String, in base: any TermBaseReading) throws -> String {
    var number = numbers[id, default: 1]
    while true {
      let candidate = number == 1 ? id : "\(id)-\(number)"
      number += 1
      if taken.contains(candidate) { continue }
      if try base.concept(id: candidate) != nil { continue }
      taken.insert(candidate)
      numbers[id] = number
      return candidate
    }
  }
}
