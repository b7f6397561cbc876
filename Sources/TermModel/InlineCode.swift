/// A formatting code of the file that the text came from. TMX 1.4b, "Content Markup".
public struct InlineCode: Hashable, Sendable {
  /// The elements of TMX 1.4 that stand in a segment.
  public enum Element: String, CaseIterable, Sendable {
    /// Begins a pair, `ept` ends it; `i` says which belong together, and pairs may overlap.
    case bpt, ept
    /// Stands alone: a picture, a line break, a variable.
    case ph
    /// The one end of a pair whose other end is in another segment.
    case it
    /// Marks translatable text.
    case hi
    /// A text of its own inside a code: a footnote, an alternative text.
    case sub
    /// Unknown; deprecated since TMX 1.4.
    case ut
  }

  public var element: Element
  public var tag: MarkupTag
  /// Native code in text, and `sub`; of `hi` and `sub`, translatable text and codes.
  public var parts: [SegmentPart]

  public init(_ element: Element, tag: MarkupTag, parts: [SegmentPart]) {
    self.element = element
    self.tag = tag
    self.parts = parts
  }

  public init(
    _ element: Element, _ attributes: KeyValuePairs<String, String> = [:],
    _ parts: [SegmentPart] = []
  ) {
    let tag = MarkupTag(attributes: attributes.map { MarkupAttribute($0.key, $0.value) })
    self.init(element, tag: tag, parts: parts)
  }

  func append(to flat: inout FlatSegment) {
    let kind: InlineCodeKind
    switch element {
    case .bpt: kind = .bpt
    case .ept: kind = .ept
    case .ph: kind = .ph
    case .it: kind = .it
    case .sub: kind = .sub
    case .ut: kind = .ut
    case .hi:
      flat.codes.append(FlatSegment.Code(offset: flat.utf8.count, kind: .hiStart))
      for part in parts { part.append(to: &flat) }
      kind = .hiEnd
    }
    flat.codes.append(FlatSegment.Code(offset: flat.utf8.count, kind: kind))
  }
}
