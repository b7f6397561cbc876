import HanText
import MappedFile

extension LookupSearch {
  /// The ways to read the query, each with how unlikely it is.
  var lattices: [(lattice: ReadingLattice, penalty: Int)] {
    // Wade-Giles parts syllables with hyphens.
    let isWadeGiles = query.text.contains("-")
    let systems: [(Romanisation, Int)] =
      query.hasLatin
      ? [
        (.hanyu, isWadeGiles ? 1 : 0), (.tongyong, isWadeGiles ? 2 : 1),
        (.wadeGiles, isWadeGiles ? 0 : 2),
      ] : [(.hanyu, 0)]
    return systems.compactMap { system, penalty in
      ReadingLattice(query.text, as: system, table: engine.readings).map { ($0, penalty) }
    }
  }

  /// Names that sound like the query.
  ///
  /// - Parameter asStart: whether those are taken too that go on behind it.
  mutating func addReadings(asStart: Bool) {
    for (lattice, penalty) in lattices {
      var walk = ReadingWalk(lattice, index)
      walk.run { rows, path in
        for row in rows {
          let more = index.readings.length(row) - path.count
          guard more == 0 || asStart else { continue }
          let given = path.filter { !$0.tones.isEmpty }.count
          let wrong = wrongTones(path, row: row)
          let isLoose = path.contains(where: \.isLoose)
          let tier: Tier =
            more > 0
            ? .readingStart
            : isLoose ? .looseReading : given > 0 && wrong == 0 ? .readingWithTones : .reading
          add(
            name: Int(index.readingNames[row]), tier,
            penalty: penalty + (isLoose ? 1 : 0) + min(wrong, 8) * 4, lengthDifference: more)
        }
      }
    }
  }

  private func wrongTones(_ path: [ReadingLattice.Edge], row: Int) -> Int {
    let start = Int(index.readings.places[row])
    return path.indices.count {
      let tones = Reading(packed: index.readings.units[start + $0]).tones
      return !path[$0].tones.isEmpty && path[$0].tones.isDisjoint(with: tones)
    }
  }

  /// Names that sound like the query from their second syllable on, or later.
  mutating func addReadingParts() {
    for (lattice, penalty) in lattices {
      var starts = [Bool](repeating: false, count: 2_048)
      for edge in lattice.edges[0] { starts[Int(edge.syllable.number)] = true }
      // One syllable alone is in too many names.
      guard !lattice.edges[0].contains(where: { $0.end == lattice.length }) else { continue }
      var found: [(row: Int, length: Int)] = []
      let units = index.readings.units.unsafeElements
      let places = index.readings.places.unsafeElements
      for row in 0..<index.readings.count {
        let start = Int(places[row])
        let end = Int(places[row + 1])
        for place in start + 1..<max(start + 1, end)
        where starts[Int(units[place] >> 5)] && Self.reads(lattice, from: 0, units[place..<end]) {
          found.append((row, end - start))
        }
      }
      for (row, length) in found {
        add(
          name: Int(index.readingNames[row]), .readingPart, penalty: penalty,
          lengthDifference: length - 1)
      }
    }
  }

  /// Whether the syllables begin as the lattice from `place` to its end reads.
  private static func reads(
    _ lattice: ReadingLattice, from place: Int, _ syllables: Slice<UnsafeBufferPointer<UInt16>>
  ) -> Bool {
    if place == lattice.length { return true }
    guard let first = syllables.first else { return false }
    return lattice.edges[place].contains {
      $0.syllable.number == first >> 5 && reads(lattice, from: $0.end, syllables.dropFirst())
    }
  }
}
