/// A BCP 47 language tag, kept as it was written and compared without regard to case.
///
///     LanguageTag("zh-TW") == LanguageTag("ZH-tw")   // true
///
/// - SeeAlso: RFC 5646, 2.1.1: the case of a subtag carries no meaning.
public struct LanguageTag: Sendable, CustomStringConvertible {
  /// The tag as written.
  public let description: String
  /// What is compared: made once, for tags are compared more often than made.
  private let key: String

  public init(_ description: String) {
    self.description = description
    key = description.lowercased()
  }

  public static let taiwan = LanguageTag("zh-TW")
  public static let mainland = LanguageTag("zh-CN")
  public static let hongKong = LanguageTag("zh-HK")
  public static let english = LanguageTag("en")

  /// Whether this is Chinese of some region.
  public var isChinese: Bool {
    key == "zh" || key.hasPrefix("zh-")
  }
}

extension LanguageTag: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.key == right.key
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
