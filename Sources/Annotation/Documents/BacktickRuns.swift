/// The runs of backticks of a paragraph, each with the next one of its length.
///
/// - SeeAlso: CommonMark 0.31.2, 6.1 "Code spans".
struct BacktickRuns {
  private var starts: [Int] = []
  /// Behind the closing run; 0 where there is none.
  private var ends: [Int] = []
  private var next = 0

  /// - Complexity: O(*n*).
  init(in bytes: [UInt8], _ range: Range<Int>) {
    var lengths: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "`") else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index] == UInt8(ascii: "`") { index += 1 }
      starts.append(start)
      lengths.append(index - start)
    }
    ends = [Int](repeating: 0, count: starts.count)
    var last: [Int: Int] = [:]
    for run in starts.indices.reversed() {
      ends[run] = last[lengths[run]] ?? 0
      last[lengths[run]] = starts[run] + lengths[run]
    }
  }

  /// Where the code span ends that a run at `start` opens; asked for ever later places.
  mutating func end(openedAt start: Int) -> Int? {
    while next < starts.count, starts[next] < start { next += 1 }
    guard next < starts.count, starts[next] == start, ends[next] > 0 else { return nil }
    return ends[next]
  }
}
