/// A few words by one of their units, found without hashing.
struct UnitIndex {
  /// A bit a unit: whether some word has it. Asked first, for most units have none.
  private let bits: [UInt64]
  /// How many units with words there are before each 64.
  private let ranks: [UInt16]
  /// The words of each such unit, in the order of the units.
  private let words: [[[UInt16]]]

  /// - Parameter unit: the unit under which a word is kept.
  init(_ words: [[UInt16]], by unit: ([UInt16]) -> UInt16) {
    let groups = Dictionary(grouping: words, by: unit).sorted { $0.key < $1.key }
    var bits = [UInt64](repeating: 0, count: 1_024)
    var ranks = [UInt16](repeating: 0, count: 1_024)
    for (unit, _) in groups { bits[Int(unit >> 6)] |= 1 << UInt64(unit & 63) }
    var rank = 0
    for index in bits.indices {
      ranks[index] = UInt16(rank)
      rank += bits[index].nonzeroBitCount
    }
    self.bits = bits
    self.ranks = ranks
    self.words = groups.map(\.value)
  }

  @inline(__always)
  func has(_ unit: UInt16) -> Bool { bits[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }

  /// The words of a unit, in the order in which they were given.
  @inline(__always)
  subscript(unit: UInt16) -> [[UInt16]] {
    guard has(unit) else { return [] }
    let before = bits[Int(unit >> 6)] & (1 << UInt64(unit & 63) - 1)
    return words[Int(ranks[Int(unit >> 6)]) + before.nonzeroBitCount]
  }
}
