/// How like two segments are, from 0 to 100 points, kept as a fraction so that comparing is exact.
///
///     MatchScore(distance: 1, of: 3).percent   // 66.66…
///
/// The points are 100·(*max* − *d*)/*max* less the penalties, and never below 0, where *d* is the
/// least number of tokens to put in, take out or replace, and *max* the number of tokens of the
/// longer segment. Two segments without tokens have nothing in common: 0.
public struct MatchScore: Hashable, Sendable, Comparable {
  /// Hundredths of a point, times ``length``.
  private(set) var scaled: Int64
  /// Tokens of the longer segment, at least 1.
  let length: Int64

  /// - Parameter penalty: in hundredths of a point.
  public init(distance: Int, of length: Int, penalty: Int = 0) {
    precondition(distance >= 0 && distance <= max(length, 1), "a distance is at most the length")
    self.length = Int64(max(length, 1))
    let points = 10_000 * (Int64(length) - Int64(distance)) - Int64(penalty) * self.length
    scaled = max(0, points)
  }

  /// This score with so many hundredths of a point more taken off.
  func less(_ penalty: Int) -> MatchScore {
    var score = self
    score.scaled = max(0, scaled - Int64(penalty) * length)
    return score
  }

  /// A whole number of hundredths of a point.
  public init(hundredths: Int) {
    scaled = Int64(max(0, hundredths))
    length = 1
  }

  /// Points, from 0 to 100.
  public var percent: Double { Double(scaled) / Double(length) / 100 }

  public static func < (left: MatchScore, right: MatchScore) -> Bool {
    left.scaled * right.length < right.scaled * left.length
  }

  public static func == (left: MatchScore, right: MatchScore) -> Bool {
    left.scaled * right.length == right.scaled * left.length
  }

  public func hash(into hasher: inout Hasher) {
    // Equal fractions have one lowest form.
    var left = scaled
    var right = length
    while right != 0 { (left, right) = (right, left % right) }
    hasher.combine(scaled / max(left, 1))
    hasher.combine(length / max(left, 1))
  }

  /// The greatest distance at which a segment of this length can still have the score, or -1.
  func greatestDistance(of length: Int, penalty: Int) -> Int {
    let length = Int64(length)
    // 10000·(length − d) − penalty·length ≥ scaled/self.length·length
    let spare = (10_000 - Int64(penalty)) * length * self.length - scaled * length
    return spare < 0 ? -1 : Int(spare / (10_000 * self.length))
  }
}
