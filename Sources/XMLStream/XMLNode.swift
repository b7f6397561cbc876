/// A place in an ``XMLTape``: something that stands there, or the end of an element.
public struct XMLNode: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case element, namespace, attribute, end, text, comment, instruction
  }

  @usableFromInline let index: Int32

  @inlinable init(_ index: Int) { self.index = Int32(truncatingIfNeeded: index) }
}
