import TermModel

/// Which languages stand for which.
enum TMXLanguage {
  /// What stands for all languages. TMX 1.4b, "srclang".
  static let any = "*all*"

  /// Whether the value stands for all languages: it is compared without case.
  static func isAny(_ value: String) -> Bool {
    value.utf8.count == any.utf8.count && value.lowercased() == any
  }

  static func isAny(_ value: Span<UInt8>) -> Bool {
    guard value.count == any.utf8.count else { return false }
    return isAny(value.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }

  /// The place of a language: the same tag; else the only one of the same language, where one of the
  /// two names no region.
  static func index(of wanted: LanguageTag, among tags: [LanguageTag?]) -> Int? {
    if let exact = tags.firstIndex(of: wanted) { return exact }
    let near = tags.indices.filter { index in
      guard let tag = tags[index] else { return false }
      return includes(wanted, tag) || includes(tag, wanted)
    }
    let distinct = Set(near.map { tags[$0] })
    return distinct.count == 1 ? near.first : nil
  }

  /// Whether a tag is this one or a narrower one: `en` has `en-US` in it (RFC 4647, 3.3.1).
  static func includes(_ wide: LanguageTag, _ tag: LanguageTag) -> Bool {
    if wide == tag { return true }
    let (wide, tag) = (wide.description.lowercased(), tag.description.lowercased())
    return tag.hasPrefix(wide + "-")
  }
}
