import CLibXML2Shims

/// What libxml2's events come to.
extension ParserEngine {
  func begin() {
    guard unsafe failure == nil else { return }
    if let version = unsafe cxml_version(parser) {
      declaration.version = unsafe String(cString: version)
    }
    let standalone = unsafe cxml_standalone(parser)
    declaration.standalone = standalone < 0 ? nil : standalone == 1
    consume { try consumer.begin(declaration) }
  }

  func doctype(
    _ name: UnsafePointer<UInt8>?, _ publicID: UnsafePointer<UInt8>?,
    _ systemID: UnsafePointer<UInt8>?
  ) {
    guard unsafe failure == nil else { return }
    let doctype = XMLDoctype(
      name: unsafe name.map { unsafe String(cString: $0) } ?? "",
      publicID: unsafe publicID.map { unsafe String(cString: $0) },
      systemID: unsafe systemID.map { unsafe String(cString: $0) })
    consume { try consumer.doctype(doctype, line: parserLine) }
  }

  /// Where an event begins. In the root, where the one before it ended, for they leave no gap;
  /// outside, where it ends itself, less the line ends in it.
  func beginLine(_ bytes: UnsafeBufferPointer<UInt8>? = nil) -> Int32 {
    let before = unsafe lineOfNext
    let now = unsafe parser.pointee.line.pointee
    unsafe lineOfNext = now
    unsafe textRun = 0
    if unsafe !open.isEmpty { return before }
    guard let bytes = unsafe bytes else { return now }
    return now - Int32(unsafe bytes.count { $0 == UInt8(ascii: "\n") })
  }

  func start(
    _ key: PointerNames.Key, _ namespaces: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
    _ attributes: UnsafeBufferPointer<UnsafePointer<UInt8>?>, _ defaulted: Int
  ) {
    guard unsafe failure == nil else { return }
    let line = unsafe beginLine()
    unsafe hasRoot = true
    let namespaceCount = namespaces.count / 2
    let count = attributes.count / 5
    unsafe namespacesInScope += namespaceCount
    if unsafe open.count >= limits.depth {
      return fail(.tooDeep, line: Int(line), ["limit": String(limits.depth)])
    }
    if count > limits.attributes {
      let values = ["count": String(count), "limit": String(limits.attributes)]
      return fail(.tooManyAttributes, line: Int(line), values)
    }
    if unsafe namespacesInScope > limits.namespaces {
      return fail(.tooManyNamespaces, line: Int(line), ["limit": String(limits.namespaces)])
    }
    let name = interned(key)
    unsafe open.append(OpenElement(name: name, line: line, namespaces: Int32(namespaceCount)))
    reserve(namespaceCount + count)
    for index in 0..<namespaceCount {
      unsafe (slots + index).initialize(
        to: XMLAttributes.Slot(
          name: namespaceName(namespaces[2 * index]),
          value: Self.buffer(namespaces[2 * index + 1])))
    }
    var areInInput = namespaceCount == 0
    let (inputStart, inputEnd) = unsafe (
      parser.pointee.input_start.pointee, parser.pointee.input_end.pointee
    )
    for index in 0..<count {
      let from = 5 * index
      let value = unsafe attributes[from + 3] ?? Self.nothing
      let length = unsafe attributes[from + 4].map { unsafe $0 - value } ?? 0
      if let inputStart = unsafe inputStart, let inputEnd = unsafe inputEnd,
        unsafe value < inputStart || value >= inputEnd
      {
        areInInput = false
      }
      unsafe (slots + namespaceCount + index).initialize(
        to: XMLAttributes.Slot(
          name: interned(
            PointerNames.Key(attributes[from], attributes[from + 1], attributes[from + 2])),
          value: UnsafeBufferPointer(start: value, count: length)))
    }
    if !areInInput { resolve(namespaceCount + count) }
    if defaulted > 0 { checkAmplification(namespaceCount + count, defaulted) }
    if names.count > mostNames {
      return fail(.tooManyNames, line: Int(line), ["limit": String(limits.names)])
    }
    guard unsafe failure == nil else { return }
    do {
      let tag = unsafe XMLAttributes(slots: slots, namespaceCount: namespaceCount, count: count)
      try consumer.start(name, tag, line: Int(line))
    } catch {
      fail(error)
    }
  }

  func end() {
    guard unsafe failure == nil, let element = unsafe open.last else { return }
    let line = unsafe beginLine()
    unsafe open.removeLast()
    unsafe namespacesInScope -= Int(element.namespaces)
    do { try consumer.end(element.name, line: Int(line)) } catch { fail(error) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard unsafe failure == nil else { return }
    let line = unsafe lineOfNext
    unsafe lineOfNext = unsafe parser.pointee.line.pointee
    unsafe textRun += bytes.count
    if unsafe textRun > limits.textBytes {
      let element = unsafe open.last.map { names.qualified($0.name) } ?? ""
      let values = ["limit": String(limits.textBytes), "element": element]
      return unsafe fail(.textTooLong, line: open.last.map { Int($0.line) }, values)
    }
    do { try consumer.text(unsafe Span(_unsafeElements: bytes), line: Int(line)) } catch {
      fail(error)
    }
  }

  func cdata(_ bytes: UnsafeBufferPointer<UInt8>) {
    let span = unsafe Span(_unsafeElements: bytes)
    if let place = XMLText.firstForbidden(span) {
      let reason = "\(XMLText.character(at: place, in: span)) in a CDATA section"
      let isByte = span[place] >= 0x80 && reason.hasPrefix("byte")
      return fail(isByte ? .wrongBytes : .forbiddenCharacter, ["reason": reason])
    }
    unsafe text(bytes)
  }

  func comment(_ bytes: UnsafePointer<UInt8>?) {
    guard unsafe failure == nil else { return }
    if unsafe open.isEmpty, unsafe cxml_is_in_subset(parser) { return }
    let text = unsafe Self.buffer(bytes)
    let line = unsafe beginLine(text)
    guard text.count <= limits.markupBytes else {
      return fail(.markupTooLong, line: Int(line), ["limit": String(limits.markupBytes)])
    }
    do { try consumer.comment(unsafe Span(_unsafeElements: text), line: Int(line)) } catch {
      fail(error)
    }
  }

  func instruction(_ target: UnsafePointer<UInt8>?, _ data: UnsafePointer<UInt8>?) {
    guard unsafe failure == nil else { return }
    if unsafe open.isEmpty, unsafe cxml_is_in_subset(parser) { return }
    let text = unsafe Self.buffer(data)
    let line = unsafe beginLine(text)
    let name = interned(unsafe PointerNames.Key(target, nil, nil))
    guard text.count <= limits.markupBytes else {
      return fail(.markupTooLong, line: Int(line), ["limit": String(limits.markupBytes)])
    }
    guard names.count <= mostNames else {
      return fail(.tooManyNames, line: Int(line), ["limit": String(limits.names)])
    }
    do {
      try consumer.instruction(name, unsafe Span(_unsafeElements: text), line: Int(line))
    } catch {
      fail(error)
    }
  }
}
