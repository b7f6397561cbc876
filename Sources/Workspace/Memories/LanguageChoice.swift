public import TermModel

/// Which languages of a memory are meant by a tag that a person names.
///
/// - A tag means itself and what is narrower: `en` also `en-US`, `zh` every Chinese.
/// - A tag with a region also means the bare language: `en-US` also `en`; but not in Chinese, where
///   the regions have different words: `zh-TW` means neither `zh` nor `zh-HK`.
public enum LanguageChoice {
  /// - Parameters: reconciled tags.
  public static func means(_ wanted: LanguageTag, _ tag: LanguageTag) -> Bool {
    if wanted == tag { return true }
    let (wide, narrow) = (wanted.description.lowercased(), tag.description.lowercased())
    if narrow.hasPrefix(wide + "-") { return true }
    return wide.hasPrefix(narrow + "-") && !wanted.isChinese
  }
}
