import TermModel
import Testing
import XMLStream

/// What libxml2 2.9.14 leaves to us, and what XML itself refuses.
@Suite struct HostileTests {
  struct Case: CustomStringConvertible {
    var name: String
    var source: String
    var code: XMLProblem.Code
    var line: Int?
    /// Ends of `<u>` before the problem.
    var units: Int
    var description: String { name }

    init(
      _ name: String, _ source: String, _ code: XMLProblem.Code, line: Int? = 1, units: Int = 0
    ) {
      (self.name, self.source, self.code, self.line, self.units) = (name, source, code, line, units)
    }
  }

  static let refused = [
    // Entities
    Case("undeclared entity", "<a>\n<u/>&x;</a>", .entityUndeclared, line: 2, units: 1),
    Case(
      "undeclared entity with a DTD", "<!DOCTYPE a SYSTEM 'b'><a>\n<u/>&x;<u/></a>",
      .entityUndeclared, line: 2, units: 1),
    Case(
      "undeclared entity in an attribute", "<!DOCTYPE a SYSTEM 'b'><a>\n<u/><u c='&x;'/></a>",
      .entityUndeclared, line: 2, units: 1),
    Case(
      "undeclared entity in a default", "<!DOCTYPE a [<!ATTLIST u b CDATA '&x;'>]><a><u/></a>",
      .entityUndeclared),
    Case(
      "internal entity", "<!DOCTYPE a [\n<!ENTITY x 'y'>]><a><u/>&x;</a>", .entityDeclaration,
      line: 2),
    Case(
      "internal entity, not used", "<!DOCTYPE a [\n<!ENTITY x 'y'>]><a><u/></a>",
      .entityDeclaration,
      line: 2),
    Case(
      "external entity", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
      .entityDeclaration),
    Case(
      "external entity, public",
      "<!DOCTYPE a [<!ENTITY x PUBLIC 'p' 'http://127.0.0.1/'>]><a>&x;</a>",
      .entityDeclaration),
    Case(
      "unparsed entity",
      "<!DOCTYPE a [<!NOTATION n SYSTEM 'n'><!ENTITY x SYSTEM 'f' NDATA n>]><a/>",
      .entityDeclaration),
    Case(
      "parameter entity", "<!DOCTYPE a [<!ENTITY % p SYSTEM 'canary.dtd'> %p;]><a>&leak;</a>",
      .entityDeclaration),
    Case("undeclared parameter entity", "<!DOCTYPE a [ %p; ]><a/>", .entityUndeclared),
    Case(
      "billion laughs",
      "<!DOCTYPE a [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><a><u/>&b;</a>", .entityDeclaration
    ),
    Case(
      "the five declared again", "<!DOCTYPE a [<!ENTITY lt '&#38;#60;'>]><a>&lt;</a>",
      .entityDeclaration),
    // Characters
    Case(
      "reference to a control character", "<a>\n<u/>&#1;</a>", .forbiddenCharacter, line: 2,
      units: 1),
    Case(
      "reference beyond Unicode", "<a>\n<u/>&#x110000;</a>", .forbiddenCharacter, line: 2, units: 1),
    Case("reference that overflows", "<a>&#99999999999999999999;</a>", .forbiddenCharacter),
    Case("reference to a surrogate", "<a>&#xD800;</a>", .forbiddenCharacter),
    Case("control character", "<a>\n<u/>\u{1}</a>", .forbiddenCharacter, line: 2, units: 1),
    Case("U+FFFF", "<a>\u{FFFF}</a>", .forbiddenCharacter),
    Case("zero", "<a>\n<u/>x\u{0}</a>", .zeroByte, line: 2, units: 1),
    Case("zeros after the end", "<a/>\n\u{0}\u{0}", .zeroByte, line: 2),
    // Form
    Case("empty", "", .empty),
    Case("white space only", "\n\n", .cutOffOutside, line: 3),
    Case("declaration only", "<?xml version='1.0'?>", .cutOffOutside),
    Case("no XML", "hello", .notXML),
    Case("one letter", "h", .notXML),
    Case("cut off in a tag", "<a><u/>\n<b c='", .cutOff, line: 2, units: 1),
    Case("cut off in text", "<a><u/>\n<b>text", .cutOff, line: 2, units: 1),
    Case("cut off before the last tag", "<a>\n<u/></b", .cutOff, line: 2, units: 1),
    Case("cut off in a reference", "<a><u/>&am", .cutOff, units: 1),
    Case("cut off in a comment", "<a><u/><!-- x --", .cutOff, units: 1),
    Case("cut off in CDATA", "<a><u/><![CDATA[ x ]]", .cutOff, units: 1),
    Case("cut off in a comment after the root", "<a><u/></a><!-- ", .cutOffOutside, units: 1),
    Case("cut off in the document type", "<!DOCTYPE a [<!ELEMENT", .cutOffOutside),
    Case("text after the end", "<a><u/></a>\nx", .afterEnd, line: 2, units: 1),
    Case("a second root", "<a><u/></a>\n<a/>", .afterEnd, line: 2, units: 1),
    Case(
      "a line before the declaration", "\n<?xml version='1.0'?><a/>", .declarationNotFirst, line: 2),
    Case("wrong end tag", "<a>\n<u/><b></c></a>", .tagMismatch, line: 2, units: 1),
    Case("attribute twice", "<a>\n<u b='1' b='2'/></a>", .attributeTwice, line: 2),
    Case(
      "attribute twice by namespace", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
      .attributeTwice),
    Case("bare <", "<a>\n<u/>1 < 2</a>", .notWellFormed, line: 2, units: 1),
    Case("bare &", "<a><u/>1 & 2</a>", .bareAmpersand, units: 1),
    Case(
      "bare & with ; far away", "<a><u/>\n1 & 2</a><!-- ; -->", .bareAmpersand, line: 2, units: 1),
    Case("bare & in a word", "<a><u/>AT&T</a>", .bareAmpersand, units: 1),
    Case("bare & in an attribute", "<a><u/><u b='1&2'/></a>", .bareAmpersand, units: 1),
    Case("bare & before the end", "<a><u/>AT&T", .cutOff, units: 1),
    Case("]]> in text", "<a><u/>]]></a>", .notWellFormed, units: 1),
    Case(
      "U+0001 in CDATA", "<a>\n<u/><![CDATA[x\u{1}]]></a>", .forbiddenCharacter, line: 2, units: 1),
    Case(
      "U+FFFF in CDATA", "<a>\n<u/><![CDATA[x\u{FFFF}]]></a>", .forbiddenCharacter, line: 2,
      units: 1),
    Case("-- in a comment", "<a><u/><!-- -- --></a>", .notWellFormed, units: 1),
    Case("prefix without namespace", "<a>\n<u/><p:b/></a>", .namespace, line: 2, units: 1),
    Case("XML 2.0", "<?xml version='2.0'?><a/>", .notWellFormed),
    // Encodings
    Case("UTF-7", "<?xml version='1.0' encoding='UTF-7'?><a/>", .encodingUnsupported),
    Case("EBCDIC by name", "<?xml version='1.0' encoding='IBM037'?><a/>", .encodingUnsupported),
    Case("UTF-32 by name", "<?xml version='1.0' encoding='UTF-32'?><a/>", .encodingUnsupported),
    Case("no encoding", "<?xml version='1.0' encoding='x-klingon-99'?><a/>", .encodingUnsupported),
    Case("UTF-16 by name only", "<?xml version='1.0' encoding='utf-16'?><a/>", .encodingConflict),
    Case(
      "UTF-8 in a file of ASCII", "<?xml version='1.0' encoding='us-ascii'?><a>\n<u/>é</a>",
      .wrongBytes, line: 2, units: 1),
  ]

  @Test(arguments: refused)
  func `what is wrong is refused where it stands, and what comes before it is told`(_ test: Case) {
    let reading = read(test.source)
    #expect(reading.code == test.code, "\(String(describing: reading.problem))")
    #expect(reading.line == test.line)
    #expect(reading.events.filter { $0 == "</u" }.count == test.units)
  }

  @Test(arguments: [
    "<!DOCTYPE a SYSTEM '/etc/hostname'><a/>", "<!DOCTYPE a PUBLIC 'p' 'http://127.0.0.1:1/'><a/>",
    "<!DOCTYPE a [<!ELEMENT a ANY><!NOTATION n SYSTEM 'n'>]><a/>",
    "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/hostname'/></a>",
    "<?xml-stylesheet href='http://127.0.0.1:1/'?><a>&lt;&gt;&amp;&apos;&quot;&#65;</a>",
  ])
  func `what points outside is told and not followed`(_ source: String) {
    #expect(read(source).problem == nil)
  }

  // MARK: Limits

  static func limited(_ change: (inout XMLLimits) -> Void) -> XMLLimits {
    var limits = XMLLimits()
    change(&limits)
    return limits
  }

  static let large: [(String, XMLProblem.Code, XMLLimits)] = [
    ("<a>\(String(repeating: "<b>", count: 5000))", .tooDeep, XMLLimits()),
    ("<a>\(String(repeating: "x", count: 9 << 20))</a>", .textTooLong, XMLLimits()),
    (
      "<a>\(String(repeating: "&lt;", count: 3000))</a>", .textTooLong,
      limited { $0.textBytes = 2000 }
    ),
    (
      "<a><![CDATA[\(String(repeating: "x", count: 99_999))]]></a>", .markupTooLong,
      limited { $0.markupBytes = 100 }
    ),
    ("<a><!--\(String(repeating: "x", count: 2 << 20))--></a>", .markupTooLong, XMLLimits()),
    (
      "<!--\(String(repeating: "x", count: 99_999))--><a/>", .markupTooLong,
      limited { $0.markupBytes = 100 }
    ),
    (
      "<a><?p \(String(repeating: "x", count: 200))?></a>", .markupTooLong,
      limited { $0.markupBytes = 100 }
    ),
    (
      "<a><!--\(String(repeating: "x", count: 200))--></a>", .markupTooLong,
      limited { $0.markupBytes = 100 }
    ),
    ("<a b='\(String(repeating: "x", count: 1 << 20))'/>", .tagTooLong, XMLLimits()),
    (
      "<\(String(repeating: "x", count: 99_999))/>", .tagTooLong, limited { $0.startTagBytes = 100 }
    ),
    ("<a><![CDATA[<\(String(repeating: "&x", count: 2 << 19))]]></a>", .markupTooLong, XMLLimits()),
    ("<a>&\(String(repeating: "x", count: 2 << 20));</a>", .markupTooLong, XMLLimits()),
    (
      "<a \((0..<1001).map { "b\($0)=''" }.joined(separator: " "))/>", .tooManyAttributes,
      XMLLimits()
    ),
    (
      "<a \((0..<101).map { "xmlns:b\($0)='u'" }.joined(separator: " "))/>", .tooManyNamespaces,
      XMLLimits()
    ),
    ("<a>\((0..<101).map { "<b\($0)/>" }.joined())</a>", .tooManyNames, limited { $0.names = 100 }),
    (
      "<a>\((0..<101).map { "<?b\($0)?>" }.joined())</a>", .tooManyNames, limited { $0.names = 100 }
    ),
    (
      "<!DOCTYPE a [\(String(repeating: "<!-- x -->", count: 20_000))]><a/>", .doctypeTooLong,
      XMLLimits()
    ),
    (
      "<!DOCTYPE a [<!ATTLIST b \((0..<101).map { "c\($0) CDATA ''" }.joined(separator: " "))>]><a/>",
      .doctypeTooLong, XMLLimits()
    ),
    (
      "<!DOCTYPE a [<!ATTLIST b c CDATA '\(String(repeating: "x", count: 20_000))'>]>"
        + "<a>\(String(repeating: "<b/>", count: 1000))</a>", .amplification, XMLLimits()
    ),
  ]

  @Test(arguments: large.indices)
  func `what is too large is refused`(_ index: Int) {
    let (source, code, limits) = Self.large[index]
    #expect(read(source, limits: limits).code == code)
  }

  @Test func `a piece that is too large is refused where it begins`() {
    let log = PieceLog()
    let limits = Self.limited { $0.pieceBytes = 10_000 }
    let collector = XMLPieceCollector(
      names: log.names, document: "a.xml", limits: limits, consumer: log)
    let reader = XMLPushReader(document: "a.xml", names: log.names, consumer: collector)
    let many = String(repeating: "<c>x</c>", count: 1000)
    let problem = #expect(throws: XMLProblem.self) {
      try reader.read(Array("<tmx><tu/>\n<tu>\n\(many)</tu></tmx>".utf8))
    }
    #expect(problem?.code == .pieceTooLarge)
    #expect(problem?.place?.line == 2)
    #expect(log.pieces == ["<tu></tu>", "\n"])
  }
}
