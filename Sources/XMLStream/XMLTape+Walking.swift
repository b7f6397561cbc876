extension XMLTape {
  @inlinable func entry(_ node: XMLNode) -> Entry {
    precondition(node.index >= 0 && Int(node.index) < entryCount, "the node is of another tape")
    return unsafe entries[Int(node.index)]
  }

  // MARK: Among siblings

  /// The first thing on the tape.
  @inlinable public var first: XMLNode? { entryCount == 0 ? nil : XMLNode(0) }

  /// What stands after a node beside it; `nil` at the end of the element around it.
  @inlinable public func next(_ node: XMLNode) -> XMLNode? {
    let entry = entry(node)
    let after = entry.kind == .element ? Int(entry.link) : Int(node.index) + 1
    return sibling(at: after)
  }

  /// The first thing in an element: text, element, comment or instruction; `nil` where it is empty.
  @inlinable public func firstChild(_ element: XMLNode) -> XMLNode? {
    let entry = entry(element)
    precondition(entry.kind == .element, "only an element holds something")
    return sibling(at: Int(element.index) + 1 + Int(entry.offset) + Int(entry.length))
  }

  @inlinable func sibling(at index: Int) -> XMLNode? {
    guard index < entryCount, unsafe entries[index].kind != .end else { return nil }
    return XMLNode(index)
  }

  // MARK: In the order of the document

  /// All nodes in order: elements, their declarations, their attributes, what they hold, their
  /// ends. The quickest way through a tape.
  @inlinable public var nodes: some RandomAccessCollection<XMLNode> {
    (0..<entryCount).lazy.map { XMLNode($0) }
  }

  /// The end of an element, whose ``line(_:)`` is that of the end tag.
  public func end(_ element: XMLNode) -> XMLNode {
    let entry = entry(element)
    precondition(entry.kind == .element && entry.link > 0, "only a complete element has an end")
    return XMLNode(Int(entry.link) - 1)
  }

  // MARK: What stands there

  @inlinable public func kind(_ node: XMLNode) -> XMLNode.Kind { entry(node).kind }

  /// Of an element or its end, an attribute, a namespace declaration (`xmlns`, `xmlns:…`), or the
  /// target of an instruction. Other nodes have no name that means anything.
  @inlinable public func name(_ node: XMLNode) -> XMLName { entry(node).name }

  /// Where it begins in its document, from 1. An attribute has the line of its tag.
  @inlinable public func line(_ node: XMLNode) -> Int { Int(entry(node).line) }

  /// The bytes of a text, a comment, an instruction's data, an attribute's value, a declaration's
  /// URI: UTF-8. Of an element none.
  @_lifetime(borrow self)
  @inlinable public func value(_ node: XMLNode) -> Span<UInt8> {
    let entry = entry(node)
    let isElement = entry.kind == .element || entry.kind == .end
    let start = unsafe bytes.start + (isElement ? 0 : Int(entry.offset))
    let span = unsafe Span(_unsafeStart: start, count: isElement ? 0 : Int(entry.length))
    return unsafe _overrideLifetime(span, borrowing: self)
  }

  public func string(_ node: XMLNode) -> String {
    let entry = entry(node)
    guard entry.kind != .element, entry.kind != .end else { return "" }
    return unsafe String(
      decoding: UnsafeBufferPointer(
        start: bytes.start + Int(entry.offset), count: Int(entry.length)), as: UTF8.self)
  }

  /// A copy of the value.
  public func bytes(_ node: XMLNode) -> [UInt8] {
    let entry = entry(node)
    guard entry.kind != .element, entry.kind != .end else { return [] }
    return unsafe Array(
      UnsafeBufferPointer(start: bytes.start + Int(entry.offset), count: Int(entry.length)))
  }

  /// Whether the value is this text.
  public func value(_ node: XMLNode, is text: StaticString) -> Bool {
    let entry = entry(node)
    guard entry.kind != .element, Int(entry.length) == text.utf8CodeUnitCount else { return false }
    let start = unsafe bytes.start + Int(entry.offset)
    return (0..<Int(entry.length)).allSatisfy { unsafe start[$0] == text.utf8Start[$0] }
  }

  // MARK: Attributes

  /// The attributes of an element, in the order of the document.
  public func attributes(_ element: XMLNode) -> some RandomAccessCollection<XMLNode> {
    let entry = entry(element)
    let first = Int(element.index) + 1 + (entry.kind == .element ? Int(entry.offset) : 0)
    return (first..<first + (entry.kind == .element ? Int(entry.length) : 0)).lazy
      .map { XMLNode($0) }
  }

  /// The namespace declarations of an element, in the order of the document.
  public func namespaces(_ element: XMLNode) -> some RandomAccessCollection<XMLNode> {
    let entry = entry(element)
    let first = Int(element.index) + 1
    return (first..<first + (entry.kind == .element ? Int(entry.offset) : 0)).lazy
      .map { XMLNode($0) }
  }

  /// The attribute of this name; `nil` where there is none. O(attributes).
  public func attribute(_ name: XMLName, of element: XMLNode) -> XMLNode? {
    attributes(element).first { self.name($0) == name }
  }

  // MARK: Copying

  /// Adds a node of another tape with all that it holds. Both must have the same name table.
  public mutating func append(_ node: XMLNode, of tape: borrowing XMLTape) {
    precondition(tape.names === names, "the tapes have different names")
    let root = tape.entry(node)
    precondition(root.kind != .end && root.kind != .namespace, "an end is not copied by itself")
    if root.kind == .attribute {
      appendAttribute(root.name, tape.value(node))
      return
    }
    let last = root.kind == .element ? Int(root.link) : Int(node.index) + 1
    for index in Int(node.index)..<last {
      let node = XMLNode(index)
      let entry = tape.entry(node)
      switch entry.kind {
      case .element: appendStart(entry.name, line: Int(entry.line))
      case .namespace: appendNamespace(entry.name, tape.value(node))
      case .attribute: appendAttribute(entry.name, tape.value(node))
      case .end: appendEnd(line: Int(entry.line))
      case .text: appendText(tape.value(node), line: Int(entry.line))
      case .comment: appendComment(tape.value(node), line: Int(entry.line))
      case .instruction:
        appendInstruction(entry.name, tape.value(node), line: Int(entry.line))
      }
    }
  }
}
