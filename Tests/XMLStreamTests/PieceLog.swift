import XMLStream

/// The canonical bytes of a document, made of its pieces: `tmx`, `header` and `body` are gone
/// through.
final class PieceLog: XMLPieceConsumer {
  let names: XMLNameTable
  private(set) var output = XMLByteBuffer()
  private(set) var pieces: [String] = []
  private var afterRoot = false
  var gone: Set<String> = ["tmx", "header", "body"]

  init(names: XMLNameTable = XMLNameTable()) { self.names = names }

  func opens(_ name: XMLName, depth: Int, parent: XMLName?) -> Bool {
    gone.contains(names.local(name))
  }

  func open(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) {
    var tag: [UInt8] = []
    tape.appendCanonical(to: &tag, context: .inside(scope))
    tag.removeLast(names.qualifiedBytes(tape.name(tape.first!)).count + 3)
    output.append(tag)
  }

  func close(_ name: XMLName, depth: Int, line: Int) {
    output.append("</")
    output.append(names.qualifiedBytes(name))
    output.append(">")
    if depth == 0 { afterRoot = true }
  }

  func piece(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) {
    var alone: [UInt8] = []
    tape.appendCanonical(to: &alone, context: .part(of: scope))
    pieces.append(String(decoding: alone, as: UTF8.self))
    if depth == 0, afterRoot { output.append("\n") }
    tape.appendCanonical(to: &output, context: .inside(scope))
    if depth == 0, tape.kind(tape.first!) == .element {
      afterRoot = true
    } else if depth == 0, !afterRoot {
      output.append("\n")
    }
  }

  var canonical: String { String(decoding: output.bytes, as: UTF8.self) }
}

/// The canonical form of a document, made the way a converter makes it.
func canonical(_ bytes: [UInt8], gone: Set<String> = []) throws -> String {
  let log = PieceLog()
  log.gone = gone
  let collector = XMLPieceCollector(names: log.names, document: "a.xml", consumer: log)
  try XMLPushReader(document: "a.xml", names: log.names, consumer: collector).read(bytes)
  if let place = XMLText.firstForbidden(log.output.span) { throw Forbidden(place: place) }
  return log.canonical
}

/// The reader gave something that XML forbids.
struct Forbidden: Error {
  var place: Int
}
