import CLibXML2Shims

/// libxml2's push parser over UTF-8 with our rules on top of it: what the callbacks call.
///
/// The first problem, its own, libxml2's or the consumer's, ends the events.
@safe final class ParserEngine {
  let document: String
  let limits: XMLLimits
  let names: XMLNameTable
  let consumer: any XMLConsumer
  let parser: UnsafeMutablePointer<cxml_parser>

  /// What is known of the encoding, before the document begins.
  var declaration = XMLDeclaration(
    version: "1.0", declaredEncoding: nil, encoding: "UTF-8", hasByteOrderMark: false,
    standalone: nil)
  // The state of the events is checked for overlapping use by `XMLPushReader.push`, once a call,
  // and not at each use: that would cost a fifth of the time.

  /// Bytes of the document as they came in, for the bound on amplification.
  @exclusivity(unchecked) var bytesTaken = 0

  /// Why there are no more events.
  @exclusivity(unchecked) var failure: (any Error)?

  /// The elements that are open, from the root.
  @exclusivity(unchecked) var open: [OpenElement] = []
  struct OpenElement {
    var name: XMLName
    var line: Int32
    var namespaces: Int32
  }
  @exclusivity(unchecked) var hasRoot = false

  /// Where the last event ended, which is where the next begins: events leave no gap between them.
  @exclusivity(unchecked) var lineOfNext: Int32 = 1
  @exclusivity(unchecked) var textRun = 0
  @exclusivity(unchecked) var namespacesInScope = 0
  var defaultsDeclared = 0
  var defaultBytes = 0

  @exclusivity(unchecked) var known = PointerNames()
  let mostNames: Int
  @exclusivity(unchecked) var slots: UnsafeMutablePointer<XMLAttributes.Slot>
  var slotCapacity = 64
  @exclusivity(unchecked) var values = AttributeValues()

  /// Attributes with a default value that an internal subset may declare. libxml2 looks at them
  /// all at every element.
  static let mostDefaults = 100

  private static let isReady: Void = cxml_prepare()

  init(document: String, names: XMLNameTable, limits: XMLLimits, consumer: any XMLConsumer) {
    self.document = document
    self.limits = limits
    self.names = names
    self.consumer = consumer
    mostNames = names.count + limits.names
    unsafe slots = .allocate(capacity: slotCapacity)
    Self.isReady
    var events = ParserCallbacks.events
    var alarms = ParserCallbacks.alarms
    guard let parser = unsafe cxml_open(&events, &alarms, nil) else {
      fatalError("no memory for a parser")
    }
    unsafe self.parser = parser
    unsafe parser.pointee.owner = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit {
    unsafe cxml_close(parser)
    unsafe slots.deallocate()
  }

  // MARK: Feeding

  /// Parses UTF-8 with line feeds as line ends. Nothing happens after a failure.
  func push(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    guard unsafe failure == nil else { return }
    unsafe cxml_push(parser, bytes.baseAddress, Int32(bytes.count), isLast)
    if unsafe failure == nil { checkUnread() }
  }

  /// The line where the event ends that is being told, and otherwise that of what is being parsed.
  var line: Int { parserLine }

  /// The line where the bytes that were pushed end.
  var lineOfEnd: Int {
    var count = 0
    guard let unread = unsafe cxml_unread(parser, &count) else { return parserLine }
    let rest = unsafe UnsafeBufferPointer(start: unread, count: count)
    return unsafe parserLine + rest.count { $0 == UInt8(ascii: "\n") }
  }

  /// The first byte that was pushed and not parsed.
  var unreadByte: UInt8? {
    var count = 0
    guard let unread = unsafe cxml_unread(parser, &count), count > 0 else { return nil }
    return unsafe unread[0]
  }

  /// What a message says of an element that is open.
  func values(of element: OpenElement) -> [String: String] {
    ["element": names.qualified(element.name), "opened": String(element.line)]
  }

  var parserLine: Int { Int(max(1, unsafe parser.pointee.line.pointee)) }

  func fail(_ error: any Error) {
    if unsafe failure == nil { unsafe failure = error }
    unsafe cxml_stop(parser)
  }

  func fail(_ code: XMLProblem.Code, line: Int? = nil, _ values: [String: String] = [:]) {
    guard unsafe failure == nil else { return }
    fail(XMLProblem(code, in: document, line: line ?? parserLine, values))
  }

  func consume(_ body: () throws -> Void) {
    do { try body() } catch { fail(error) }
  }

  // MARK: Start tags

  func reserve(_ count: Int) {
    guard count > slotCapacity else { return }
    unsafe slots.deallocate()
    slotCapacity = 2 * count
    unsafe slots = .allocate(capacity: slotCapacity)
  }

  /// Resolves what libxml2 left in values that do not lie in the input.
  func resolve(_ count: Int) {
    var most = 0
    for index in 0..<count { unsafe most += slots[index].value.count }
    unsafe values.begin(most)
    for index in 0..<count {
      unsafe slots[index].value = unsafe values.resolved(slots[index].value)
    }
  }

  /// Where an empty value stands.
  nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    unsafe byte.initialize(to: 0)
    return unsafe UnsafePointer(byte)
  }()
}
