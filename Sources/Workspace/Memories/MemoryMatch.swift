public import Store
public import TermModel
public import TranslationMemory

/// A segment of a unit, in one language.
public struct UnitSegment: Hashable, Sendable {
  /// Which of the unit's variants it is, from 0.
  public let variant: Int
  /// The tag as it is written.
  public let language: String
  /// With its inline codes.
  public let segment: Segment
  public let flat: FlatSegment

  public var text: String { flat.text }
}

/// A unit that a search found.
public struct MemoryMatch: Sendable {
  public let memory: Memory
  /// The unit's number in its memory.
  public let number: Int
  public let unit: TranslationUnit
  public let score: FuzzyMatch
  /// What was taken off, in hundredths of a point.
  public let penalties: [(kind: PenaltyKind, points: Int)]
  public let source: UnitSegment
  /// At least one.
  public let targets: [UnitSegment]

  /// Whether everything is the same, and two of what stands before it, what behind it, and its id:
  /// what CAT tools count as 101 %.
  public var isInContext: Bool {
    score.everything.percent == 100 && score.context >= SegmentContext.same
  }
}

/// A unit that contains a text.
public struct ConcordanceMatch: Sendable {
  public let memory: Memory
  public let number: Int
  public let unit: TranslationUnit
  /// All segments of the unit, in order, with the UTF-8 ranges where the text stands.
  public let segments: [(segment: UnitSegment, ranges: [Range<Int>])]
}
