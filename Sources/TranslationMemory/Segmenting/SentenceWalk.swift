/// One pass over a text that is cut into sentences.
struct SentenceWalk {
  private let scalars: [Unicode.Scalar]
  /// UTF-8 offset of each scalar, and of the end.
  private let offsets: [Int]
  private var found: [Range<Int>] = []
  /// Where the sentence that is being read begins, as an index of a scalar.
  private var start = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var at = 0
    for scalar in scalars {
      offsets.append(at)
      at += UTF8.width(scalar)
    }
    offsets.append(at)
    self.offsets = offsets
  }

  mutating func ranges() -> [Range<Int>] {
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if isLineBreak(scalar) {
        close(at)
        at += 1
      } else if let closing = SentenceRules.titles[scalar], let end = titleEnd(at, closing) {
        at = end
      } else if SentenceRules.chineseEnds.contains(scalar)
        || SentenceRules.latinEnds.contains(scalar)
      {
        let end = runEnd(at)
        if isSentenceEnd(at, end) { close(end) }
        at = end
      } else {
        at += 1
      }
    }
    close(scalars.count)
    return found
  }

  private mutating func close(_ end: Int) {
    var first = start
    var last = end
    while first < last, isSpace(scalars[first]) { first += 1 }
    while last > first, isSpace(scalars[last - 1]) { last -= 1 }
    if first < last { found.append(offsets[first]..<offsets[last]) }
    start = end
  }

  private func titleEnd(_ at: Int, _ closing: Unicode.Scalar) -> Int? {
    let limit = min(scalars.count, at + SentenceRules.longestTitle)
    var place = at + 1
    while place < limit, !isLineBreak(scalars[place]) {
      if scalars[place] == closing { return place + 1 }
      place += 1
    }
    return nil
  }

  /// Behind the ends and all that belongs to them.
  private func runEnd(_ at: Int) -> Int {
    var end = at
    while end < scalars.count {
      let scalar = scalars[end]
      guard
        SentenceRules.chineseEnds.contains(scalar) || SentenceRules.latinEnds.contains(scalar)
          || SentenceRules.afterEnds.contains(scalar) || isClosing(end, from: at)
      else { break }
      end += 1
    }
    return end
  }

  /// Whether something closes here; an apostrophe before a letter does not.
  private func isClosing(_ at: Int, from: Int) -> Bool {
    guard SentenceRules.closing.contains(scalars[at]) else { return false }
    if scalars[at] == "\"" || scalars[at] == "'" || scalars[at] == "’" {
      return at + 1 >= scalars.count || !isWordScalar(scalars[at + 1])
    }
    return true
  }

  private func isSentenceEnd(_ at: Int, _ end: Int) -> Bool {
    guard end < scalars.count else { return true }
    let next = scalars[end]
    let hasChineseEnd = scalars[at..<end].contains { SentenceRules.chineseEnds.contains($0) }
    if hasChineseEnd {
      if SentenceRules.goingOn.contains(next) { return isSpace(next) }
      return !isSpokenBehind(at, end)
    }
    if !isSpace(next) {
      // "OK!好", but neither 3.5 nor readme.txt nor Inc.宣布
      let isLoud = scalars[at..<end].contains { $0 == "!" || $0 == "?" }
      return isLoud && isHan(next) && !isSpokenBehind(at, end)
    }
    return isLatinEnd(at, end)
  }

  /// 「真的嗎？」他問道: the quotation goes on with who speaks.
  private func isSpokenBehind(_ at: Int, _ end: Int) -> Bool {
    guard SentenceRules.quotesClosing.contains(scalars[end - 1]),
      let last = scalars[at..<end].last(where: {
        SentenceRules.chineseEnds.contains($0) || SentenceRules.latinEnds.contains($0)
      }), last != "。", last != "｡", last != "."
    else { return false }
    for place in end..<min(scalars.count, end + SentenceRules.speechReach) {
      let scalar = scalars[place]
      if SentenceRules.speech.contains(scalar) { return true }
      guard isHan(scalar) else { return false }
    }
    return false
  }

  private func isLatinEnd(_ at: Int, _ end: Int) -> Bool {
    var next = end
    while next < scalars.count, isSpace(scalars[next]), !isLineBreak(scalars[next]) { next += 1 }
    guard next < scalars.count, !isLineBreak(scalars[next]) else { return true }
    let isSmall = scalars[next].properties.isLowercase
    guard !isSmall, beginsSentence(scalars[next]) else { return false }
    guard end - at == 1, scalars[at] == "." else { return true }
    let word = wordBefore(at)
    if word.isEmpty { return true }
    if word.allSatisfy({ $0.isASCII && $0.isNumber }) {
      // A number that begins the sentence is the number of a list.
      return !isFirst(at - word.unicodeScalars.count)
    }
    let lower = word.lowercased()
    if SentenceRules.titlesOfPeople.contains(lower) { return false }
    let following = wordAt(next)
    if SentenceRules.beforeNumbers.contains(lower) {
      return !(scalars[next].properties.numericType != nil || isRoman(following))
    }
    if SentenceRules.mayEnd.contains(lower) {
      return SentenceRules.starters.contains(following.lowercased())
    }
    // An initial: J. K. Rowling. But "plan B. The" and "I."
    if word.unicodeScalars.count == 1, word.unicodeScalars.first!.properties.isUppercase,
      word != "I"
    {
      return SentenceRules.starters.contains(following.lowercased()) && following.count > 1
    }
    return true
  }

  /// The letters, digits and inner dots before a place.
  private func wordBefore(_ at: Int) -> String {
    var first = at
    while first > start, at - first < 24,
      isWordScalar(scalars[first - 1]) || (scalars[first - 1] == "." && first < at)
    {
      first -= 1
    }
    return String(String.UnicodeScalarView(scalars[first..<at]))
  }

  private func wordAt(_ at: Int) -> String {
    var end = at
    while end < scalars.count, end - at < 24, isWordScalar(scalars[end]) { end += 1 }
    return String(String.UnicodeScalarView(scalars[at..<end]))
  }

  private func isFirst(_ at: Int) -> Bool {
    scalars[start..<at].allSatisfy { isSpace($0) || $0 == "(" }
  }

  private func isRoman(_ word: String) -> Bool {
    !word.isEmpty && word.allSatisfy { "IVXLC".contains($0) }
  }

  private func beginsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
    case .openPunctuation, .initialPunctuation: true
    case .currencySymbol: true
    default: scalar == "\"" || scalar == "'" || scalar == "“" || scalar == "‘" || scalar == "•"
    }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar.value | 0x20) &- 0x61 < 26 || scalar.value &- 0x30 < 10
    }
    return scalar.properties.isAlphabetic && !isHan(scalar)
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
  }

  private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }
}
