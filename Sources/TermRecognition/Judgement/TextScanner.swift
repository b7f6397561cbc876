import HanText

/// Folds the text of a document batch by batch and finds the patterns of a table in it.
///
/// A batch ends where a text ends, so that no pattern and no clause is cut; only a text of more than
/// ``longestBatch`` units is cut inside, at a place where no match goes over.
struct TextScanner {
  /// Units of a batch that stay in the second-level cache together with their places.
  static let batch = 16_384
  /// Bytes, and units, at which a single text is cut.
  static let longestBatch = 1 << 20

  let pieces: [TextPiece]
  let source: [UInt8]
  let table: FoldTable
  let classes: CharacterClasses

  /// Calls `body` with each batch in order.
  func forEachBatch(_ body: (TextBatch) -> Void) {
    var batch = TextBatch()
    var index = 0
    var offset = 0  // Into a piece that is cut.
    while index < pieces.count {
      batch.text.removeAll()
      let first = index
      while index < pieces.count, batch.text.count < Self.longestBatch {
        let piece = pieces[index]
        if index > first, !piece.continuesPrevious {
          if batch.text.count >= Self.batch { break }
          batch.text.appendBreak(at: piece.range.lowerBound)
        }
        if let decoded = piece.decoded {
          batch.text.append(decoded: decoded, range: piece.range, table: table)
          index += 1
          continue
        }
        let start = max(offset, piece.range.lowerBound)
        let end = cut(start..<piece.range.upperBound)
        batch.text.append(source, range: start..<end, table: table)
        offset = end
        if end < piece.range.upperBound { break }
        index += 1
      }
      batch.pieces = first..<min(index + 1, pieces.count)
      batch.takeAsides(of: source, classes: classes)
      body(batch)
      batch.base += batch.text.count + 1
    }
  }

  /// Where a part of at most ``longestBatch`` bytes ends: behind a 。 or a line break in its last
  /// 4 KiB, else behind some character.
  private func cut(_ range: Range<Int>) -> Int {
    guard range.count > Self.longestBatch else { return range.upperBound }
    let limit = range.lowerBound + Self.longestBatch
    for end in stride(from: limit, to: limit - 4_096, by: -1) {
      if source[end - 1] == 0x0A { return end }
      if source[end - 3] == 0xE3, source[end - 2] == 0x80, source[end - 1] == 0x82 { return end }
    }
    var end = limit
    while source[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The piece of a batch that holds an offset into the document.
  ///
  /// - Complexity: O(log *n*) in the pieces of the batch.
  func piece(holding offset: Int, in batch: TextBatch) -> Int {
    var low = batch.pieces.lowerBound
    var high = batch.pieces.upperBound
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
