/// What was done to a document.
public struct AnnotationSummary: Hashable, Sendable {
  /// Accepted mentions.
  public var mentions = 0
  /// Mentions that got a gloss.
  public var annotated = 0
  /// Whether anything was inserted, so that the document differs from what was read.
  public var isChanged = false
}
