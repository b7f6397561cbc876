import HanText
public import MappedFile

/// The words of Taiwan Mandarin with their cost: −ln of how probable a word is, in nats.
///
///     let lexicon = try WordLexicon(file)
///     lexicon.words(in: folded, from: 3, to: 9)
///
/// Mapped; made by ``build(_:table:into:)``.
public struct WordLexicon: Sendable {
  static let name = "lex"
  /// The longest word that takes part, in units: longer entries of the list are phrases.
  static let longestWord = 8
  /// Seen this often when the list says 0: it is in the list, after all.
  static let leastCount = 0.3
  static let unknownCharacterCount = 0.05

  /// The words of two units or more.
  let table: PatternTable
  /// Cost of each of them, by its number.
  let costs: MappedArray<Float>
  /// Cost of each unit as a word by itself; infinite where it is none.
  let characterCosts: MappedArray<Float>
  /// Bits of hashed pairs of units that stand side by side inside some word.
  let insidePairs: MappedArray<UInt64>
  /// ln of the sum of all counts.
  let logTotal: Float

  /// - Throws: ``MappedFileError``.
  public init(_ file: MappedFile) throws(MappedFileError) {
    table = try PatternTable(file, named: Self.name)
    costs = try file.array("lex.cost", of: Float.self)
    characterCosts = try file.array("lex.char", of: Float.self)
    precondition(characterCosts.count == 65_536, "every unit has a cost")
    insidePairs = try file.array("lex.pair", of: UInt64.self)
    logTotal = try file.array("lex.sum", of: Float.self)[0]
  }

  /// What a word seen `count` times costs.
  func cost(ofCount count: Double) -> Float { logTotal - Float(_logarithm(count)) }

  var unknownCharacterCost: Float { cost(ofCount: Self.unknownCharacterCount) }

  /// Whether the two units stand side by side inside some word; where they do not, no word crosses
  /// between them. May say so of a few pairs that do not (the bits are hashed).
  @inline(__always)
  func mayCross(_ left: UInt16, _ right: UInt16) -> Bool {
    let bit = Int(PatternTable.hash(UInt32(left) << 16 | UInt32(right)) >> Self.pairShift)
    return insidePairs[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether a character beside a name belongs to a word away from it: to one of two characters or
  /// more, or is itself as common as a function word.
  ///
  /// - Parameter isAlone: whether no foreign sound stands behind it in turn; else it is hardly a
  ///   function word.
  /// - Parameter matches: memory for the words found.
  func isInWord(
    _ place: Int, of text: FoldedText, outside name: Range<Int>, isAlone: Bool,
    _ matches: inout [PatternMatch]
  ) -> Bool {
    if isAlone, characterCosts[Int(text.units[place])] < Self.functionWordCost { return true }
    let isBefore = place < name.lowerBound
    let low = isBefore ? max(0, place - Self.longestWord + 1) : place
    matches.removeAll(keepingCapacity: true)
    table.appendMatches(in: text, range: low..<place + 1, to: &matches)
    return matches.contains { match in
      isBefore ? match.range.upperBound == place + 1 : Int(match.start) == place
    }
  }

  /// Whether just this stretch of text is a word, and was seen at least so often.
  func isWord(_ range: Range<Int>, of text: FoldedText, seen count: Double = 0) -> Bool {
    let most = count > 0 ? cost(ofCount: count) : .infinity
    if range.count == 1 {
      let cost = characterCosts[Int(text.units[range.lowerBound])]
      return cost < .infinity && cost <= most
    }
    var matches: [PatternMatch] = []
    table.appendMatches(in: text, range: range.lowerBound..<range.lowerBound + 1, to: &matches)
    return matches.contains { $0.range == range && costs[Int($0.pattern)] <= most }
  }

  /// Nats; a word seen about once in 6,600.
  static let functionWordCost: Float = 8.8

  /// Whether a unit is so common a word by itself that it hardly stands in a person's name.
  @inline(__always)
  func isFunctionWord(_ unit: UInt16) -> Bool { characterCosts[Int(unit)] < Self.commonCost }

  /// Nats; a word seen about once in 3,000.
  private static let commonCost: Float = 8

  static let pairBits = 21
  static let pairShift = UInt32(32 - pairBits)
}
