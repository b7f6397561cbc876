public import TermModel

/// Where a segment stands: the segments before and behind it, its id, its document; `nil` where there
/// is none or nobody knows.
public struct SegmentContext: Hashable, Sendable {
  public var before: FlatSegment?
  public var after: FlatSegment?
  public var id: String?
  public var document: String?

  public init(
    before: FlatSegment? = nil, after: FlatSegment? = nil, id: String? = nil,
    document: String? = nil
  ) {
    self.before = before
    self.after = after
    self.id = id
    self.document = document
  }

  /// From this on two contexts are as good as the same: two of the neighbours and the id agree.
  public static let same = 4

  /// How well the two agree, from 0 to 7: 2 for each neighbour with the same tokens and for the same
  /// id, 1 for the same document.
  public func agreement(with other: SegmentContext) -> Int {
    var points = 0
    if Self.isSame(before, other.before) { points += 2 }
    if Self.isSame(after, other.after) { points += 2 }
    if let id, id == other.id { points += 2 }
    if let document, document == other.document { points += 1 }
    return points
  }

  private static func isSame(_ left: FlatSegment?, _ right: FlatSegment?) -> Bool {
    guard let left, let right else { return false }
    return left == right || FuzzyQuery(left).exact == FuzzyQuery(right).exact
  }
}
