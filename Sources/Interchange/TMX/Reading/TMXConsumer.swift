public import XMLStream

/// Who takes a TMX file as ``TMXReader`` reads it: elements that are gone through (root, header,
/// body, unknown ones round units), and what stands in them, piece by piece, in order.
///
/// Pieces and units are the reader's and hold what they hold during the call. Who throws ends the
/// reading.
public protocol TMXConsumer: AnyObject {
  func begin(_ declaration: XMLDeclaration) throws
  /// An element that is gone through begins: its start tag is the piece.
  func open(_ element: TMXElement, _ tag: TMXPiece) throws
  func close(_ element: TMXElement, line: Int) throws
  /// What is no unit: a child of the header, white space, a comment, a stray element.
  func piece(_ piece: TMXPiece) throws
  func unit(_ unit: TMXUnit) throws
}

extension TMXConsumer {
  public func begin(_ declaration: XMLDeclaration) throws {}
  public func open(_ element: TMXElement, _ tag: TMXPiece) throws {}
  public func close(_ element: TMXElement, line: Int) throws {}
  public func piece(_ piece: TMXPiece) throws {}
}
