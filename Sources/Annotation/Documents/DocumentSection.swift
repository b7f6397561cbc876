import TermRecognition

/// Some whole paragraphs of a document: what of them is text, and what was found around it.
struct DocumentSection {
  var pieces: [TextPiece] = []
  /// Sorted by start within each kind.
  var zones: [Zone.Kind: [Range<Int>]] = [:]
  /// Our own footnote marks, in order.
  var footnoteMarks: [FootnoteMark] = []

  /// `[^yiming-3]` in the text.
  struct FootnoteMark {
    var range: Range<Int>
    var number: Int
  }

  /// The zone of a kind that `offset` is in: at its start counts, at its end does not.
  ///
  /// - Complexity: O(log *n*) for *n* zones; zones of a kind do not overlap.
  func zone(_ kind: Zone.Kind, at offset: Int) -> Range<Int>? {
    guard let ranges = zones[kind], !ranges.isEmpty else { return nil }
    let index = ranges.partitioningIndex { $0.upperBound > offset }
    guard index < ranges.count, ranges[index].lowerBound <= offset else { return nil }
    return ranges[index]
  }

  /// The index of the first piece that ends behind `offset`.
  func piece(endingAfter offset: Int) -> Int {
    pieces.partitioningIndex { $0.range.upperBound > offset }
  }
}

/// A stretch of a document in which something other than the text has a say.
struct Zone {
  enum Kind: Hashable {
    /// A gloss that is a mark: our ruby and spans, any ruby that holds the other language.
    case glossed
    /// Nothing can be put inside, only behind: a reference that is its own label, a ruby.
    case indivisible
    /// A link; a footnote mark inside would be a link in a link.
    case link
    /// Marks that close an emphasis; what is put before them goes behind, or they would not close.
    case closer
  }

  var kind: Kind
  var range: Range<Int>
}

extension RandomAccessCollection {
  /// The index of the first element for which `belongsInSecond` holds; it holds for all after it.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where belongsInSecond: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if belongsInSecond(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
