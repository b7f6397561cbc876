/// Who takes a document piece by piece: some elements (the root, the body) are gone through, and
/// all that stands in them comes as whole pieces, each on a tape.
///
/// The tape is the collector's, used again after the call. Who throws ends the reading.
public protocol XMLPieceConsumer: AnyObject {
  /// The document begins.
  func begin(_ declaration: XMLDeclaration) throws
  func doctype(_ doctype: XMLDoctype, line: Int) throws

  /// Whether an element is gone through, and not collected as a piece. Asked at each start tag
  /// whose parents are all gone through.
  /// - Parameters:
  ///   - depth: 0 for the root.
  ///   - parent: the element around it.
  func opens(_ name: XMLName, depth: Int, parent: XMLName?) -> Bool

  /// An element that is gone through begins: ``XMLTape/first`` is it, with its attributes and
  /// nothing in it.
  /// - Parameter scope: the namespaces declared around it, not by itself.
  func open(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) throws
  /// An element that is gone through ends.
  func close(_ name: XMLName, depth: Int, line: Int) throws

  /// A child of an element that is gone through, whole: an element, a text, a comment or an
  /// instruction. Comments and instructions before and after the root come with depth 0.
  /// - Parameter scope: the namespaces declared around it.
  func piece(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) throws
}

extension XMLPieceConsumer {
  public func begin(_ declaration: XMLDeclaration) throws {}
  public func doctype(_ doctype: XMLDoctype, line: Int) throws {}
}
