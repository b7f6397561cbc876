import TermModel

/// What is known of a form in one of its senses.
public struct FormTraits: OptionSet, Hashable, Sendable, BitwiseCopyable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  public static let taiwan = FormTraits(rawValue: 1)
  public static let hongKong = FormTraits(rawValue: 2)
  public static let mainland = FormTraits(rawValue: 4)
  /// Nobody wrote it: it is another region's word in this region's script.
  public static let derived = FormTraits(rawValue: 8)
  /// A higher layer has this form in another sense.
  public static let hidden = FormTraits(rawValue: 16)
  /// Deprecated or forbidden.
  public static let outdated = FormTraits(rawValue: 32)
  /// What only later mentions use.
  public static let short = FormTraits(rawValue: 64)
  /// Written without the separators of the term, or with an English plural's s.
  public static let joined = FormTraits(rawValue: 128)

  init(region: LanguageTag) {
    self = region == .mainland ? .mainland : region == .hongKong ? .hongKong : .taiwan
  }
}
