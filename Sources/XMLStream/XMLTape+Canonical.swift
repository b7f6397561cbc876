extension XMLTape {
  /// Adds the canonical form of all that stands on the tape: Canonical XML 1.0 with comments,
  /// UTF-8.
  ///
  /// Declarations and attributes are sorted, superfluous declarations left out, empty elements
  /// written as two tags; what was a reference, CDATA or a character is one and the same.
  ///
  /// - Complexity: O(*n* + *a* log *a*) for *n* bytes and the *a* attributes of an element.
  public func appendCanonical(
    to output: inout XMLByteBuffer, context: XMLCanonicalContext = .alone
  ) {
    appendCanonical(0..<entryCount, to: &output, context)
  }

  /// Adds the canonical form of one node with all that it holds.
  public func appendCanonical(
    _ node: XMLNode, to output: inout XMLByteBuffer, context: XMLCanonicalContext = .alone
  ) {
    let entry = entry(node)
    precondition(entry.kind != .end, "an end is not written by itself")
    let end = entry.kind == .element ? Int(entry.link) : Int(node.index) + 1
    appendCanonical(Int(node.index)..<end, to: &output, context)
  }

  /// As above, into an array. The way over an ``XMLByteBuffer`` that is kept is quicker.
  public func appendCanonical(
    to output: inout [UInt8], context: XMLCanonicalContext = .alone
  ) {
    var buffer = XMLByteBuffer(capacity: 2 * bytes.count + 16 * entryCount)
    appendCanonical(to: &buffer, context: context)
    output += buffer.bytes
  }

  private func appendCanonical(
    _ range: Range<Int>, to output: inout XMLByteBuffer, _ context: XMLCanonicalContext
  ) {
    var writing = CanonicalWriting(context)
    var index = range.lowerBound
    while index < range.upperBound {
      let entry = unsafe entries[index]
      switch entry.kind {
      case .element:
        writing.start(index, of: self, to: &output)
        index += Int(entry.offset) + Int(entry.length)
      case .end: writing.end(entry, of: self, to: &output)
      case .text: unsafe output.appendEscaped(buffer(entry), .text)
      case .comment:
        output.append("<!--")
        unsafe output.append(buffer(entry))
        output.append("-->")
      case .instruction:
        output.append("<?")
        output.append(names.qualifiedBytes(entry.name))
        if entry.length > 0 {
          output.append(UInt8(ascii: " "))
          unsafe output.append(buffer(entry))
        }
        output.append("?>")
      case .namespace, .attribute: writing.attribute(entry, of: self, to: &output)
      }
      index += 1
    }
  }

  func buffer(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(start: bytes.start + Int(entry.offset), count: Int(entry.length))
  }
}
