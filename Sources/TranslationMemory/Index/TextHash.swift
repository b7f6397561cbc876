/// Hashes short texts for the tables of an index; it is part of the file's format.
enum TextHash {
  @inline(__always)
  static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    let factor: UInt64 = 0x9FB2_1C65_1E98_DF25
    var hash = UInt64(truncatingIfNeeded: count) &* 0xD6E8_FEB8_6659_FD93
    var at = 0
    while at &+ 8 <= count {
      let word = unsafe UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
      hash = (hash ^ UInt64(littleEndian: word)) &* factor
      hash ^= hash &>> 29
      at &+= 8
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while at < count {
      rest |= UInt64(unsafe bytes[at]) &<< shift
      shift &+= 8
      at &+= 1
    }
    hash = (hash ^ rest) &* factor
    hash ^= hash &>> 32
    hash &*= factor
    return hash ^ (hash &>> 29)
  }
}
