/// Some units of a text, and memory for what is found in them.
@unsafe struct PatternBlock {
  static let indexMask: UInt32 = 0xFFFF
  /// Set in a candidate that may begin a pattern of three units or more.
  static let hasTriple: UInt32 = 1 << 31
  /// Set in a candidate that may begin a pattern of two units or more.
  static let hasPair: UInt32 = 1 << 30

  /// All units of the text, and how many there are.
  var units: UnsafePointer<UInt16>
  var length: Int
  var start: Int
  var count: Int
  /// Per candidate its place in the block, ``hasPair`` and ``hasTriple``; room for one more.
  var candidates: UnsafeMutablePointer<UInt32>
  /// Per candidate a slot.
  var places: UnsafeMutablePointer<UInt32>
}
