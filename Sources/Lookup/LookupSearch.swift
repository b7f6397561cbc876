import CompiledTerms
import HanText
import MappedFile

/// One query's way through the index.
struct LookupSearch {
  let engine: LookupEngine
  let query: LookupQuery
  let index: LookupIndex
  private(set) var candidates: [UInt32: Candidate] = [:]

  init(_ engine: LookupEngine, _ query: LookupQuery) {
    self.engine = engine
    index = engine.index
    self.query = query
  }

  /// Tries what is cheap and sure first, and the rest only where that finds too little.
  mutating func run(limit: Int) {
    addBeginnings()
    let isExact = candidates.values.contains { $0.tier == .exact }
    // Who writes characters that are a name does not ask for what sounds like it.
    if !(isExact && query.hasHan) { addReadings(asStart: !isExact) }
    if !query.hasHan { addInitials() }
    if candidates.count < limit {
      addParts()
      addWordsInAnyOrder()
    }
    if candidates.isEmpty { addReadingParts() }
    if candidates.isEmpty { addNear() }
  }

  /// The candidates, the best first.
  func best() -> [Candidate] { candidates.values.sorted(by: <) }

  /// Takes in the senses of a name.
  mutating func add(
    name: Int, _ tier: Tier, penalty: Int = 0, isAtWord: Bool = true, lengthDifference: Int
  ) {
    for sense in index.senses[name] {
      let traits = engine.base.traits(ofConcept: Int(sense.concept))
      let candidate = Candidate(
        tier: tier == .prefix && !isAtWord && traits.isWide ? .innerPrefix : tier,
        penalty: penalty, layer: index.layers[Int(sense.concept)], isFamiliar: traits.isFamiliar,
        isAtWord: isAtWord, lengthDifference: lengthDifference, name: name, sense: sense)
      if let known = candidates[sense.concept], known.order <= candidate.order { continue }
      candidates[sense.concept] = candidate
    }
  }

  /// Names that are the query or begin with it.
  private mutating func addBeginnings() {
    let length = query.key.units.count
    for name in index.names.rows(startingWith: query.key.units) {
      let place = Int(index.names.places[name])
      let more = index.names.length(name) - length
      add(
        name: name, more == 0 ? .exact : .prefix,
        isAtWord: more == 0 || index.startsWord(at: place + length), lengthDifference: more)
    }
  }

  private mutating func addInitials() {
    guard query.key.units.count > 1, let letters = InitialsRow.pack(query.key.units) else { return }
    for name in index.names(withInitials: letters) {
      add(name: name, .initials, lengthDifference: index.names.length(name) - query.key.units.count)
    }
  }
}
