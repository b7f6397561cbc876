/// Units that an index still has and the store has no more.
public struct RemovedUnits: Hashable, Sendable {
  /// In order, without overlap.
  private var ranges: [Range<Int64>] = []

  public init() {}

  public init(_ units: some Sequence<Int64>) { insert(units.map { $0..<$0 + 1 }) }

  public init(ranges: some Sequence<Range<Int64>>) { insert(ranges) }

  /// - Complexity: O(*n* log *n*) in all ranges.
  public mutating func insert(_ more: some Sequence<Range<Int64>>) {
    var joined: [Range<Int64>] = []
    for range in (ranges + more).sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty
    {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    ranges = joined
  }

  /// - Complexity: O(log *n*).
  public func contains(_ unit: Int64) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= unit { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(unit)
  }

  /// How many of these units went.
  ///
  /// - Complexity: O(*n*).
  public func count(in units: Range<Int64>) -> Int {
    ranges.reduce(0) { $0 + $1.clamped(to: units).count }
  }
}
