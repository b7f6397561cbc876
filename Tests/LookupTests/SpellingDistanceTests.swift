import TestSupport
import Testing

@testable import Lookup

@Suite struct SpellingDistanceTests {
  /// The definition, without any cleverness: the judge.
  private func naive(_ left: [UInt16], _ right: [UInt16]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in 0...left.count {
      for j in 0...right.count {
        if i == 0 || j == 0 {
          rows[i][j] = max(i, j)
          continue
        }
        let change = rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        rows[i][j] = min(change, rows[i - 1][j] + 1, rows[i][j - 1] + 1)
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[left.count][right.count]
  }

  @Test(arguments: [
    ("nvida", "nvidia", 1), ("nvidai", "nvidia", 1), ("macorn", "macron", 1), ("abc", "abc", 0),
    ("ab", "ba", 1), ("", "ab", 2), ("ca", "abc", 3),
  ])
  func `slips are counted`(one: String, other: String, slips: Int) {
    var distance = SpellingDistance(Array(one.utf16))
    #expect(distance.slips(to: Array(other.utf16), limit: 4) == slips)
    #expect(distance.slips(to: Array(other.utf16), limit: slips) == slips)
    if slips > 0 { #expect(distance.slips(to: Array(other.utf16), limit: slips - 1) == nil) }
  }

  @Test func `the banded count is the plain count`() {
    var generator = SeededGenerator.printed()
    for _ in 0..<3_000 {
      let query = word(&generator)
      var distance = SpellingDistance(query)
      for _ in 0..<3 {
        let key = word(&generator)
        let limit = Int.random(in: 0...4, using: &generator)
        let slips = naive(query, key)
        #expect(
          distance.slips(to: key, limit: limit) == (slips <= limit ? slips : nil),
          "\(query) \(key) within \(limit)")
      }
    }
  }

  private func word(_ generator: inout SeededGenerator) -> [UInt16] {
    (0..<Int.random(in: 0...9, using: &generator)).map { _ in
      UInt16.random(in: 97...99, using: &generator)
    }
  }
}
