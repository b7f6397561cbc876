/// What kind of inline code stands in a segment, which is all that a search compares of a code.
///
/// The names are those of TMX 1.4b, "Content Markup". `hi` holds translatable text, so its two ends
/// are marks of their own and the text between them belongs to the segment.
public enum InlineCodeKind: UInt8, Hashable, Sendable, CaseIterable {
  case bpt, ept, ph, it, hiStart, hiEnd, sub, ut
}
