import Testing
import XMLStream

@Suite struct XMLTapeTests {
  struct Missing: Error {}

  static let names = ["tu", "tuv", "seg", "prop", "a", "b"]

  /// Reads a document and hands its one piece to `body`.
  private func withTape(_ source: String, _ body: @escaping (borrowing XMLTape) throws -> Void)
    throws
  {
    final class One: XMLPieceConsumer {
      let body: (borrowing XMLTape) throws -> Void
      init(_ body: @escaping (borrowing XMLTape) throws -> Void) { self.body = body }
      func opens(_ name: XMLName, depth: Int, parent: XMLName?) -> Bool { false }
      func open(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) {}
      func close(_ name: XMLName, depth: Int, line: Int) {}
      func piece(_ tape: borrowing XMLTape, scope: XMLNamespaceScope, depth: Int) throws {
        try body(tape)
      }
    }
    let names = XMLNameTable(known: Self.names)
    let collector = XMLPieceCollector(names: names, document: "a.xml", consumer: One(body))
    try XMLPushReader(document: "a.xml", names: names, consumer: collector).read(Array(source.utf8))
  }

  @Test func `children, siblings and attributes are found`() throws {
    let source = "<tu a='1' b='&lt;'>x<tuv>\n<seg/></tuv>y&amp;<![CDATA[z]]><!--c--></tu>"
    try withTape(source) { tape in
      guard let tu = tape.first else { throw Missing() }
      do {
        let holds = tape.name(tu) == XMLName(known: 0)
        #expect(holds)
      }
      do {
        let holds = tape.attributes(tu).map { tape.string($0) } == ["1", "<"]
        #expect(holds)
      }
      do {
        let holds =
          tape.attribute(XMLName(known: 5), of: tu).map { tape.value($0, is: "<") } == true
        #expect(holds)
      }
      do {
        let holds = tape.attribute(.xmlLang, of: tu) == nil
        #expect(holds)
      }
      do {
        let holds = tape.next(tu) == nil
        #expect(holds)
      }
      var kinds: [XMLNode.Kind] = []
      var texts: [String] = []
      var node = tape.firstChild(tu)
      while let here = node {
        kinds.append(tape.kind(here))
        texts.append(tape.string(here))
        node = tape.next(here)
      }
      #expect(kinds == [.text, .element, .text, .comment])
      #expect(texts == ["x", "", "y&z", "c"])
      do {
        let holds = tape.nodes.filter { tape.kind($0) == .end }.map { tape.line($0) } == [2, 2, 2]
        #expect(holds)
      }
      do {
        let holds = tape.line(tape.end(tu)) == 2
        #expect(holds)
      }
      do {
        let holds = tape.isComplete
        #expect(holds)
      }
    }
  }

  @Test func `a tape can be written anew, with changes`() throws {
    try withTape("<tu a='1' xmlns:p='u'><tuv lang='en'><seg>x<p:b/></seg></tuv></tu>") { tape in
      guard let tu = tape.first else { throw Missing() }
      guard let tuv = tape.firstChild(tu) else { throw Missing() }
      var new = XMLTape(names: tape.names)
      new.appendStart(tape.name(tu), line: 1)
      for node in tape.namespaces(tu) { new.appendNamespace(tape.name(node), tape.value(node)) }
      for node in tape.attributes(tu) { new.append(node, of: tape) }
      new.appendStart(tape.name(tuv), line: 1)
      for node in tape.attributes(tuv) { new.appendAttribute(.xmlLang, tape.value(node)) }
      guard let seg = tape.firstChild(tuv) else { throw Missing() }
      new.append(seg, of: tape)
      new.append(seg, of: tape)
      let more = Array("1".utf8)
      new.appendText(more.span, line: 2)
      new.appendText(more.span, line: 3)
      new.appendEnd(line: 3)
      do {
        let holds = !new.isComplete
        #expect(holds)
      }
      new.appendEnd(line: 3)
      var bytes: [UInt8] = []
      new.appendCanonical(to: &bytes)
      let seg2 = "<seg>x<p:b></p:b></seg>"
      #expect(
        String(decoding: bytes, as: UTF8.self)
          == "<tu xmlns:p=\"u\" a=\"1\"><tuv xml:lang=\"en\">\(seg2)\(seg2)11</tuv></tu>")
      new.removeAll()
      do {
        let holds = new.isEmpty && new.first == nil
        #expect(holds)
      }
    }
  }
}
