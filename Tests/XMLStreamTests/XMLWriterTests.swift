import TermModel
import TestSupport
import Testing
import XMLStream

@Suite struct XMLWriterTests {
  final class Collected: XMLSink {
    var bytes: [UInt8] = []
    var writes = 0
    func write(_ span: Span<UInt8>) {
      writes += 1
      for index in 0..<span.count { bytes.append(span[index]) }
    }
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  @Test func `a document is written and reads back`() throws {
    let sink = Collected()
    let writer = XMLWriter(to: sink, document: "out.xml")
    try writer.declaration()
    try writer.doctype(XMLDoctype(name: "tmx", publicID: nil, systemID: "tmx14.dtd"))
    try writer.start("tmx")
    try writer.attribute("version", "1.4 <\"&\t\n\r>")
    try writer.comment(" c ")
    try writer.instruction("p", "q")
    try writer.start("xml:a")
    try writer.end()
    try writer.text("1 < 2 & ]]> \r儲")
    try writer.markup(Array("<b></b>".utf8))
    #expect(writer.bytesWritten > 0 && sink.writes == 0)
    try writer.finish()
    #expect(
      sink.text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4 &lt;&quot;&amp;&#x9;&#xA;&#xD;>"><!-- c --><?p q?><xml:a/>\
        1 &lt; 2 &amp; ]]&gt; &#xD;儲<b></b></tmx>
        """)
    #expect(writer.bytesWritten == sink.bytes.count)
    #expect(sink.writes == 1)
    #expect(read(sink.bytes).events.contains("'1 < 2 & ]]> \r儲"))
  }

  @Test(arguments: ["\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func `what XML forbids is refused, and nothing of it is written`(_ character: String) throws {
    let sink = Collected()
    let writer = XMLWriter(to: sink, document: "out.xml")
    try writer.start("a")
    for body: () throws -> Void in [
      { try writer.attribute("b", "x\(character)") }, { try writer.text("x\(character)y") },
      { try writer.comment(character) }, { try writer.instruction("p", character) },
    ] {
      let problem = #expect(throws: XMLProblem.self) { try body() }
      #expect(problem?.code == .forbiddenText)
    }
    #expect(XMLText.firstForbidden(in: "x\(character)") != nil)
    try writer.finish()
    #expect(sink.text == "<a/>")
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5, 0x84],
      [0xEF, 0xBF, 0xBF],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5, 0x20, 0x80],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused`(_ bytes: [UInt8]) {
    let writer = XMLWriter(to: Collected(), document: "out.xml")
    #expect(throws: XMLProblem.self) { try writer.text(bytes.span) }
    #expect(XMLText.firstForbidden(bytes.span) == 0)
  }

  @Test func `what may stand in XML is not refused`() {
    for value in (0..<0x11_0000 as Range<UInt32>) where value < 0x100 || value % 0xFFF < 2 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let isForbidden = XMLText.firstForbidden(in: String(scalar)) != nil
      #expect((XMLText.firstForbidden(bytes.span) != nil) == isForbidden)
      let isAllowed =
        read("<a>\(scalar == "<" || scalar == "&" ? "x" : String(scalar))</a>").problem == nil
      #expect(isAllowed == !isForbidden, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: ["", "1a", "a b", ":a", "a:", "a:b:c", "-a", "a<", "a=", "\u{FFFF}"])
  func `names that are none are refused`(_ name: String) {
    let writer = XMLWriter(to: Collected(), document: "out.xml")
    let problem = #expect(throws: XMLProblem.self) { try writer.start(name) }
    #expect(problem?.code == .badName)
  }

  @Test(arguments: [("c", "a--b"), ("c", "a-"), ("i", "a?>b")])
  func `comments and instructions cannot be broken out of`(_ kind: String, _ text: String) {
    let writer = XMLWriter(to: Collected(), document: "out.xml")
    let problem = #expect(throws: XMLProblem.self) {
      if kind == "c" { try writer.comment(text) } else { try writer.instruction("p", text) }
    }
    #expect(problem?.code == .forbiddenText)
  }

  @Test func `the buffer is sent on when it is full`() throws {
    let sink = Collected()
    let writer = XMLWriter(to: sink, document: "out.xml")
    try writer.start("a")
    for _ in 0..<30_000 { try writer.text("0123456789") }
    #expect(sink.writes >= 4)
    try writer.finish()
    #expect(sink.bytes.count == 300_007)
  }
}
