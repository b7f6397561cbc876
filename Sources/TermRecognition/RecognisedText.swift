/// The mentions of a document, in the order of their start; accepted ones do not overlap.
public struct RecognisedText: Sendable {
  public var mentions: [Mention]
  /// What the mentions name; each name once.
  public var names: [MentionedName]

  public init(mentions: [Mention] = [], names: [MentionedName] = []) {
    self.mentions = mentions
    self.names = names
  }

  public func name(of mention: Mention) -> MentionedName { names[mention.name] }
}
