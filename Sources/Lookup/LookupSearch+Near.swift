import CompiledTerms
import HanText
import MappedFile

extension LookupSearch {
  /// Keys longer than this are not compared for slips.
  private static let longestCompared = 64
  private static let mostSuggestions = 5

  /// Names that are the query but for slips, of the hand or of the ear.
  mutating func addNear() {
    addNearSounds()
    let units = query.key.units
    let allowed = LookupQuery.allowedSlips(length: units.count, hasHan: query.hasHan)
    guard allowed > 0, units.count <= Self.longestCompared else { return }
    for (name, slips) in names(within: allowed) {
      add(
        name: name, .near, penalty: slips * 2, isAtWord: isSameStart(name),
        lengthDifference: unlikeness(of: name))
    }
    addNearWords(allowed)
  }

  private mutating func addNearSounds() {
    for (lattice, penalty) in lattices {
      var walk = ReadingWalk(lattice, index, takesNear: true)
      walk.run { rows, path in
        // One syllable that is only near says too little.
        guard path.count > 1 else { return }
        for row in rows where index.readings.length(row) == path.count {
          // In characters the ear errs more often than the hand, in letters the other way round.
          let name = Int(index.readingNames[row])
          add(name: name, .near, penalty: (query.hasLatin ? 3 : 1) + penalty, lengthDifference: 0)
        }
      }
    }
  }

  /// Names of which one word is the query but for slips.
  private mutating func addNearWords(_ allowed: Int) {
    let words = query.key.words
    guard words.count == 1, !query.hasHan else { return }
    var distance = SpellingDistance(words[0])
    let places = index.words.places.unsafeElements
    let keys = index.words.units.unsafeElements
    for row in 0..<index.words.count {
      let key = keys[Int(places[row])..<Int(places[row + 1])]
      guard let slips = distance.slips(to: key, limit: allowed) else { continue }
      for name in index.wordNames[row] {
        add(
          name: Int(name), .near, penalty: slips * 2 + 1, isAtWord: isSameStart(Int(name)),
          lengthDifference: unlikeness(of: Int(name)))
      }
    }
  }

  /// Names within so many slips of the query.
  ///
  /// - Complexity: O(*n*) in the names, about 1 ns for each that is not near.
  private func names(within limit: Int) -> [(name: Int, slips: Int)] {
    let units = query.key.units
    let signature = units.reduce(0 as UInt32) { $0 | LookupIndex.signatureBit($1) }
    var distance = SpellingDistance(units)
    var found: [(Int, Int)] = []
    let lengths = (units.count - limit)...(units.count + limit)
    let places = index.names.places.unsafeElements
    let keys = index.names.units.unsafeElements
    let signatures = index.signatures.unsafeElements
    for name in signatures.indices where lengths.contains(Int(places[name + 1] - places[name])) {
      // Each slip brings in one unit at most, and takes out one.
      let other = signatures[name]
      guard (signature & ~other).nonzeroBitCount <= limit,
        (other & ~signature).nonzeroBitCount <= limit,
        let slips = distance.slips(
          to: keys[Int(places[name])..<Int(places[name + 1])], limit: limit)
      else { continue }
      found.append((name, slips))
    }
    return found
  }

  private func isSameStart(_ name: Int) -> Bool {
    index.names.key(name).first == query.key.units.first
  }

  /// Sets names apart that are equally many slips away: fingers leave out letters and swap them
  /// more often than they hit a wrong one.
  private func unlikeness(of name: Int) -> Int {
    var left = Array(index.names.key(name))
    var foreign = 0
    for unit in query.key.units {
      if let place = left.firstIndex(of: unit) {
        left.remove(at: place)
      } else {
        foreign += 1
      }
    }
    return foreign * 16 + abs(left.count - foreign)
  }

  // MARK: Did you mean

  /// Terms that the query may have meant, the likeliest first: names for its parts, then names with
  /// more slips than are forgiven.
  func suggestions() -> [String] {
    var found: [Int] = []
    for piece in query.text.split(whereSeparator: \.isWhitespace) {
      let key = NameKey(engine.table.fold(String(piece)))
      guard key.units.count > 1, key.units.count < query.key.units.count else { continue }
      if let name = index.names.row(of: key.units) { found.append(name) }
    }
    found += farNames()
    var texts: [String] = []
    for name in found {
      guard let sense = index.senses[name].min(by: { $0.standing < $1.standing }) else { continue }
      let concept = engine.base.concept(at: Int(sense.concept))
      let text = engine.text(of: sense, in: concept)
      if !texts.contains(text) { texts.append(text) }
      if texts.count == Self.mostSuggestions { break }
    }
    return texts
  }

  private func farNames() -> [Int] {
    let units = query.key.units
    guard (2...Self.longestCompared).contains(units.count), query.hasHan || units.count > 2 else {
      return []
    }
    let allowed = LookupQuery.allowedSlips(length: units.count, hasHan: query.hasHan)
    let limit = min(4, max(allowed + 1, units.count / 3))
    // Something of the query has to stay.
    guard limit < units.count else { return [] }
    var far = LookupSearch(engine, query)
    for (name, slips) in names(within: limit) {
      far.add(
        name: name, .near, penalty: slips, isAtWord: isSameStart(name),
        lengthDifference: unlikeness(of: name))
    }
    return far.best().prefix(Self.mostSuggestions).map(\.name)
  }
}
