import MappedFile
import TermModel
import TestSupport
import Testing

@testable import TranslationMemory

struct PostingListTests {
  /// A part in which "x" stands in these contents, in order of length, of many.
  private func part(_ places: Set<Int>, of count: Int) throws -> IndexPart {
    try FuzzySearchTests.part(
      (0..<count).map { place in
        // Contents of a length lie in the order in which they come.
        let text = "w\(place) " + (places.contains(place) ? "x" : "y")
        return MemorySegment(unit: Int64(place + 1), variant: 0, segment: FlatSegment(text))
      })
  }

  @Test(arguments: [1, 3, 100, 254, 255, 256, 1_000, 5_000])
  func `a list gives the postings of any range, and else no more than the margin`(_ gap: Int) throws
  {
    var generator = SeededGenerator.printed()
    let count = 40_000
    var places: Set<Int> = []
    // Neither the beginning nor the end is reached.
    var place = gap
    while place < count - 2 * gap {
      places.insert(place)
      place += Int.random(in: 1...max(1, 2 * gap - 1), using: &generator)
    }
    let part = try part(places, of: count)
    let list = part.list(of: part.id(of: Array("x".utf8)))
    #expect(list.count == places.count)
    #expect(list.isShort == (gap > 600))
    let bytes = unsafe part.postings.unsafeElements.baseAddress!
    for _ in 0..<300 {
      let from = Int.random(in: 0...count, using: &generator)
      let range = from..<min(count, from + Int.random(in: 0...count / 2, using: &generator))
      var found: [Int] = []
      var isInMargin = true
      let run = try part.postings(of: list, in: range)
      unsafe run.forEach(bytes) { content, isPosting in
        let content = Int(content)
        let margin = PostingList.mostOvershoot
        if content < range.lowerBound - margin || content >= range.upperBound + margin {
          isInMargin = false
        }
        if isPosting, range.contains(content) { found.append(content) }
      }
      #expect(found == places.filter(range.contains).sorted())
      #expect(isInMargin)
    }
  }
}
