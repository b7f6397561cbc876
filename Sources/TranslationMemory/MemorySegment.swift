public import TermModel

/// One segment of a translation memory as an index takes it in: a variant of a unit.
public struct MemorySegment: Hashable, Sendable {
  /// The unit's id in the store, above 0.
  public var unit: Int64
  /// Which of the unit's variants it is, from 0.
  public var variant: Int32
  public var segment: FlatSegment
  /// When the variant was last changed, in seconds since 1970, from 1 to 2³²−1; 0 where nobody says.
  public var changed: UInt32
  /// Whether a machine made the translation.
  public var isMachineMade: Bool

  public init(
    unit: Int64, variant: Int32, segment: FlatSegment, changed: UInt32 = 0,
    isMachineMade: Bool = false
  ) {
    precondition(variant >= 0, "variants are counted from 0")
    self.unit = unit
    self.variant = variant
    self.segment = segment
    self.changed = changed
    self.isMachineMade = isMachineMade
  }
}
