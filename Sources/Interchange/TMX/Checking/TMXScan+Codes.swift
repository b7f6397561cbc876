import XMLStream

extension TMXScan {
  /// Every `bpt` has one `ept` of the same `i`, and the other way round. TMX 1.4b, "bpt": pairs may
  /// overlap, so that they are counted and not nested.
  mutating func endFlow(
    _ frame: Frame, _ tape: borrowing XMLTape, _ vocabulary: TMXVocabulary
  ) {
    if frame.beginsWithLineBreak, frame.endsWithLineBreak {
      report(.lineBreak, frame.line, tape, vocabulary)
    }
    if codes.count == frame.firstCode { return }
    let flow = codes[frame.firstCode...].sorted { ($0.pair, $0.order) < ($1.pair, $1.order) }
    codes.removeLast(codes.count - frame.firstCode)
    var start = 0
    while start < flow.count {
      var end = start
      var begins = 0
      while end < flow.count, flow[end].pair == flow[start].pair {
        if flow[end].isBegin { begins += 1 }
        end += 1
      }
      let ends = end - start - begins
      let line = flow[start].line
      if begins > 1 || ends > 1 {
        report(.pairTwice, line, tape, vocabulary)
      } else if ends == 0 {
        report(.beginWithoutEnd, line, tape, vocabulary)
      } else if begins == 0 {
        report(.endWithoutBegin, line, tape, vocabulary)
      }
      start = end
    }
  }
}
