/// What a segment or an inline code is made of, in order.
public indirect enum SegmentPart: Hashable, Sendable {
  case text(String)
  case code(InlineCode)
  /// Comments, instructions, and elements that TMX does not know.
  case other(MarkupNode)

  func append(to flat: inout FlatSegment) {
    switch self {
    case .text(let text): flat.utf8 += text.utf8
    case .code(let code): code.append(to: &flat)
    case .other(let node): flat.utf8 += node.text.utf8
    }
  }
}
