/// How a query meets a name, the best way first.
enum Tier: UInt64 {
  case exact
  case prefix
  case readingWithTones
  case reading
  /// The query ends inside a word of a name of a wide list.
  case innerPrefix
  case initials
  case part
  /// A sound that the query may mean if a sign was left out of it.
  case looseReading
  case readingStart
  case readingPart
  case near

  var match: LookupMatch {
    switch self {
    case .exact: .exact
    case .prefix, .innerPrefix: .prefix
    case .readingWithTones, .reading, .looseReading, .readingStart, .readingPart: .reading
    case .initials: .initials
    case .part: .part
    case .near: .near
    }
  }
}

/// A concept that answers a query by one of its names.
struct Candidate {
  /// In the order of results, apart from ties.
  var order: UInt64
  var tier: Tier
  var name: Int
  var sense: NameSense

  static func < (left: Self, right: Self) -> Bool {
    (left.order, left.sense.concept) < (right.order, right.sense.concept)
  }

  /// - Parameters:
  ///   - penalty: within the tier: slips, tones that differ, an unlikely spelling.
  ///   - lengthDifference: between query and name, in units, or what else tells how like they are.
  init(
    tier: Tier, penalty: Int, layer: UInt8, isFamiliar: Bool, isAtWord: Bool,
    lengthDifference: Int, name: Int, sense: NameSense
  ) {
    var order = tier.rawValue << 8 | UInt64(clamping: penalty)
    order = order << 8 | UInt64(layer)
    order = order << 8 | UInt64(sense.standing)
    order = order << 1 | (isFamiliar ? 0 : 1)
    order = order << 1 | (isAtWord ? 0 : 1)
    order = order << 8 | UInt64(min(255, abs(lengthDifference)))
    self.order = order
    self.tier = tier
    self.name = name
    self.sense = sense
  }
}
