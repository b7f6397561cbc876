/// Memory that searches use again and again: one search at a time.
struct SearchScratch {
  /// Contents counted in one block.
  static let blockLength = 1 << 16
  /// Counters before and behind those of a block, for what a list has there.
  static let margin = PostingList.mostOvershoot
  private static let counterCount = blockLength + 2 * margin

  /// Of each text of a part its number in the query's pattern; zeros between searches.
  var numbers: [UInt32] = []
  /// Of each content of a block, behind a margin, how many probed tokens it has; zeros between blocks.
  var counters = [UInt8](repeating: 0, count: SearchScratch.counterCount)
  /// The same for queries with more than 127 probed tokens; made when the first is met.
  var wide: [UInt32] = []
  /// Contents of a block that have enough, with their counts in the high byte.
  var candidates = [UInt32](repeating: 0, count: SearchScratch.blockLength + 1)
  var candidateCount = 0
  /// Places of the counters that are not zero.
  var touched = [UInt32](repeating: 0, count: SearchScratch.counterCount + 1)
  var touchedCount = 0
  /// The candidates with the most hits first.
  var sorted = [UInt32](repeating: 0, count: SearchScratch.blockLength)
  /// The tokens of one content, as numbers of a pattern.
  var text: [UInt32] = []
  /// Those of the content that was compared last, as many as it has, and its distance.
  var comparedText: [UInt32] = []
  var comparedCount = 0
  var distance = 0

  mutating func reserveWide() {
    if wide.isEmpty { wide = [UInt32](repeating: 0, count: Self.counterCount) }
  }

  mutating func sortCandidates() {
    var places = [Int](repeating: 0, count: 257)
    unsafe sorted.withUnsafeMutableBufferPointer { sorted in
      unsafe places.withUnsafeMutableBufferPointer { places in
        for index in 0..<candidateCount { unsafe places[256 - Int(candidates[index] >> 24)] += 1 }
        for hits in 1...256 { unsafe places[hits] += places[hits - 1] }
        for index in 0..<candidateCount {
          let candidate = candidates[index]
          let bucket = 255 - Int(candidate >> 24)
          unsafe sorted[places[bucket]] = candidate
          unsafe places[bucket] += 1
        }
      }
    }
  }

  /// Makes room for the tokens of a content.
  mutating func reserveText(_ count: Int) {
    guard text.count < count || comparedText.count < count else { return }
    text = [UInt32](repeating: 0, count: count * 2 + 64)
    comparedText = text
    comparedCount = 0
  }

  mutating func reserveTexts(_ count: Int) {
    if numbers.count < count {
      numbers.append(contentsOf: repeatElement(0, count: count - numbers.count))
    }
  }
}
