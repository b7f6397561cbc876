extension MarkdownInlineScanner {
  mutating func takeBackticks() {
    if backticks == nil { backticks = BacktickRuns(in: bytes, index..<end) }
    if let close = backticks?.end(openedAt: index) { return emit(.wall, to: close) }
    while index < end, bytes[index] == UInt8(ascii: "`") { index += 1 }
  }

  /// `$x$` as Pandoc has it: no space inside at the dollars, no digit behind; and `$$…$$`. Han
  /// characters without a command are no mathematics but two prices.
  mutating func takeMathematics() {
    if bytes.has("$$", at: index, before: end) {
      if let close = bytes.firstOffset(of: "$$", from: index + 2, before: end) {
        emit(.wall, to: close + 2)
      } else {
        wasted += end - index
        index += 2
      }
      return
    }
    guard hasMathEnd, index + 1 < end, !bytes[index + 1].isMarkupSpace else {
      index += 1
      return
    }
    var close = index + 1
    var hasHan = false
    var hasCommand = false
    while close < end {
      let byte = bytes[close]
      if byte == UInt8(ascii: "$"), !bytes[close - 1].isMarkupSpace,
        close + 1 == end || !bytes[close + 1].isASCIIDigit
      {
        break
      }
      if byte >= 0xE0 { hasHan = true }
      if byte == UInt8(ascii: "\\"), close + 1 < end {
        if bytes[close + 1].isASCIILetter { hasCommand = true }
        close += 1
      }
      close += 1
    }
    if close >= end {
      // What closes does not depend on what opens, so nothing does from here on.
      hasMathEnd = false
      index += 1
    } else if hasHan, !hasCommand {
      wasted += close - index
      index += 1
    } else {
      emit(.wall, to: close + 1)
    }
  }

  /// Pairs runs of one mark and one length. What stays without a partner is text.
  mutating func takeEmphasis() {
    let mark = bytes[index]
    var close = index
    while close < end, bytes[close] == mark { close += 1 }
    let length = close - index
    let before = index > text.range.lowerBound ? bytes[index - 1] : 0x20
    let after = close < end ? bytes[close] : 0x20
    let isInsideWord =
      mark == UInt8(ascii: "_") && before.isASCIIAlphanumeric && after.isASCIIAlphanumeric
    guard !isInsideWord, !(mark == UInt8(ascii: "~") && length != 2) else {
      index = close
      return
    }
    let key = length << 8 | Int(mark)
    if !before.isMarkupSpace, let open = openEmphasis[key], open.token < tokens.count,
      tokens[open.token].range.lowerBound == open.start
    {
      tokens[open.token].kind = .gap
      openEmphasis[key] = nil
      zones.append(Zone(kind: .closer, range: index..<close))
      emit(.gap, to: close)
    } else if !after.isMarkupSpace {
      let start = index
      emit(.text, to: close)
      if let token = tokens.indices.last, tokens[token].range.lowerBound == start {
        openEmphasis[key] = (token, start)
      }
    } else {
      index = close
    }
  }

  mutating func openBracket(isImage: Bool) {
    let start = index
    emit(.text, to: index + (isImage ? 2 : 1))
    lastBracket = start
    guard let token = tokens.indices.last, tokens[token].range.lowerBound == start else { return }
    brackets.append(Bracket(token: token, start: start, isImage: isImage))
  }

  mutating func takeOpeningBracket() {
    if bytes.has("[^", at: index, before: end), takeFootnoteMark() { return }
    if bytes.has("[[", at: index, before: end) {
      // A wiki link, whose text is its destination.
      var close = index + 2
      while close < end, close - index < 512, bytes[close] >= 0x20,
        !"[]".utf8.contains(bytes[close])
      {
        close += 1
      }
      if close > index + 2, bytes.has("]]", at: close, before: end) {
        zones.append(Zone(kind: .indivisible, range: index..<close + 2))
        return emit(.gap, to: index + 2)
      }
      wasted += close - index
    }
    openBracket(isImage: false)
  }

  private mutating func takeFootnoteMark() -> Bool {
    var close = index + 2
    while close < end, close - index < 100, bytes[close] > 0x20,
      bytes[close] != UInt8(ascii: "]"), bytes[close] != UInt8(ascii: "[")
    {
      close += 1
    }
    guard close < end, close > index + 2, bytes[close] == UInt8(ascii: "]") else { return false }
    let label = MarkdownLabels.normalised(bytes[(index + 1)..<close])
    if label.hasPrefix("^yiming-"), let number = Int(label.dropFirst(8)) {
      footnoteMarks.append(.init(range: index..<close + 1, number: number))
    } else if !labels.contains(label) {
      return false
    }
    emit(.gap, to: close + 1)
    return true
  }

  mutating func takeClosingBracket() {
    guard let open = brackets.popLast() else {
      lastBracket = index
      index += 1
      return
    }
    let textStart = open.start + (open.isImage ? 2 : 1)
    // A label holds no brackets.
    let isLabel = lastBracket == open.start && index - textStart < 1_000 && index > textStart
    lastBracket = index
    var linkEnd: Int?
    var isItsOwnLabel = false
    if bytes.has("](", at: index, before: end) {
      linkEnd = destinationEnd(from: index + 2)
    } else if !labels.isEmpty {
      let reference = bytes.has("][", at: index, before: end) ? referenceEnd(from: index + 2) : nil
      if let reference, reference > index + 3 {
        linkEnd = reference
      } else if isLabel, labels.contains(MarkdownLabels.normalised(bytes[textStart..<index])) {
        linkEnd = reference ?? index + 1
        isItsOwnLabel = true
      }
    }
    guard let linkEnd else {
      index += 1
      return
    }
    zones.append(Zone(kind: .link, range: open.start..<linkEnd))
    if isItsOwnLabel { zones.append(Zone(kind: .indivisible, range: open.start..<linkEnd)) }
    emit(.gap, to: linkEnd)
    guard open.token < tokens.count else { return }
    if open.isImage {
      tokens.removeSubrange((open.token + 1)...)
      tokens[open.token].kind = .wall
    } else {
      tokens[open.token].kind = .gap
    }
  }

  /// Behind `label]`, where that label is defined or empty.
  private mutating func referenceEnd(from start: Int) -> Int? {
    // A footnote mark.
    guard start < end, bytes[start] != UInt8(ascii: "^") else { return nil }
    var close = start
    while close < end, close - start < 1_000, bytes[close] != UInt8(ascii: "]"),
      bytes[close] != UInt8(ascii: "[")
    {
      close += 1
    }
    wasted += close - start
    guard close < end, bytes[close] == UInt8(ascii: "]") else { return nil }
    if close == start { return close + 1 }
    return labels.contains(MarkdownLabels.normalised(bytes[start..<close])) ? close + 1 : nil
  }

  /// Behind `destination "title")`.
  ///
  /// - SeeAlso: CommonMark 0.31.2, 6.3 "Links".
  private mutating func destinationEnd(from start: Int) -> Int? {
    var place = start
    defer { wasted += place - start }
    func skipSpaces() { while place < end, bytes[place].isMarkupSpace { place += 1 } }
    skipSpaces()
    if place < end, bytes[place] == UInt8(ascii: "<") {
      place += 1
      while place < end, bytes[place] != UInt8(ascii: ">") {
        guard bytes[place] != 0x0A, bytes[place] != UInt8(ascii: "<") else { return nil }
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place += 1
    } else {
      var depth = 0
      while place < end, bytes[place] > 0x20 {
        if bytes[place] == UInt8(ascii: "(") {
          depth += 1
          // As other readers of Markdown have it, against floods.
          if depth > 32 { return nil }
        } else if bytes[place] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      if depth > 0 { return nil }
    }
    skipSpaces()
    if place < end, "\"'(".utf8.contains(bytes[place]) {
      let quote = bytes[place] == UInt8(ascii: "(") ? UInt8(ascii: ")") : bytes[place]
      place += 1
      while place < end, bytes[place] != quote {
        place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
      }
      place += 1
      skipSpaces()
    }
    guard place < end, bytes[place] == UInt8(ascii: ")") else {
      place = min(place, end)
      return nil
    }
    return place + 1
  }
}
