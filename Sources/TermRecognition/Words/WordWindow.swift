import HanText
import MappedFile

/// The words that can stand around a name, and the cheapest ways through them.
///
/// One value is used for all candidates of a document, so that its memory is allocated once.
struct WordWindow {
  /// Units looked at to each side of a name.
  static let reach = 7
  static let nameCount = 20.0
  /// A family name with two characters behind it is a person, about as often as a word seen 0.6 times.
  static let personCount = 0.6
  /// A run of Chinese numerals is a word seen this often.
  static let numeralCount = 4_000.0

  /// A word from `start` to `end` of the window.
  private struct Edge {
    var start: Int
    var end: Int
    var cost: Float
  }

  private let lexicon: WordLexicon
  private let classes: CharacterClasses
  private var matches: [PatternMatch] = []
  private var edges: [Edge] = []
  private var costs: [SIMD4<Float>] = []
  private var came: [SIMD4<Int32>] = []

  init(lexicon: WordLexicon, classes: CharacterClasses) {
    self.lexicon = lexicon
    self.classes = classes
  }

  /// The margins of a name at `range` of the text.
  ///
  /// - Parameter names: other names found near, as ranges of the text; they count as words.
  /// - Complexity: O(reach · longest word), about 1 µs.
  mutating func margin(
    of range: Range<Int>, in text: FoldedText, names: some Sequence<Range<Int>>
  ) -> CrossingMargin {
    var low = range.lowerBound
    while low > 0, range.lowerBound - low < Self.reach, classes.isHan(text.units[low - 1]) {
      low -= 1
    }
    var high = range.upperBound
    while high < text.count, high - range.upperBound < Self.reach, classes.isHan(text.units[high]) {
      high += 1
    }
    collectEdges(of: text, in: low..<high, name: range, names: names)
    return cheapestPaths(count: high - low, name: range.lowerBound - low..<range.upperBound - low, at: low)
  }

  private mutating func collectEdges(
    of text: FoldedText, in window: Range<Int>, name: Range<Int>, names: some Sequence<Range<Int>>
  ) {
    let low = window.lowerBound
    edges.removeAll(keepingCapacity: true)
    matches.removeAll(keepingCapacity: true)
    lexicon.table.appendMatches(in: text, range: window, to: &matches)
    for match in matches where match.range.upperBound <= window.upperBound {
      edges.append(
        Edge(
          start: Int(match.start) - low, end: match.range.upperBound - low,
          cost: lexicon.costs[Int(match.pattern)]))
    }
    let unknown = lexicon.unknownCharacterCost
    let person = lexicon.cost(ofCount: Self.personCount)
    let numeral = lexicon.cost(ofCount: Self.numeralCount)
    var index = window.lowerBound
    while index < window.upperBound {
      edges.append(Edge(start: index - low, end: index + 1 - low, cost: unknown))
      // Only a person who begins before the name: its last character is hardly a family name.
      if index < name.lowerBound, classes.isSurname(text.units[index]), index + 3 <= window.upperBound {
        edges.append(Edge(start: index - low, end: index + 3 - low, cost: person))
      }
      if classes.isNumeral(text.units[index]),
        index == window.lowerBound || !classes.isNumeral(text.units[index - 1])
      {
        var end = index + 1
        while end < window.upperBound, classes.isNumeral(text.units[end]) {
          end += 1
          edges.append(Edge(start: index - low, end: end - low, cost: numeral))
        }
      }
      index += 1
    }
    let nameCost = lexicon.cost(ofCount: Self.nameCount)
    edges.append(Edge(start: name.lowerBound - low, end: name.upperBound - low, cost: nameCost))
    for other in names
    where other != name && other.lowerBound >= low && other.upperBound <= window.upperBound {
      edges.append(Edge(start: other.lowerBound - low, end: other.upperBound - low, cost: nameCost))
    }
    edges.sort { $0.start < $1.start }
  }

  /// States of a path: 0 no word has crossed or covered; 1 one has crossed; 2 one has covered.
  private mutating func cheapestPaths(count: Int, name: Range<Int>, at low: Int) -> CrossingMargin {
    let infinity = Float.infinity
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(SIMD4(repeating: infinity), count: count + 1))
    came.removeAll(keepingCapacity: true)
    came.append(contentsOf: repeatElement(SIMD4(repeating: -1), count: count + 1))
    costs[0][0] = 0
    for (number, edge) in edges.enumerated() {
      let crosses =
        (edge.start < name.lowerBound && name.lowerBound < edge.end && edge.end < name.upperBound)
        || (name.lowerBound < edge.start && edge.start < name.upperBound && name.upperBound < edge.end)
      let covers =
        edge.start <= name.lowerBound && name.upperBound <= edge.end
        && edge.end - edge.start > name.count
      for state in 0..<3 {
        let before = costs[edge.start][state]
        guard before < infinity else { continue }
        let next = crosses ? (state == 2 ? 3 : 1) : covers ? (state == 1 ? 3 : 2) : state
        guard next < 3 else { continue }
        let cost = before + edge.cost
        if cost < costs[edge.end][next] {
          costs[edge.end][next] = cost
          came[edge.end][next] = Int32(number * 4 + state)
        }
      }
    }
    var margin = CrossingMargin()
    let inside = costs[count][0]
    margin.crossing = costs[count][1] - inside
    margin.covering = costs[count][2] - inside
    margin.crossingWord = word(reaching: 1, count: count, at: low)
    margin.coveringWord = word(reaching: 2, count: count, at: low)
    return margin
  }

  /// The word that brought the best path into a state.
  private func word(reaching state: Int, count: Int, at low: Int) -> Range<Int>? {
    guard costs[count][state] < .infinity else { return nil }
    var place = count
    var now = state
    var found: Range<Int>?
    while place > 0 {
      let step = Int(came[place][now])
      guard step >= 0 else { return found }
      let edge = edges[step / 4]
      if step % 4 != now { found = low + edge.start..<low + edge.end }
      now = step % 4
      place = edge.start
    }
    return found
  }
}
