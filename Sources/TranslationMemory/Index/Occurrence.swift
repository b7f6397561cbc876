/// Where a content of an index stands: a variant of a unit.
struct Occurrence: BitwiseCopyable, Hashable {
  var unit: Int64
  /// The variant, shifted by one; the lowest bit is set for a translation made by a machine.
  var packed: UInt32
  /// Seconds since 1970.
  var changed: UInt32

  init(_ segment: MemorySegment) {
    unit = segment.unit
    packed = UInt32(segment.variant) << 1 | (segment.isMachineMade ? 1 : 0)
    changed = segment.changed
  }

  var variant: Int32 { Int32(packed >> 1) }
  var isMachineMade: Bool { packed & 1 != 0 }

  /// The order in which equal matches are given: the latest first, then by id.
  static func precedes(_ left: Self, _ right: Self) -> Bool {
    if left.changed != right.changed { return left.changed > right.changed }
    if left.unit != right.unit { return left.unit < right.unit }
    return left.variant < right.variant
  }
}
