/// Something that stands in a file and that the model has no name for, kept as it is.
public indirect enum MarkupNode: Hashable, Sendable {
  case element(MarkupElement)
  /// Characters; between elements mostly white space.
  case text(String)
  case comment(String)
  case instruction(target: String, data: String)
}
