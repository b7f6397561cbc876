/// A memory's segments in one language, as its index reads them.
///
/// What a store must promise: numbers of units are never given twice, and rise; a unit never changes,
/// one that is edited or brought back gets a new number. So an index of units below a number stays
/// right but for those that went.
public protocol SegmentSource: Sendable {
  /// What the index belongs to, however the memory changes: the database's id, the memory, the
  /// language.
  var identity: String { get }

  /// Cheap: it is asked before each search.
  func state() throws -> SegmentSourceState

  /// The units that went since a state; `nil` where that is none of this memory's past, so that what
  /// was made from it must be made anew.
  func removals(since state: SegmentSourceState) throws -> [Range<Int64>]?

  /// Passes over the segments of units with these numbers, by rising number.
  func eachSegment(
    ofUnits units: Range<Int64>, _ body: (MemorySegment) throws -> Void) throws

  /// What stands before and behind units in this language, one answer for each.
  func contexts(of units: [Int64]) throws -> [SegmentContext]
}
