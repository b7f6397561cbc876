public import TermModel

/// The two languages of one file of a split.
public struct TMXLanguagePair: Hashable, Sendable {
  public let source: LanguageTag
  public let target: LanguageTag

  /// `en-US_zh-TW`: a file name without what file systems or shells mind.
  public var name: String { "\(Self.safe(source))_\(Self.safe(target))" }

  private static func safe(_ tag: LanguageTag) -> String {
    String(
      tag.description.unicodeScalars.prefix(60).map { scalar -> Character in
        let isSafe =
          scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isSafe || scalar == "-" ? Character(scalar) : "+"
      })
  }
}
