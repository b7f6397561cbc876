/// The attributes and namespace declarations of a start tag, as they are told to an
/// ``XMLConsumer``: in the order of the document.
@safe public struct XMLAttributes: ~Escapable {
  /// One of them, with its value where libxml2 or a tape has it.
  @unsafe struct Slot {
    var name: XMLName
    var value: UnsafeBufferPointer<UInt8>
  }

  /// The declarations first, then the attributes.
  private let slots: UnsafePointer<Slot>
  public let namespaceCount: Int
  /// Attributes, namespace declarations not among them.
  public let count: Int

  @_lifetime(borrow slots)
  init(slots: UnsafePointer<Slot>, namespaceCount: Int, count: Int) {
    unsafe self.slots = slots
    self.namespaceCount = namespaceCount
    self.count = count
  }

  public func name(_ index: Int) -> XMLName {
    precondition(index >= 0 && index < count, "no such attribute")
    return unsafe slots[namespaceCount + index].name
  }

  /// The value as XML normalises it.
  @_lifetime(copy self)
  public func value(_ index: Int) -> Span<UInt8> {
    precondition(index >= 0 && index < count, "no such attribute")
    return bytes(namespaceCount + index)
  }

  /// `xmlns` or `xmlns:…`.
  public func namespaceName(_ index: Int) -> XMLName {
    precondition(index >= 0 && index < namespaceCount, "no such namespace declaration")
    return unsafe slots[index].name
  }

  /// The URI that a declaration binds; empty for `xmlns=""`.
  @_lifetime(copy self)
  public func namespaceURI(_ index: Int) -> Span<UInt8> {
    precondition(index >= 0 && index < namespaceCount, "no such namespace declaration")
    return bytes(index)
  }

  @_lifetime(copy self)
  private func bytes(_ index: Int) -> Span<UInt8> {
    let span = unsafe Span(_unsafeElements: slots[index].value)
    return unsafe _overrideLifetime(span, copying: self)
  }

  /// All of them, declarations first.
  var all: UnsafeBufferPointer<Slot> {
    unsafe UnsafeBufferPointer(start: slots, count: namespaceCount + count)
  }
}
