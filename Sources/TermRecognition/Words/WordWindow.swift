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
  /// A family name right before a title is a word seen this often.
  static let familyCount = 1_500.0
  /// Nats that a doubled character costs as a word over an edge of the name.
  static let doubling: Float = 3
  /// Nats that a function word among the characters of a person's name costs.
  static let functionWordInName: Float = 2
  /// Nats that a person costs more whose family name is the last character of the name.
  static let lateName: Float = 2
  /// A run of Chinese numerals is a word seen this often.
  static let numeralCount = 4_000.0

  /// A word from `start` to `end` of the window.
  private struct Edge {
    var start: Int
    var end: Int
    var cost: Float
    /// The next edge with this start; -1 for none.
    var next: Int32
  }

  /// Costs that are the same in all windows, in nats.
  private struct Prices {
    var unknown: Float
    var person: Float
    var numeral: Float
    var family: Float
    var name: Float
  }

  private let lexicon: WordLexicon
  private let classes: CharacterClasses
  private let titles: FormSet
  private var matches: [PatternMatch] = []
  private let prices: Prices
  private var edges: [Edge] = []
  /// By start, the first edge and the last; -1 for none.
  private var first: [Int32] = []
  private var last: [Int32] = []
  private var costs: [SIMD4<Float>] = []
  private var came: [SIMD4<Int32>] = []

  init(lexicon: WordLexicon, classes: CharacterClasses, titles: FormSet) {
    self.titles = titles
    prices = Prices(
      unknown: lexicon.unknownCharacterCost, person: lexicon.cost(ofCount: Self.personCount),
      numeral: lexicon.cost(ofCount: Self.numeralCount),
      family: lexicon.cost(ofCount: Self.familyCount), name: lexicon.cost(ofCount: Self.nameCount))
    self.lexicon = lexicon
    self.classes = classes
  }

  /// The margins of a name at `range` of the text.
  ///
  /// - Parameter names: other names found near, as ranges of the text; they count as words.
  /// - Complexity: O(reach · longest word), about 1 µs.
  mutating func margin(
    of range: Range<Int>, in text: FoldedText, names: [Range<Int>]
  ) -> CrossingMargin {
    var low = range.lowerBound
    while low > 0, range.lowerBound - low < Self.reach, classes.isHan(text.units[low - 1]) {
      low -= 1
    }
    var high = range.upperBound
    while high < text.count, high - range.upperBound < Self.reach, classes.isHan(text.units[high]) {
      high += 1
    }
    let window = low..<high
    matches.removeAll(keepingCapacity: true)
    // What begins behind the name crosses nothing: it is looked for only where something else does.
    lexicon.table.appendMatches(in: text, range: low..<range.upperBound, to: &matches)
    guard hasRival(of: range, in: window, of: text, names: names) else { return CrossingMargin() }
    lexicon.table.appendMatches(in: text, range: range.upperBound..<high, to: &matches)
    collectEdges(of: text, in: window, name: range, names: names)
    return cheapestPaths(
      count: window.count, name: range.lowerBound - low..<range.upperBound - low, at: low)
  }

  /// Whether any word of the window crosses an edge of the name or covers it and more.
  private func hasRival(
    of name: Range<Int>, in window: Range<Int>, of text: FoldedText, names: [Range<Int>]
  ) -> Bool {
    let low = name.lowerBound
    let high = name.upperBound
    for match in matches {
      let start = Int(match.start)
      let end = start + Int(match.length)
      if end <= window.upperBound, Self.isRival(start, end, name) { return true }
    }
    for other in names where window.lowerBound <= other.lowerBound && other.upperBound <= window.upperBound {
      if Self.isRival(other.lowerBound, other.upperBound, name) { return true }
    }
    for start in max(window.lowerBound, low - 2)..<low
    where start + 3 <= window.upperBound && mayBeFamilyName(start, in: text) {
      return true
    }
    if beginsPersonWithLast(of: name, in: text), high + 2 <= window.upperBound { return true }
    func isNumeral(_ place: Int) -> Bool {
      window.contains(place) && classes.isNumeral(text.units[place])
    }
    return (isNumeral(low - 1) && isNumeral(low)) || (isNumeral(high - 1) && isNumeral(high))
  }

  /// Whether a unit is a family name, and no number's unit: 100|萬.
  private func mayBeFamilyName(_ place: Int, in text: FoldedText) -> Bool {
    let unit = text.units[place]
    guard classes.isSurname(unit) else { return false }
    guard place > 0, classes.isNumeral(unit) else { return true }
    let isSpaced = place > 1 && text.units[place - 1] == FoldTable.separator
    let before = text.units[isSpaced ? place - 2 : place - 1]
    return !(classes.isNumeral(before) || (0x30...0x39).contains(before))
  }

  /// Whether the last unit of a name of two or more may be the family name of a person behind it.
  private func beginsPersonWithLast(of name: Range<Int>, in text: FoldedText) -> Bool {
    let last = name.upperBound - 1
    return last > name.lowerBound && mayBeFamilyName(last, in: text)
      && text.units[last + 1] != text.units[last]
  }

  private mutating func collectEdges(
    of text: FoldedText, in window: Range<Int>, name: Range<Int>, names: [Range<Int>]
  ) {
    let low = window.lowerBound
    clear(count: window.count)
    for match in matches where match.range.upperBound <= window.upperBound {
      var cost = lexicon.costs[Int(match.pattern)]
      // 美光|光是: a doubled character over the end of a name is rather two words' edges.
      if match.length == 2, Int(match.start) + 1 == name.upperBound,
        text.units[Int(match.start)] == text.units[name.upperBound]
      {
        cost += Self.doubling
      }
      add(Int(match.start) - low, match.range.upperBound - low, cost)
    }
    for index in window {
      let unit = text.units[index]
      add(index - low, index + 1 - low, min(prices.unknown, lexicon.characterCosts[Int(unit)]))
      // A person who begins before the name, or rarely with its last character: 研究員|林宜靜.
      let isLast = index == name.upperBound - 1 && beginsPersonWithLast(of: name, in: text)
      if isLast || (index < name.lowerBound && mayBeFamilyName(index, in: text)),
        index + 3 <= window.upperBound
      {
        // 向勞動, 江及澎: a preposition is hardly a family name, nor is a given name made of such words.
        var cost = isLast ? prices.person + Self.lateName : prices.person
        for place in index..<index + 3 where lexicon.isFunctionWord(text.units[place]) {
          cost += Self.functionWordInName
        }
        add(index - low, index + 3 - low, cost)
      }
      if classes.isNumeral(unit), index == low || !classes.isNumeral(text.units[index - 1]) {
        var end = index + 1
        while end < window.upperBound, classes.isNumeral(text.units[end]) {
          end += 1
          add(index - low, end - low, prices.numeral)
        }
      }
      // A family name before a title: 蔡|司長.
      if index + 1 < window.upperBound, classes.isSurname(unit),
        titles.word(startingAt: index + 1, in: text) != nil
      {
        add(index - low, index + 1 - low, prices.family)
      }
    }
    // Behind the name also one of two characters: 本田|田口|廠長.
    let title = name.upperBound + 2
    if title < window.upperBound, titles.word(startingAt: title, in: text) != nil {
      add(name.upperBound - low, title - low, prices.person)
    }
    add(name.lowerBound - low, name.upperBound - low, prices.name)
    for other in names
    where other != name && other.lowerBound >= low && other.upperBound <= window.upperBound {
      add(other.lowerBound - low, other.upperBound - low, prices.name)
    }
  }

  private mutating func clear(count: Int) {
    edges.removeAll(keepingCapacity: true)
    first.removeAll(keepingCapacity: true)
    first.append(contentsOf: repeatElement(-1, count: count + 1))
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: repeatElement(-1, count: count + 1))
  }

  private mutating func add(_ start: Int, _ end: Int, _ cost: Float) {
    let number = Int32(edges.count)
    edges.append(Edge(start: start, end: end, cost: cost, next: -1))
    if last[start] >= 0 { edges[Int(last[start])].next = number } else { first[start] = number }
    last[start] = number
  }

  /// Whether a word goes over exactly one end of a name.
  private static func crosses(_ start: Int, _ end: Int, _ name: Range<Int>) -> Bool {
    (start < name.lowerBound && name.lowerBound < end && end < name.upperBound)
      || (name.lowerBound < start && start < name.upperBound && name.upperBound < end)
  }

  private static func covers(_ start: Int, _ end: Int, _ name: Range<Int>) -> Bool {
    start <= name.lowerBound && name.upperBound <= end && end - start > name.count
  }

  private static func isRival(_ start: Int, _ end: Int, _ name: Range<Int>) -> Bool {
    crosses(start, end, name) || covers(start, end, name)
  }

  /// States of a path: 0 no word has crossed or covered; 1 one has crossed; 2 one has covered.
  private mutating func cheapestPaths(count: Int, name: Range<Int>, at low: Int) -> CrossingMargin {
    let infinity = Float.infinity
    costs.removeAll(keepingCapacity: true)
    costs.append(contentsOf: repeatElement(SIMD4(repeating: infinity), count: count + 1))
    came.removeAll(keepingCapacity: true)
    came.append(contentsOf: repeatElement(SIMD4(repeating: -1), count: count + 1))
    costs[0][0] = 0
    for start in 0..<count {
      var number = first[start]
      while number >= 0 {
        let edge = edges[Int(number)]
        let crosses = Self.crosses(edge.start, edge.end, name)
        let covers = Self.covers(edge.start, edge.end, name)
        for state in 0..<3 {
          let before = costs[start][state]
          guard before < infinity else { continue }
          let next = crosses ? (state == 2 ? 3 : 1) : covers ? (state == 1 ? 3 : 2) : state
          guard next < 3 else { continue }
          let cost = before + edge.cost
          if cost < costs[edge.end][next] {
            costs[edge.end][next] = cost
            came[edge.end][next] = number * 4 + Int32(state)
          }
        }
        number = edge.next
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
