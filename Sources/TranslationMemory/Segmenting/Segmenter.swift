/// Cuts text into sentences, in the manner of the break rules of SRX 2.0, for Chinese and English.
///
///     他說：「走吧。」她走了。真的嗎？「真的！」他答道。   four: …「走吧。」 | 她走了。 | 真的嗎？ | 「真的！」他答道。
///     Dr. Li paid NT$1.5 million. It was late.     two
///
/// - A line break ends a sentence.
/// - 。！？ end one, with the ends, dots and closing quotation marks and brackets that follow them; not
///   where a comma follows those, not inside 《》, and ？」 and ！」 not where somebody is said to speak
///   behind them (「真的嗎？」他問。). 。」 ends a sentence.
/// - `.`, `!` and `?` end one, with what closes behind them, before white space and a capital, a digit,
///   an opening mark or a Han character; `!` and `?` before a Han character also without a space.
///   Not after an abbreviation (`Mr.`, `e.g.`, `No. 5`), an initial (`J. K. Rowling`), a number that
///   begins the sentence (`1. Scope`), or dots before a small letter.
///
/// What stands between ends that nothing was broken at stays together: a segment is never empty.
public struct Segmenter: Sendable {
  public init() {}

  /// UTF-8 ranges of the sentences, without white space at their ends.
  ///
  /// - Complexity: O(*n*).
  public func ranges(in text: String) -> [Range<Int>] {
    var walk = SentenceWalk(text)
    return walk.ranges()
  }

  /// The sentences.
  public func sentences(in text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return ranges(in: text).map { String(decoding: utf8[$0], as: UTF8.self) }
  }
}
