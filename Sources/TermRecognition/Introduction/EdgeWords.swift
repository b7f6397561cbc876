import HanText
import MappedFile
import TermModel

/// The words of the lexicon round the place where a name before a bracket may begin.
struct EdgeWords {
  /// Where the name ends.
  let end: Int
  private let reach: Int
  private let low: Int
  /// By the distance from ``end``: nats of the cheapest word that ends or crosses there, and what is
  /// said of a beginning there.
  private var ending: [Float]
  private var crossing: [Float]
  private var scores: [Double]
  /// The words themselves, with their cost.
  private var words: [(range: Range<Int>, cost: Float)] = []

  init(before end: Int, reach: Int, in text: FoldedText, recogniser: Recogniser) {
    self.end = end
    self.reach = reach
    ending = [Float](repeating: .infinity, count: reach + 1)
    crossing = ending
    scores = [Double](repeating: 0, count: reach + 1)
    let classes = recogniser.classes
    var low = end
    while low > 0, end - low < reach + 4, classes.isHan(text.units[low - 1]) { low -= 1 }
    self.low = low
    var matches: [PatternMatch] = []
    recogniser.lexicon.table.appendMatches(in: text, range: low..<end, to: &matches)
    for match in matches where match.length > 1 && match.range.upperBound <= end {
      let range = match.range
      let cost = recogniser.lexicon.costs[Int(match.pattern)]
      words.append((range, cost))
      note(range, cost, isName: range.count > 1 && text.units[range].allSatisfy(classes.isSound))
    }
    for distance in 2...reach where end - distance >= 0 {
      scores[distance] = score(distance, in: text, recogniser)
    }
  }

  private mutating func note(_ range: Range<Int>, _ cost: Float, isName: Bool) {
    if end - range.upperBound <= reach {
      ending[end - range.upperBound] = min(ending[end - range.upperBound], cost)
    }
    // Foreign sounds only: it may be a part of the name.
    guard !isName else { return }
    for place in range.lowerBound + 1..<range.upperBound where end - place <= reach {
      crossing[end - place] = min(crossing[end - place], cost)
    }
  }

  private func score(_ distance: Int, in text: FoldedText, _ recogniser: Recogniser) -> Double {
    let start = end - distance
    // 是|擴增群體智慧.
    if recogniser.introductionWords.markers.word(startingAt: start, in: text) != nil { return -1.5 }
    if start == 0 || !recogniser.classes.isHan(text.units[start - 1]) { return 0.5 }
    let words = recogniser.introductionWords
    var score = 0.0
    let isTitled =
      words.roles.word(endingAt: start, in: text) != nil
      || words.kinds.word(endingAt: start, in: text) != nil
      || recogniser.contextWords[.person]?.before.word(endingAt: start, in: text) != nil
    // A title right before it marks the edge.
    if isTitled {
      score += 1
    } else if ending[distance] < .infinity {
      score += 0.3
    }
    // 控衛|莫瑞: the role's last character is not the name's first.
    for next in [start + 1, start + 2] where next < end {
      if let role = words.roles.word(endingAt: next, in: text), role.lowerBound < start {
        return score - 2
      }
    }
    if isCrossed(at: start), !isTitled { score -= 1.5 }
    return score
  }

  /// What stands before a name that begins at a place says for it, in characters of sound.
  func score(at start: Int) -> Double { end - start <= reach ? scores[end - start] : 0 }

  /// Whether a word crosses a place that is more likely than one that ends there.
  func isCrossed(at place: Int) -> Bool {
    let distance = end - place
    return distance <= reach && crossing[distance] < ending[distance]
  }

  /// Whether a stretch is a word, or nothing but words of two characters and more.
  func isOrdinary(_ range: Range<Int>) -> Bool {
    var reached: Set<Int> = [range.lowerBound]
    for word in words.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where reached.contains(word.range.lowerBound) && word.cost < Self.rare {
      reached.insert(word.range.upperBound)
    }
    return reached.contains(range.upperBound)
  }

  /// Whether the last characters of a longer stretch are a word: 級|會議.
  func endsInOrdinaryWord(_ range: Range<Int>) -> Bool {
    words.contains {
      $0.range.upperBound == range.upperBound && $0.range.lowerBound >= range.lowerBound
        && $0.cost < Self.common
    }
  }

  /// Nats; a word of the list that was hardly ever seen, and one that is met every day.
  private static let rare: Float = 16.5
  private static let common: Float = 12
}
