import XMLStream

/// A tape for rewritten pieces, used again for each.
final class TMXScratch {
  var tape: XMLTape

  init(_ vocabulary: TMXVocabulary) { tape = XMLTape(names: vocabulary.names) }
}
