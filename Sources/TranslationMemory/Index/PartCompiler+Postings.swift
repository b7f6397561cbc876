import MappedFile

extension PartCompiler {
  /// The lists of all texts, the filter of pairs, and the table of lengths.
  func addPostings(
    _ rows: [IndexRow], _ tokens: [UInt8], _ spans: [Span], to writer: inout MappedFileWriter
  ) {
    var lists: [UInt32] = []
    lists.reserveCapacity(spans.count * 3 + 3)
    var cursors: [PostingCursor] = []
    cursors.reserveCapacity(spans.count)
    var byteCount = 0
    var skipCount = 0
    for span in spans {
      let count = Int(span.count)
      let isShort = PostingList.isShort(bytes: Int(span.bytes), count: count)
      let list = PostingList(
        start: byteCount, end: byteCount + (isShort ? count * 3 : Int(span.bytes)), count: count,
        firstSkip: skipCount)
      lists += [UInt32(list.start), span.count, UInt32(list.firstSkip)]
      cursors.append(PostingCursor(list))
      byteCount = list.end
      skipCount += PostingList.skipCount(bytes: list.end - list.start, count: count)
    }
    lists += [UInt32(byteCount), 0, UInt32(skipCount)]
    let pairs = PairFilterBuilder(rows)
    // One skip and one word to spare, so that there is a first.
    var skips = [UInt32](repeating: 0, count: skipCount + 1)
    var words = [UInt64](repeating: 0, count: pairs.wordCount + 1)
    var postings = [UInt8](repeating: 0, count: byteCount + PostingList.padding)
    unsafe postings.withUnsafeMutableBufferPointer { postings in
      unsafe skips.withUnsafeMutableBufferPointer { skips in
        unsafe words.withUnsafeMutableBufferPointer { words in
          unsafe fill(
            postings.baseAddress!, skips.baseAddress!, words.baseAddress!, rows, tokens, &cursors,
            pairs)
        }
      }
    }
    writer.add(IndexSections.lists, lists)
    writer.add(IndexSections.skips, skips)
    writer.addInBlocks(IndexSections.postings, postings)
    writer.addInBlocks(IndexSections.pairs, words)
    writer.add(IndexSections.pairStarts, pairs.starts)
    writer.add(IndexSections.lengths, lengths(rows))
  }

  private func fill(
    _ postings: UnsafeMutablePointer<UInt8>, _ skips: UnsafeMutablePointer<UInt32>,
    _ words: UnsafeMutablePointer<UInt64>, _ rows: [IndexRow], _ tokens: [UInt8],
    _ cursors: inout [PostingCursor], _ pairs: PairFilterBuilder
  ) {
    var pairs = pairs
    let numberID = numberID
    let none = UInt32.max
    unsafe tokens.withUnsafeBufferPointer { tokens in
      unsafe compared.withUnsafeBufferPointer { compared in
        unsafe cursors.withUnsafeMutableBufferPointer { cursors in
          for number in 0..<contents.count {
            if number % PairFilter.blockLength == 0 { pairs.enterBlock(of: number) }
            var place = Int(rows[number].offset)
            var previous = none
            for _ in 0..<rows[number].count {
              let id = Int(unsafe Varint.read(tokens.baseAddress!, &place))
              var text = unsafe compared[id]
              unsafe cursors[Int(text)].append(UInt32(number), to: postings, skips)
              if text == numberID {
                text = plain[id]
                unsafe cursors[Int(text)].append(UInt32(number), to: postings, skips)
              } else if isCode[Int(text)] {
                continue
              }
              if previous != none { unsafe pairs.add(previous, text, in: number, to: words) }
              previous = text
            }
          }
          for index in cursors.indices { unsafe cursors[index].finish(skips) }
        }
      }
    }
  }

  private func lengths(_ rows: [IndexRow]) -> [UInt32] {
    var lengths: [UInt32] = []
    for (number, row) in rows.dropLast().enumerated()
    where lengths.isEmpty || lengths[lengths.count - 2] != row.count {
      lengths += [row.count, UInt32(number)]
    }
    lengths += [UInt32.max, UInt32(contents.count)]
    return lengths
  }
}
