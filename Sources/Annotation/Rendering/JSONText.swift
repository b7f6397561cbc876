/// Writes JSON, value by value.
///
/// - SeeAlso: RFC 8259, 7 "Strings".
struct JSONText {
  var bytes: [UInt8] = []

  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): raw("\\\"")
      case UInt8(ascii: "\\"): raw("\\\\")
      case 0x0A: raw("\\n")
      case 0x0D: raw("\\r")
      case 0x09: raw("\\t")
      case 0..<0x20, 0x7F:
        raw("\\u00")
        let digits = Array("0123456789abcdef".utf8)
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func strings(_ texts: [String]) {
    raw("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { raw(", ") }
      string(text)
    }
    raw("]")
  }

  mutating func number(_ value: Int) { bytes += "\(value)".utf8 }

  /// To three decimal places; what is no number is 0.
  mutating func number(_ value: Double) { bytes += Self.rounded(value).utf8 }

  mutating func bool(_ value: Bool) { value ? raw("true") : raw("false") }

  static func rounded(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let rounded = (value * 1_000).rounded() / 1_000
    return rounded == 0 ? "0.0" : "\(rounded)"
  }
}
