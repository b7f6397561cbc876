extension LanguageTag {
  /// The tag that this spelling means, in the one spelling of it that the house uses.
  ///
  ///     LanguageTag("zh_TW").reconciled        // zh-TW
  ///     LanguageTag("ZH-Hant").reconciled      // zh-TW
  ///     LanguageTag("cmn-Hans-CN").reconciled  // zh-CN
  ///     LanguageTag("eng").reconciled          // en
  ///     LanguageTag("zh").reconciled           // zh: no region is guessed
  ///
  /// `_` is `-`; a language of three letters that has one of two gets that (for the languages listed
  /// here); Chinese written as a script is the region that other tools mean by it (`Hant` Taiwan,
  /// `Hans` China), as are Windows' `zh-CHT` and `zh-CHS`; a script that the language always has is
  /// left out (`en-Latn-US`). Region, variants and private subtags stay, and nothing else is guessed.
  ///
  /// Whoever goes on with another tag than the written one reports it: ``spelling``.
  ///
  /// - SeeAlso: RFC 5646, 2.1.1 for case, 4.1 for scripts that say nothing.
  public var reconciled: LanguageTag {
    if isUsual { return self }
    var parts = description.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
      .map { $0.lowercased() }
    guard let first = parts.first, !first.isEmpty else { return self }
    switch first {
    case "zht": parts.replaceSubrange(0..<1, with: ["zh", "hant"])
    case "zhs": parts.replaceSubrange(0..<1, with: ["zh", "hans"])
    default: parts[0] = Self.shortLanguages[first] ?? first
    }
    if parts.count > 1, parts[0] == "zh" {
      Self.reconcileChinese(&parts)
    } else if parts.count > 1, Self.usualScripts[parts[0]] == parts[1] {
      parts.remove(at: 1)
    }
    return LanguageTag(Self.cased(parts))
  }

  /// `en` or `zh-TW`: nothing to reconcile, and nearly all tags are so.
  private var isUsual: Bool {
    let bytes = description.utf8
    guard bytes.count == 2 || bytes.count == 5 else { return false }
    for (index, byte) in bytes.enumerated() {
      let isRight =
        switch index {
        case 0, 1: (97...122).contains(byte)
        case 2: byte == UInt8(ascii: "-")
        default: (65...90).contains(byte)
        }
      if !isRight { return false }
    }
    return true
  }

  /// How a tag is written, from what nobody minds to what is no tag.
  public enum Spelling: String, Sendable {
    /// As ``reconciled``, but for case.
    case usual
    /// Another spelling of it, such as `zh_TW` or `zh-Hant`.
    case other
    /// Bare `zh`, which says neither region nor script.
    case bareChinese
    /// Nothing that RFC 5646 allows even with `_` for `-`.
    case illFormed
  }

  public var spelling: Spelling {
    guard Self.isWellFormed(description) else { return .illFormed }
    let reconciled = reconciled
    if reconciled.description == "zh" { return .bareChinese }
    return reconciled == self ? .usual : .other
  }

  /// Whether letters, digits and hyphens (or `_`) stand as RFC 5646, 2.1 has them: subtags of one to
  /// eight characters, the first of letters.
  private static func isWellFormed(_ text: String) -> Bool {
    let parts = text.utf8.split(omittingEmptySubsequences: false) {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard let first = parts.first, first.allSatisfy({ isLetter($0) }) else { return false }
    // x-… and i-… are whole tags of their own kind.
    if first.count == 1, parts.count == 1 || !["x", "i"].contains(String(first)?.lowercased()) {
      return false
    }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || (48...57).contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private static func reconcileChinese(_ parts: inout [String]) {
    let region = parts.count > 2 ? parts[2] : ""
    let hasRegion = region.count == 2
    switch parts[1] {
    case "hant" where hasRegion, "hans" where hasRegion:
      // zh-Hans-TW is a script that its region does not have by itself: nothing to leave out.
      let usual = ["cn", "sg", "my"].contains(region) ? "hans" : "hant"
      if parts[1] == usual { parts.remove(at: 1) }
    case "hant", "cht": parts[1] = "tw"
    case "hans", "chs": parts[1] = "cn"
    default: break
    }
  }

  /// Language small, script with a capital, region in capitals; what follows a single letter small.
  private static func cased(_ parts: [String]) -> String {
    var isPrivate = parts[0].count == 1
    var text = parts[0]
    for part in parts.dropFirst() {
      if part.count == 1 { isPrivate = true }
      let isRegion = part.count == 2 && !isPrivate
      let isScript = part.count == 4 && !isPrivate && part.utf8.allSatisfy { isLetter($0) }
      text += "-" + (isRegion ? part.uppercased() : isScript ? part.capitalisedASCII : part)
    }
    return text
  }

  private static let shortLanguages = [
    "cmn": "zh", "zho": "zh", "chi": "zh", "eng": "en", "jpn": "ja", "kor": "ko", "fra": "fr",
    "fre": "fr", "deu": "de", "ger": "de", "spa": "es", "ita": "it", "por": "pt", "rus": "ru",
    "vie": "vi", "tha": "th", "ind": "id", "msa": "ms", "may": "ms", "nld": "nl", "dut": "nl",
  ]
  private static let usualScripts = [
    "en": "latn", "fr": "latn", "de": "latn", "es": "latn", "it": "latn", "pt": "latn",
    "nl": "latn", "vi": "latn", "ja": "jpan", "ko": "kore", "ru": "cyrl", "th": "thai",
  ]
}

extension String {
  /// `hant` → `Hant`.
  fileprivate var capitalisedASCII: String { prefix(1).uppercased() + dropFirst() }
}
