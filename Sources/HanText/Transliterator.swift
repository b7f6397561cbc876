import CICUShims

/// Owns one of ICU's transliterators: closed exactly once.
///
/// Opening one reads ICU's data: milliseconds, so never on the way to a first answer.
@safe struct Transliterator: ~Copyable {
  private let raw: UnsafeMutableRawPointer
  private let rule: String

  /// - Throws: ``ICUError`` where ICU does not know the rule.
  init(rule: String) throws(ICUError) {
    var status: Int32 = 0
    let id = Array(rule.utf16)
    let opened = unsafe id.withUnsafeBufferPointer { id in
      unsafe id.baseAddress.flatMap { unsafe cicu_trans_open($0, Int32(id.count), &status) }
    }
    guard let raw = unsafe opened, !cicu_failed(status) else {
      throw ICUError(what: rule, status: status)
    }
    unsafe self.raw = raw
    self.rule = rule
  }

  deinit { unsafe cicu_trans_close(raw) }

  /// Rewrites UTF-16 text, in a buffer that grows when ICU says how much more it needs.
  ///
  /// - Complexity: O(*n*).
  borrowing func apply(to units: [UInt16]) throws(ICUError) -> [UInt16] {
    guard !units.isEmpty else { return [] }
    precondition(units.count < 100_000_000, "text to transliterate is cut before it comes here")
    var capacity = units.count * 2 + 16
    while true {
      var status: Int32 = 0
      var length = Int32(units.count)
      var end = length
      var buffer = units
      buffer.append(contentsOf: repeatElement(0, count: capacity - units.count))
      unsafe buffer.withUnsafeMutableBufferPointer { buffer in
        unsafe cicu_trans_apply(
          raw, buffer.baseAddress!, &length, Int32(buffer.count), &end, &status)
      }
      if cicu_overflowed(status), Int(length) > capacity {
        capacity = Int(length)
        continue
      }
      guard !cicu_failed(status) else { throw ICUError(what: rule, status: status) }
      return Array(buffer[..<Int(length)])
    }
  }
}
