public import TermModel

/// What the user says that a file's language tags mean: `--map-language zh=zh-TW`.
public struct LanguageMap: Hashable, Sendable {
  /// What a tag is read as, by the tag as it is compared.
  private var targets: [LanguageTag: String]

  public init(_ pairs: [(from: String, to: String)] = []) {
    targets = Dictionary(
      pairs.map { (LanguageTag($0.from), $0.to) }, uniquingKeysWith: { _, last in last })
  }

  public var isEmpty: Bool { targets.isEmpty }

  /// What to write in place of a spelling; `nil` where it stays.
  public func replacement(for spelling: String) -> String? { targets[LanguageTag(spelling)] }

  /// The tag that a spelling means, reconciled.
  public func tag(_ spelling: String) -> LanguageTag {
    LanguageTag(replacement(for: spelling) ?? spelling).reconciled
  }
}
