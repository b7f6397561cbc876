import HanText

/// Goes through the rows of readings along all paths of a lattice at once.
struct ReadingWalk {
  private let lattice: ReadingLattice
  private let index: LookupIndex
  /// Whether syllables that sound near are taken for each other.
  private let takesNear: Bool
  /// Steps that are left: no query is worth more.
  private var steps = 10_000
  private var path: [ReadingLattice.Edge] = []

  init(_ lattice: ReadingLattice, _ index: LookupIndex, takesNear: Bool = false) {
    self.lattice = lattice
    self.index = index
    self.takesNear = takesNear
  }

  /// Gives the rows that begin with the syllables of a path, and the path.
  mutating func run(_ body: (Range<Int>, [ReadingLattice.Edge]) -> Void) {
    path.removeAll()
    walk(from: 0, among: 0..<index.readings.count, body)
  }

  private mutating func walk(
    from place: Int, among rows: Range<Int>, _ body: (Range<Int>, [ReadingLattice.Edge]) -> Void
  ) {
    if place == lattice.length { return body(rows, path) }
    for edge in lattice.edges[place] {
      for syllable in takesNear ? edge.syllable.near : [edge.syllable] {
        guard steps > 0 else { return }
        steps -= 1
        let narrowed = index.readingRows(rows, at: path.count, syllable: syllable.number)
        if narrowed.isEmpty { continue }
        path.append(edge)
        walk(from: edge.end, among: narrowed, body)
        path.removeLast()
      }
    }
  }
}
