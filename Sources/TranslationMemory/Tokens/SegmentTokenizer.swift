public import TermModel

/// Cuts segments into tokens: the one definition that scores, index and concordance share.
///
/// A token is
/// - one character of a script that is written without spaces (Han, kana, bopomofo, Thai), with the
///   combining marks and variation selectors behind it;
/// - one word of another script: letters with their marks, and apostrophes between letters;
/// - one number: decimal digits, with `.` or `,` between digits;
/// - one punctuation mark or symbol, with the combining marks behind it;
/// - one inline code.
///
/// White space and characters that do not show are no tokens; a code parts a word, as a space does.
///
///     第3條第１項 don't «x²»   →   第 3 條 第 １ 項 don't « x ² »
///
/// A value keeps tables for the scripts it has met: make one and use it again. Bytes that are not
/// UTF-8 count as U+FFFD, one mark each.
///
/// - SeeAlso: `docs/fuzzy-match.md`.
public struct SegmentTokenizer: Sendable {
  private var table = ScalarTable()

  public init() {}

  /// The tokens of a segment, in order.
  ///
  /// - Complexity: O(*n*), about 5 ns a byte.
  public mutating func tokens(of segment: FlatSegment) -> [SegmentToken] {
    var tokens: [SegmentToken] = []
    appendTokens(of: segment, to: &tokens)
    return tokens
  }

  /// Adds the tokens of a segment.
  mutating func appendTokens(of segment: FlatSegment, to tokens: inout [SegmentToken]) {
    unsafe segment.utf8.withUnsafeBufferPointer { bytes in
      var at = 0
      for code in segment.codes {
        let offset = min(max(at, code.offset), bytes.count)
        unsafe appendTokens(of: bytes, at..<offset, to: &tokens)
        at = offset
        tokens.append(
          SegmentToken(
            start: UInt32(at), end: UInt32(at), kind: .code, code: code.kind.rawValue))
      }
      unsafe appendTokens(of: bytes, at..<bytes.count, to: &tokens)
    }
  }

  private mutating func appendTokens(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to tokens: inout [SegmentToken]
  ) {
    precondition(range.upperBound <= Int(UInt32.max), "a segment is below 4 GiB")
    let end = range.upperBound
    var at = range.lowerBound
    while at < end {
      let start = at
      if unsafe bytes[at] == 0x20 {
        at += 1
        continue
      }
      let (scalar, width) = unsafe UTF8Scalar.decode(bytes, at, end)
      let kind = table.traits(of: scalar).kind
      at += width
      switch kind {
      case .space, .ignorable:
        continue
      case .letter:
        unsafe skipWord(bytes, &at, end)
        tokens.append(SegmentToken(start: UInt32(start), end: UInt32(at), kind: .word))
      case .digit:
        unsafe skipNumber(bytes, &at, end)
        tokens.append(SegmentToken(start: UInt32(start), end: UInt32(at), kind: .number))
      case .character, .mark, .combining, .apostrophe, .numberMark:
        let single = at
        unsafe skipCombining(bytes, &at, end)
        tokens.append(
          SegmentToken(
            start: UInt32(start), end: UInt32(at), kind: kind == .character ? .character : .mark,
            scalar: at == single && scalar != 0xFFFD ? scalar : 0))
      }
    }
  }

  private mutating func skipWord(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int) {
    while at < end {
      // Most letters are ASCII.
      if unsafe (bytes[at] | 0x20) &- 0x61 < 26 {
        at += 1
        continue
      }
      let (scalar, width) = unsafe UTF8Scalar.decode(bytes, at, end)
      switch table.traits(of: scalar).kind {
      case .letter, .combining: at += width
      case .apostrophe, .ignorable:
        guard at + width < end else { return }
        let (next, nextWidth) = unsafe UTF8Scalar.decode(bytes, at + width, end)
        guard table.traits(of: next).kind == .letter else { return }
        at += width + nextWidth
      default: return
      }
    }
  }

  private mutating func skipNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int)
  {
    while at < end {
      let (scalar, width) = unsafe UTF8Scalar.decode(bytes, at, end)
      switch table.traits(of: scalar).kind {
      case .digit: at += width
      case .numberMark:
        guard at + width < end else { return }
        let (next, nextWidth) = unsafe UTF8Scalar.decode(bytes, at + width, end)
        guard table.traits(of: next).kind == .digit else { return }
        at += width + nextWidth
      default: return
      }
    }
  }

  private mutating func skipCombining(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, _ end: Int
  ) {
    while at < end {
      let lead = unsafe bytes[at]
      // No combining mark is below U+0300.
      if lead < 0xCC { return }
      let (scalar, width) = unsafe UTF8Scalar.decode(bytes, at, end)
      guard table.traits(of: scalar).kind == .combining else { return }
      at += width
    }
  }

  /// The text of a token as it is compared, numbers kept apart.
  ///
  ///     ＡＢＣ → abc, 臺 → 台, １,000 → 1,000
  ///
  /// - Parameter keepingCase: leaves the case as it is.
  mutating func folded(_ text: UnsafeBufferPointer<UInt8>, keepingCase: Bool) -> [UInt8] {
    var scalars: [UInt32] = []
    var at = 0
    while at < text.count {
      let (scalar, width) = unsafe UTF8Scalar.decode(text, at, text.count)
      at += width
      let cased = table.traits(of: scalar).cased
      if cased != 0 { append(cased, to: &scalars) }
    }
    // Letters and marks are brought together before their case goes, for İ has no small letter of one
    // scalar, and behind it, for H̱ has no capital of one.
    if !keepingCase {
      let withMarks = scalars
      scalars.removeAll(keepingCapacity: true)
      for scalar in withMarks { append(table.traits(of: scalar).folded, to: &scalars) }
    }
    var result: [UInt8] = []
    for scalar in scalars { result += UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! }
    return result
  }

  /// Appends a scalar, or brings it together with the letter that it is a mark of.
  private mutating func append(_ scalar: UInt32, to scalars: inout [UInt32]) {
    if table.traits(of: scalar).kind == .combining, let last = scalars.last,
      let composed = FoldRules.composed(Unicode.Scalar(last)!, Unicode.Scalar(scalar)!)
    {
      scalars[scalars.count - 1] = composed.value
    } else {
      scalars.append(scalar)
    }
  }
}
