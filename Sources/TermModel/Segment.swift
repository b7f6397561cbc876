/// One language's text with the formatting codes that stand in it. TMX 1.4b, "seg".
///
///     let segment = Segment([
///       .text("Click "), .code(InlineCode(.bpt, ["i": "1"], [.text("<b>")])), .text("Save"),
///       .code(InlineCode(.ept, ["i": "1"], [.text("</b>")])), .text("."),
///     ])
///     segment.text   // "Click Save."
public struct Segment: Hashable, Sendable {
  public var tag: MarkupTag
  public var parts: [SegmentPart]

  public init(_ parts: [SegmentPart], tag: MarkupTag = MarkupTag()) {
    self.parts = parts
    self.tag = tag
  }

  public init(_ text: String) { self.init(text.isEmpty ? [] : [.text(text)]) }

  /// The translatable text: that of the segment and its `hi`, not the native code of the others.
  public var text: String { flat.text }

  /// The translatable text and the places of the codes in it.
  ///
  /// An element that TMX does not know is no code; its text is text. A `sub` inside a code belongs
  /// to the code.
  ///
  /// - Complexity: O(*n*).
  public var flat: FlatSegment {
    var flat = FlatSegment(utf8: [])
    for part in parts { part.append(to: &flat) }
    return flat
  }
}
