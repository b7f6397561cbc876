import ArgumentParser
import TermModel

/// From which language a command translates into which.
struct MemoryLanguagePair: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of what is searched (default: zh-TW for a text with Chinese characters, else en).",
      valueName: "tag"),
    transform: Self.tag)
  var from: LanguageTag?

  @Option(
    help: ArgumentHelp(
      "The language of the translation (default: en from Chinese, else zh-TW).", valueName: "tag"),
    transform: Self.tag)
  var to: LanguageTag?

  /// The tag, reconciled.
  static func tag(_ text: String) throws -> LanguageTag {
    let tag = LanguageTag(text)
    guard tag.spelling != .illFormed else {
      throw ValidationError("\"\(text)\" is no language tag; write one such as zh-TW or en.")
    }
    return tag.reconciled
  }

  func validate() throws {
    if let from, from == to {
      throw ValidationError("--from and --to are both \(from.description).")
    }
  }

  /// Both, with what is not said taken from the text.
  func pair(for text: String) -> (from: LanguageTag, to: LanguageTag) {
    let from = from ?? guessed(for: text)
    return (from, to ?? (from.isChinese ? .english : .taiwan))
  }

  private func guessed(for text: String) -> LanguageTag {
    if let to { return to.isChinese ? .english : .taiwan }
    return text.unicodeScalars.contains(where: \.properties.isIdeographic) ? .taiwan : .english
  }
}
