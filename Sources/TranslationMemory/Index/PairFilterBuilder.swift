/// Where the bits of a ``PairFilter`` go while it is written.
struct PairFilterBuilder {
  /// Where each block begins in the words, and the end.
  let starts: [UInt32]
  private let contents: Int
  private var start = 0
  private var rowCount = 0
  private var rowLength = 0

  /// - Parameter rows: of all contents in order, and one more.
  init(_ rows: [IndexRow]) {
    contents = rows.count - 1
    var starts: [UInt32] = [0]
    for content in stride(from: 0, to: contents, by: PairFilter.blockLength) {
      let block = rows[content..<min(content + PairFilter.blockLength, contents)]
      // About as many pairs as tokens.
      let pairs = block.reduce(0) { $0 + Int($1.count) } / block.count
      let rowCount = max(PairFilter.fewestRows, pairs * PairFilter.rowsForPair)
      let length = PairFilter.rowLength(from: content, of: contents)
      starts.append(starts[starts.count - 1] + UInt32(rowCount * length))
    }
    self.starts = starts
  }

  var wordCount: Int { Int(starts[starts.count - 1]) }

  /// Goes on to the block in which a content is.
  mutating func enterBlock(of content: Int) {
    let block = content / PairFilter.blockLength
    start = Int(starts[block])
    rowLength = PairFilter.rowLength(from: block * PairFilter.blockLength, of: contents)
    rowCount = (Int(starts[block + 1]) - start) / rowLength
  }

  /// Adds a pair of a content of the block.
  @inline(__always)
  func add(
    _ left: UInt32, _ right: UInt32, in content: Int, to words: UnsafeMutablePointer<UInt64>
  ) {
    let rows = PairFilter.rows(of: left, right, count: rowCount)
    let place = content & (PairFilter.blockLength - 1)
    let bit = UInt64(1) &<< UInt64(place & 63)
    let word = start &+ place &>> 6
    unsafe words[word &+ rows.first &* rowLength] |= bit
    unsafe words[word &+ rows.second &* rowLength] |= bit
  }
}
