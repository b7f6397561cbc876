/// Which `tuid` were there, and in which line first, in memory that has a bound.
///
/// A 32-bit fingerprint and a line are kept of each: over 786,432 of them, the chance that one
/// is called repeated that is not is about 1 in 5000 for the whole file. From ``most`` on, new ones
/// are only compared with those kept.
struct SeenIdentifiers {
  /// Three quarters of the places, which are 2²⁰ of 8 bytes each: 8 MiB.
  static let most = placeCount / 4 * 3
  private static let placeCount = 1 << 20
  /// As many are kept with their whole hash, so that a small file needs no table.
  private static let few = 4_096

  private var first: [UInt64: Int] = [:]
  /// Fingerprint in the upper half, line in the lower; 0 is an empty place.
  private var places: [UInt64] = []
  private(set) var count = 0
  /// Whether one came that could not be kept.
  private(set) var isFull = false

  /// The line where the same stood first; `nil` for a new one, which is kept.
  mutating func insert(_ hash: UInt64, line: Int) -> Int? {
    if places.isEmpty {
      if let line = first[hash] { return line }
      if count < Self.few {
        first[hash] = line
        count += 1
        return nil
      }
      places = [UInt64](repeating: 0, count: Self.placeCount)
      for (hash, line) in first { _ = put(hash, line) }
      first = [:]
    }
    if let line = put(hash, line) { return line }
    return nil
  }

  private mutating func put(_ hash: UInt64, _ line: Int) -> Int? {
    let mask = UInt64(Self.placeCount - 1)
    let fingerprint = max(1, hash >> 32)
    var place = hash & mask
    while places[Int(place)] != 0 {
      let kept = places[Int(place)]
      if kept >> 32 == fingerprint { return Int(kept & 0xFFFF_FFFF) }
      place = (place + 1) & mask
    }
    if count >= Self.most {
      isFull = true
      return nil
    }
    places[Int(place)] = fingerprint << 32 | UInt64(UInt32(clamping: line))
    if !first.isEmpty { return nil }
    count += 1
    return nil
  }
}
