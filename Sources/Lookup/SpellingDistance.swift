/// How many slips of the hand lie between a query and a key: a unit too many, too few, another one,
/// or two neighbours in the wrong order.
///
/// Optimal string alignment; keeps its rows between calls.
struct SpellingDistance {
  private let query: [UInt16]
  private var beforeLast: [Int]
  private var last: [Int]
  private var row: [Int]

  init(_ query: [UInt16]) {
    self.query = query
    row = Array(0...query.count)
    last = row
    beforeLast = row
  }

  /// - Returns: `nil` where there are more than `limit`.
  /// - Complexity: O(*limit* · *n*).
  mutating func slips(
    to key: some RandomAccessCollection<UInt16>, limit: Int
  ) -> Int? {
    let count = query.count
    guard abs(key.count - count) <= limit else { return nil }
    if count == 0 { return key.count }
    let far = limit + 1
    for column in 0...count { row[column] = column <= limit ? column : far }
    var unitBefore: UInt16 = 0
    var line = 0
    for unit in key {
      line += 1
      swap(&beforeLast, &last)
      swap(&last, &row)
      // Only cells near the diagonal can stay within the limit.
      let low = max(1, line - limit)
      let high = min(count, line + limit)
      if low > high { return nil }
      row[low - 1] = low == 1 && line <= limit ? line : far
      var least = row[low - 1]
      for column in low...high {
        let other = query[column - 1]
        var cost = last[column - 1] + (other == unit ? 0 : 1)
        // The cell over the band's end was not computed in the line before.
        if column < line + limit { cost = min(cost, last[column] + 1) }
        cost = min(cost, row[column - 1] + 1)
        if line > 1, column > 1, other == unitBefore, query[column - 2] == unit {
          cost = min(cost, beforeLast[column - 2] + 1)
        }
        row[column] = min(cost, far)
        least = min(least, row[column])
      }
      if high < count { row[high + 1] = far }
      if least > limit { return nil }
      unitBefore = unit
    }
    return row[count] <= limit ? row[count] : nil
  }
}
