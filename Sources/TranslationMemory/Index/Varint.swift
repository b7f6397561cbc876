/// Numbers in as few bytes as they need, seven bits a byte, the lowest first.
enum Varint {
  @inline(__always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  @inline(__always)
  static func length(_ value: UInt32) -> UInt32 {
    value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5
  }

  @inline(__always)
  static func write(_ value: UInt32, to bytes: UnsafeMutablePointer<UInt8>, at place: inout Int) {
    var value = value
    while value >= 0x80 {
      unsafe bytes[place] = UInt8(truncatingIfNeeded: value) | 0x80
      place &+= 1
      value &>>= 7
    }
    unsafe bytes[place] = UInt8(truncatingIfNeeded: value)
    place &+= 1
  }

  @inline(__always)
  static func read(_ bytes: UnsafePointer<UInt8>, _ place: inout Int) -> UInt32 {
    let first = UInt32(unsafe bytes[place])
    place &+= 1
    if first < 0x80 { return first }
    let second = UInt32(unsafe bytes[place])
    place &+= 1
    if second < 0x80 { return first & 0x7F | second &<< 7 }
    var value = first & 0x7F | (second & 0x7F) &<< 7
    var shift: UInt32 = 14
    while true {
      let next = UInt32(unsafe bytes[place])
      place &+= 1
      value |= (next & 0x7F) &<< shift
      if next < 0x80 || shift == 28 { return value }
      shift &+= 7
    }
  }
}
