import TermModel
import TranslationMemory
import Workspace

/// What was found for one query.
struct MemoryAnswer {
  let query: FuzzyQuery
  let from: LanguageTag
  let to: LanguageTag
  let matches: [MemoryMatch]

  var text: String { query.segment.text }
}

/// Who made or changed a translation and when: what the translation says itself, else its unit.
struct MemoryHistory {
  let created: String?
  let createdBy: String?
  let changed: String?
  let changedBy: String?

  init(of unit: TranslationUnit, variant: Int?) {
    let variants = unit.variants
    let own = variant.flatMap { variants.indices.contains($0) ? variants[$0] : nil }
    created = own?.created ?? unit.created
    createdBy = own?.createdBy ?? unit.createdBy
    changed = own?.changed ?? unit.changed
    changedBy = own?.changedBy ?? unit.changedBy
  }

  /// The latest date, as `2024-01-31 23:59` where it is a date.
  var date: String? {
    (changed ?? created).map { text in UnitDate.seconds(text).map(UnitDate.text) ?? text }
  }

  var author: String? { changedBy ?? createdBy }

  var json: [(String, JSONValue)] {
    let all = [
      ("created", created), ("createdBy", createdBy), ("changed", changed),
      ("changedBy", changedBy),
    ]
    return all.compactMap { name, value in value.map { (name, .string($0)) } }
  }
}
