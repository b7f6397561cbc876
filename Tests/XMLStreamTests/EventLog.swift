import TermModel
import XMLStream

/// Events as text, one a line: what the tests compare. Runs of text are joined.
final class EventLog: XMLConsumer {
  let names: XMLNameTable
  let withLines: Bool
  private(set) var events: [String] = []
  private var lastWasText = false
  /// Throws at the element of this name.
  var stopsAt: String?

  struct Stop: Error {}

  init(names: XMLNameTable = XMLNameTable(), withLines: Bool = false) {
    self.names = names
    self.withLines = withLines
  }

  private func add(_ event: String, _ line: Int) {
    events.append(withLines ? "\(line): \(event)" : event)
    lastWasText = false
  }

  func begin(_ declaration: XMLDeclaration) {
    add("begin \(declaration.version) \(declaration.encoding)", 1)
  }

  func doctype(_ doctype: XMLDoctype, line: Int) {
    add("doctype \(doctype.name) \(doctype.publicID ?? "-") \(doctype.systemID ?? "-")", line)
  }

  func start(_ name: XMLName, _ attributes: borrowing XMLAttributes, line: Int) throws {
    var event = "<" + names.qualified(name)
    for index in 0..<attributes.namespaceCount {
      let uri = string(attributes.namespaceURI(index))
      event += " \(names.qualified(attributes.namespaceName(index)))={\(uri)}"
    }
    for index in 0..<attributes.count {
      event += " \(names.qualified(attributes.name(index)))=[\(string(attributes.value(index)))]"
    }
    add(event, line)
    if names.qualified(name) == stopsAt { throw Stop() }
  }

  func end(_ name: XMLName, line: Int) { add("</" + names.qualified(name), line) }

  func text(_ bytes: Span<UInt8>, line: Int) {
    if lastWasText {
      events[events.count - 1] += string(bytes)
    } else {
      add("'" + string(bytes), line)
      lastWasText = true
    }
  }

  func comment(_ bytes: Span<UInt8>, line: Int) { add("#" + string(bytes), line) }

  func instruction(_ target: XMLName, _ data: Span<UInt8>, line: Int) {
    add("?\(names.qualified(target)) \(string(data))", line)
  }

  private func string(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
