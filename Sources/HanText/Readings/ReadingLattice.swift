/// Every way to read a text as syllables: the splits of pinyin, the readings of characters.
///
///     let lattice = ReadingLattice("xian", as: .hanyu)!
///     lattice.sequences(limit: 9).map { $0.map(\.syllable.hanyu) }   // [["xian"], ["xi", "an"]]
///
/// Latin letters, zhuyin and Han characters may be mixed. A space, a hyphen or a tone ends a
/// syllable, and so does an apostrophe, which in Wade-Giles follows a consonant as well.
public struct ReadingLattice: Sendable {
  /// A syllable that can stand between two places of the text.
  public struct Edge: Hashable, Sendable {
    public var syllable: Syllable
    /// What the text says of the tone; empty where it says nothing.
    public var tones: Tones
    /// The place behind it.
    public var end: Int
    /// Whether the spelling leaves out a sign that should be there.
    public var isLoose: Bool
  }

  /// The edges that begin at each place and from which the end can be reached.
  public private(set) var edges: [[Edge]]
  /// The place behind the last letter.
  public var length: Int { edges.count }

  /// - Parameters:
  ///   - romanisation: how Latin letters are taken.
  ///   - table: the readings of Han characters; without it, none are taken.
  /// - Returns: `nil` where the text as a whole cannot be syllables.
  /// - Complexity: O(*n*).
  public init?(_ text: String, as romanisation: Romanisation, table: ReadingTable? = nil) {
    guard let cells = ReadingCell.cells(of: text, table: table), !cells.isEmpty else { return nil }
    edges = Array(repeating: [], count: cells.count)
    let hasZhuyinTones = cells.contains { $0.isZhuyin && !($0.tones.union($0.tonesBefore)).isEmpty }
    var reachesEnd = [Bool](repeating: false, count: cells.count + 1)
    reachesEnd[cells.count] = true
    for place in cells.indices.reversed() {
      switch cells[place].kind {
      case .han(let readings):
        edges[place] = readings.map {
          Edge(syllable: $0.syllable, tones: $0.tones, end: place + 1, isLoose: false)
        }
      case .zhuyin:
        edges[place] = Self.zhuyinEdges(
          cells, from: place, unmarked: hasZhuyinTones ? Tones(1) : [])
      case .letter:
        edges[place] = Self.latinEdges(cells, from: place, as: romanisation)
      }
      edges[place].removeAll { !reachesEnd[$0.end] }
      reachesEnd[place] = !edges[place].isEmpty
    }
    guard reachesEnd[0] else { return nil }
  }

  /// Every sequence of readings that the whole text can be, at most `limit` of them.
  public func sequences(limit: Int) -> [[Reading]] {
    var found: [[Reading]] = []
    var path: [Reading] = []
    func walk(_ place: Int) {
      guard found.count < limit else { return }
      if place == length { return found.append(path) }
      for edge in edges[place] {
        path.append(Reading(edge.syllable, edge.tones))
        walk(edge.end)
        path.removeLast()
      }
    }
    walk(0)
    return found
  }

  private static func latinEdges(
    _ cells: [ReadingCell], from start: Int, as romanisation: Romanisation
  ) -> [Edge] {
    var edges: [Edge] = []
    var letters: [UInt8] = []
    var tones: Tones = []
    for place in start..<cells.count {
      let cell = cells[place]
      guard case .letter(let letter) = cell.kind else { break }
      if place > start {
        if cell.startsSyllable || cells[place - 1].endsSyllable { break }
        if cell.followsApostrophe {
          guard romanisation == .wadeGiles else { break }
          letters.append(UInt8(ascii: "'"))
        }
      }
      letters.append(letter)
      if letters.count > Romanisation.longestSpelling { break }
      if !cell.tones.isEmpty {
        if !tones.isEmpty { break }
        tones = cell.tones
      }
      for meaning in romanisation.meanings(of: Romanisation.pack(letters)) {
        edges.append(
          Edge(
            syllable: meaning.syllable, tones: tones, end: place + 1, isLoose: meaning.isLoose))
      }
    }
    return edges
  }

  private static func zhuyinEdges(
    _ cells: [ReadingCell], from start: Int, unmarked: Tones
  ) -> [Edge] {
    var edges: [Edge] = []
    var initial = 0
    var medial = 0
    var rime = 0
    for place in start..<min(start + 3, cells.count) {
      let cell = cells[place]
      if place > start, cell.startsSyllable || cells[place - 1].endsSyllable { break }
      switch cell.kind {
      case .zhuyin(.initial(let found)) where place == start: initial = found
      case .zhuyin(.medial(let found)) where medial + rime == 0: medial = found
      case .zhuyin(.rime(let found)) where rime == 0: rime = found
      default: return edges
      }
      let syllable = Syllable(initial: initial, medial: medial, rime: rime)
      guard syllable.isSpoken else { continue }
      let marked = cell.tones.union(cells[start].tonesBefore)
      edges.append(
        Edge(
          syllable: syllable, tones: marked.isEmpty ? unmarked : marked, end: place + 1,
          isLoose: false))
    }
    return edges
  }
}
