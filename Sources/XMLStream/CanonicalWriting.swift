/// The namespaces that are written so far, while the canonical form of a tape is made.
struct CanonicalWriting {
  /// What is declared in the output where we are, the innermost last.
  private var written: [XMLNamespaceScope.Binding] = []
  /// Of the elements that declare something: how many of `written` came before.
  private var marks: [Int] = []
  /// What the outermost elements declare besides what they say themselves.
  private let inherited: [XMLNamespaceScope.Binding]
  private var depth = 0

  init(_ context: XMLCanonicalContext) {
    if context.isEnclosed {
      written = context.scope.bindings
      inherited = []
    } else {
      inherited = context.scope.bindings
    }
  }

  mutating func start(
    _ index: Int, of tape: borrowing XMLTape, to output: inout XMLByteBuffer
  ) {
    let entry = unsafe tape.entries[index]
    output.append(UInt8(ascii: "<"))
    output.append(tape.names.qualifiedBytes(entry.name))
    if entry.offset > 0 || (depth == 0 && !inherited.isEmpty) {
      declare(index, Int(entry.offset), of: tape, to: &output)
    }
    depth += 1
    let first = index + 1 + Int(entry.offset)
    attributes(first..<first + Int(entry.length), of: tape, to: &output)
    output.append(UInt8(ascii: ">"))
  }

  mutating func end(
    _ entry: XMLTape.Entry, of tape: borrowing XMLTape, to output: inout XMLByteBuffer
  ) {
    output.append("</")
    output.append(tape.names.qualifiedBytes(entry.name))
    output.append(UInt8(ascii: ">"))
    depth -= 1
    let declares = unsafe tape.entries[Int(entry.link)].offset > 0
    if declares || (depth == 0 && !inherited.isEmpty), let mark = marks.popLast() {
      written.removeLast(written.count - mark)
    }
  }

  // MARK: Declarations

  private mutating func declare(
    _ index: Int, _ count: Int, of tape: borrowing XMLTape, to output: inout XMLByteBuffer
  ) {
    var declared = depth == 0 ? inherited : []
    for place in index + 1..<index + 1 + count {
      let node = XMLNode(place)
      let name = tape.name(node)
      declared.removeAll { $0.name == name }
      declared.append(XMLNamespaceScope.Binding(name: name, uri: tape.bytes(node)))
    }
    // The default namespace comes first, then the prefixes in their order.
    declared.sort { first, second in
      if first.name == .xmlns || second.name == .xmlns { return second.name != .xmlns }
      return tape.names.precedes(first.name, second.name)
    }
    marks.append(written.count)
    for binding in declared {
      let before = written.last { $0.name == binding.name }?.uri ?? []
      if before == binding.uri { continue }
      written.append(binding)
      output.append(UInt8(ascii: " "))
      output.append(tape.names.qualifiedBytes(binding.name))
      output.append("=\"")
      unsafe binding.uri.withUnsafeBufferPointer { unsafe output.appendEscaped($0, .attribute) }
      output.append(UInt8(ascii: "\""))
    }
  }

  // MARK: Attributes

  private func attributes(
    _ range: Range<Int>, of tape: borrowing XMLTape, to output: inout XMLByteBuffer
  ) {
    switch range.count {
    case 0: return
    case 1: unsafe attribute(tape.entries[range.lowerBound], of: tape, to: &output)
    default:
      unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: range.count) { order in
        let entries = unsafe tape.entries
        let names = tape.names
        unsafe Self.sort(range, order) { first, second in
          unsafe names.precedes(entries[first].name, entries[second].name)
        }
        for place in 0..<range.count {
          unsafe attribute(entries[order[place]], of: tape, to: &output)
        }
      }
    }
  }

  func attribute(
    _ entry: XMLTape.Entry, of tape: borrowing XMLTape, to output: inout XMLByteBuffer
  ) {
    output.append(UInt8(ascii: " "))
    output.append(tape.names.qualifiedBytes(entry.name))
    output.append("=\"")
    unsafe output.appendEscaped(tape.buffer(entry), .attribute)
    output.append(UInt8(ascii: "\""))
  }

  /// By insertion while there are few, which is nearly always.
  private static func sort(
    _ range: Range<Int>, _ order: UnsafeMutableBufferPointer<Int>,
    by precedes: (Int, Int) -> Bool
  ) {
    if range.count > 32 {
      _ = unsafe order.initialize(from: range.sorted(by: precedes))
      return
    }
    for (count, index) in range.enumerated() {
      var place = count
      while place > 0, precedes(index, unsafe order[place - 1]) {
        unsafe order[place] = order[place - 1]
        place -= 1
      }
      unsafe order[place] = index
    }
  }
}
