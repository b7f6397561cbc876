import Synchronization
public import TermModel

/// A segment that is searched for, cut into tokens and folded once for all parts of all indexes.
///
/// - Complexity: O(*n*) to make.
public struct FuzzyQuery: Sendable {
  public let segment: FlatSegment
  public let tokens: [SegmentToken]
  /// Of each token: as written, as compared with numbers apart, and that with its case kept.
  let exact: [[UInt8]]
  let plain: [[UInt8]]
  let cased: [[UInt8]]
  /// White space before a token, by the token's index; the last is what stands at the end.
  let gaps: [[UInt8]]

  public init(_ segment: FlatSegment) {
    var tokenizer = Self.tokenizers.withLock { $0.popLast() } ?? SegmentTokenizer()
    self.init(segment, tokenizer: &tokenizer)
    Self.tokenizers.withLock { $0.append(tokenizer) }
  }

  /// As many as were in use at one time, for the tables that they keep.
  private static let tokenizers = Mutex<[SegmentTokenizer]>([])

  /// With a tokenizer that is used again, which saves its tables.
  public init(_ segment: FlatSegment, tokenizer: inout SegmentTokenizer) {
    self.segment = segment
    let tokens = tokenizer.tokens(of: segment)
    self.tokens = tokens
    exact = tokens.map {
      $0.kind == .code ? ReservedText.code($0.code) : Array(segment.utf8[$0.range])
    }
    var plain: [[UInt8]] = []
    var cased: [[UInt8]] = []
    for (token, text) in zip(tokens, exact) {
      guard token.kind != .code else {
        plain.append(text)
        cased.append(text)
        continue
      }
      unsafe text.withUnsafeBufferPointer { bytes in
        let folded = unsafe tokenizer.folded(bytes, keepingCase: false)
        // What folds to nothing is compared as it is.
        plain.append(folded.isEmpty ? text : folded)
        cased.append(folded.isEmpty ? text : unsafe tokenizer.folded(bytes, keepingCase: true))
      }
    }
    self.plain = plain
    self.cased = cased
    var gaps: [[UInt8]] = []
    var at = 0
    for token in tokens {
      gaps.append(Array(segment.utf8[at..<token.range.lowerBound]))
      at = token.range.upperBound
    }
    gaps.append(Array(segment.utf8[at...]))
    self.gaps = gaps
  }
}

extension FuzzyQuery {
  /// The texts by which a token is compared: as written; folded, a number as itself; folded, with its
  /// case kept.
  public func texts(of token: Int) -> (exact: [UInt8], plain: [UInt8], cased: [UInt8]) {
    (exact[token], plain[token], cased[token])
  }
}
