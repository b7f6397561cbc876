/// A pattern that stands in a text.
public struct PatternMatch: Hashable, Sendable, BitwiseCopyable {
  /// Index of its first folded unit.
  public var start: UInt32
  /// The pattern's number: its place in the list that the table was built from.
  public var pattern: UInt32
  /// In units.
  public var length: UInt16

  public init(start: UInt32, pattern: UInt32, length: UInt16) {
    self.start = start
    self.pattern = pattern
    self.length = length
  }

  public var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}
