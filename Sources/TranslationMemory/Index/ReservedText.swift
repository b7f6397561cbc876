/// Texts of an index's vocabulary that no segment can contain: they begin with a byte that is not
/// UTF-8, and have a second that no token has behind it.
enum ReservedText {
  /// Any number, where every number equals every other.
  static let number: [UInt8] = [0xFF, 0x20]
  static let noGap: [UInt8] = [0xFF, 0x21]
  static func code(_ kind: UInt8) -> [UInt8] { [0xFF, kind] }
}
