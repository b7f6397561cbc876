/// The lines of a paragraph as one stretch of bytes, without what the blocks put between them, and
/// the way back to the document.
struct FlatText {
  /// The document itself where the lines touch, else a copy of them.
  let bytes: [UInt8]
  let range: Range<Int>
  /// Where each line begins in `bytes` and in the document; empty where they are one.
  private var starts: [(flat: Int, source: Int)] = []

  /// - Parameter lines: at least one, in order.
  init(_ document: [UInt8], _ lines: [Range<Int>]) {
    let touch = zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
    if touch {
      bytes = document
      range = lines[0].lowerBound..<lines[lines.count - 1].upperBound
      return
    }
    var copy: [UInt8] = []
    for line in lines {
      starts.append((copy.count, line.lowerBound))
      copy += document[line]
    }
    bytes = copy
    range = 0..<copy.count
  }

  /// Where a byte stands in the document.
  private func source(of offset: Int) -> Int {
    guard !starts.isEmpty else { return offset }
    let start = starts[starts.partitioningIndex { $0.flat > offset } - 1]
    return start.source + offset - start.flat
  }

  /// From the first byte to behind the last one.
  func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = source(of: range.lowerBound)
      return place..<place
    }
    return source(of: range.lowerBound)..<source(of: range.upperBound - 1) + 1
  }

  /// The stretches of the document that make up a range.
  func sources(of range: Range<Int>) -> [Range<Int>] {
    guard !starts.isEmpty else { return [range] }
    var ranges: [Range<Int>] = []
    var place = range.lowerBound
    var index = starts.partitioningIndex { $0.flat > place } - 1
    while place < range.upperBound {
      let next = index + 1 < starts.count ? starts[index + 1].flat : bytes.count
      let end = min(next, range.upperBound)
      ranges.append(source(of: place..<end))
      place = end
      index += 1
    }
    return ranges
  }
}
