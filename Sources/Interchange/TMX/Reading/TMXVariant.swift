public import TermModel
public import XMLStream

/// One `tuv` of a ``TMXUnit``.
public struct TMXVariant: Sendable {
  /// As written; `nil` where the file names none, or an empty one.
  public let language: String?
  /// Its place on the unit's tape.
  public let node: XMLNode
  /// The first `seg`; `nil` where there is none.
  public let segment: XMLNode?
  public let line: Int

  /// The tag that its spelling means.
  public var tag: LanguageTag? { language.map { LanguageTag($0).reconciled } }
}
