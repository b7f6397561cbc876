import TermModel
import Testing
import XMLStream

@Suite struct XMLPushReaderTests {
  @Test func `events come in order with the lines where they begin`() {
    let source = """
      <?xml version="1.1"?>
      <!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "tmx14.dtd">
      <!-- first
      -->
      <tmx version="1.4"><a
         b="c"
         d="e"
      >x
      y<b/><!-- z
      --><?p
      q?></a
      ></tmx>
      """
    let reading = read(source, withLines: true)
    #expect(
      reading.events == [
        "1: begin 1.1 UTF-8",
        "2: doctype tmx -//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN tmx14.dtd",
        "3: # first\n", "5: <tmx version=[1.4]", "5: <a b=[c] d=[e]", "8: 'x\ny", "9: <b", "9: </b",
        "9: # z\n", "10: ?p q", "11: </a", "12: </tmx",
      ])
    #expect(reading.problem == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `lines are counted whatever ends them`(_ end: String) {
    let lines = ["<a>", "<b c='1", "2'/>", "x<![CDATA[", "]]>", "<d>&#1;</d>", "</a>"]
    let reading = read(lines.joined(separator: end), withLines: true)
    #expect(reading.line == 6)
    #expect(reading.code == .forbiddenCharacter)
    #expect(reading.events.contains("2: <b c=[1 2]"))
    #expect(reading.events.contains("3: '\nx\n\n"))
  }

  @Test func `what a consumer throws ends the reading, and comes out`() throws {
    let log = EventLog()
    log.stopsAt = "b"
    let reader = XMLPushReader(document: "a.xml", names: log.names, consumer: log)
    let bytes = Array("<a><b/><c/></a>".utf8)
    #expect(throws: EventLog.Stop.self) { try reader.read(bytes) }
    #expect(log.events == ["begin 1.0 UTF-8", "<a", "<b"])
    #expect(throws: EventLog.Stop.self) { try reader.push(bytes.span) }
  }

  @Test func `names have numbers, and one number each`() throws {
    let names = XMLNameTable(known: ["tmx", "lang", "tu"])
    #expect(names.qualified(XMLName(known: 2)) == "tu")
    #expect(names.intern(local: "lang") == XMLName(known: 1))
    #expect(names.plain(.xmlLang) == XMLName(known: 1))
    let prefixed = names.intern(prefix: "t", local: "tu", namespace: "u")
    #expect(prefixed != XMLName(known: 2))
    #expect(names.plain(prefixed) == XMLName(known: 2))
    #expect(names.qualified(prefixed) == "t:tu")
    #expect(names.namespace(.xmlLang) == XMLNameTable.xmlNamespace)
    #expect(names.namespace(prefixed) == "u")
    #expect(names.intern(prefix: "t", local: "tu", namespace: "u") == prefixed)
  }

  @Test func `one table serves several readers`() throws {
    let names = XMLNameTable(known: ["a"])
    for _ in 0..<3 {
      let log = EventLog(names: names)
      try XMLPushReader(document: "a.xml", names: names, consumer: log)
        .read(Array("<a xml:lang='en' b='1'/>".utf8))
      #expect(log.events == ["begin 1.0 UTF-8", "<a xml:lang=[en] b=[1]", "</a"])
    }
    #expect(names.count < 20)
  }

  @Test func `every code has words`() {
    for code in XMLProblem.Code.allCases { #expect(Message.knows(code: code.rawValue)) }
  }
}
