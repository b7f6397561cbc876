/// Who is told what stands in a document, in order, while it is read.
///
/// Bytes are UTF-8, line ends are one line feed, entities are resolved, CDATA is text. They live
/// for the call. Lines count from 1 and are those where the thing begins. One text may come in
/// several runs, cut anywhere between characters: ``XMLTape`` joins them.
///
/// Who throws ends the reading: `push` throws the same error.
public protocol XMLConsumer: AnyObject {
  /// The document begins. Once, before all else.
  func begin(_ declaration: XMLDeclaration) throws
  /// The document type declaration; nothing that it points at is read.
  func doctype(_ doctype: XMLDoctype, line: Int) throws
  func start(_ name: XMLName, _ attributes: borrowing XMLAttributes, line: Int) throws
  func end(_ name: XMLName, line: Int) throws
  func text(_ bytes: Span<UInt8>, line: Int) throws
  func comment(_ bytes: Span<UInt8>, line: Int) throws
  /// A processing instruction; `data` is empty where there is none.
  func instruction(_ target: XMLName, _ data: Span<UInt8>, line: Int) throws
}

extension XMLConsumer {
  public func begin(_ declaration: XMLDeclaration) throws {}
  public func doctype(_ doctype: XMLDoctype, line: Int) throws {}
  public func comment(_ bytes: Span<UInt8>, line: Int) throws {}
  public func instruction(_ target: XMLName, _ data: Span<UInt8>, line: Int) throws {}
}
