import Testing
import XMLStream

/// Canonical XML 1.0, as `xmllint --c14n` (libxml2 2.9.14) writes the same documents.
@Suite struct CanonicalTests {
  @Test(arguments: [
    // Empty elements are two tags; the declaration and the document type go.
    ("<?xml version=\"1.0\"?>\n<!DOCTYPE a SYSTEM \"a.dtd\">\n<a/>", "<a></a>"),
    // White space in tags goes, that in text stays.
    ("<a  b = 'c'\n >\n <d /> </a >", "<a b=\"c\">\n <d></d> </a>"),
    // Attributes by namespace, then local name; those without one first.
    (
      "<a xmlns:z='u:1' xmlns:y='u:2' z:b='1' y:a='2' c='3' b='4' xml:lang='en'/>",
      "<a xmlns:y=\"u:2\" xmlns:z=\"u:1\" b=\"4\" c=\"3\" xml:lang=\"en\" z:b=\"1\" y:a=\"2\"></a>"
    ),
    // Declarations: default first, then by prefix; superfluous ones go.
    (
      "<a xmlns:b='u:b' xmlns='u:a'><c xmlns='u:a' xmlns:b='u:b'/><d xmlns=''><e xmlns=''/></d></a>",
      "<a xmlns=\"u:a\" xmlns:b=\"u:b\"><c></c><d xmlns=\"\"><e></e></d></a>"
    ),
    (
      "<a xmlns=''><b xmlns='u'/><b xmlns='u'/></a>",
      "<a><b xmlns=\"u\"></b><b xmlns=\"u\"></b></a>"
    ),
    (
      "<p:a xmlns:p='u'><p:b xmlns:p='v'><p:c xmlns:p='u'/></p:b><p:d/></p:a>",
      "<p:a xmlns:p=\"u\"><p:b xmlns:p=\"v\"><p:c xmlns:p=\"u\"></p:c></p:b><p:d></p:d></p:a>"
    ),
    // Escapes in text and attributes.
    (
      "<a b='&lt;&gt;&amp;&quot;&apos;&#9;&#10;&#13;\t\n'>&lt;&gt;&amp;\"'&#9;&#10;&#13;</a>",
      "<a b=\"&lt;>&amp;&quot;'&#x9;&#xA;&#xD;  \">&lt;&gt;&amp;\"'\t\n&#xD;</a>"
    ),
    // An ampersand wherever a value may come from.
    (
      "<!DOCTYPE a [<!ATTLIST a d CDATA '&amp;#38;'>]><a xmlns='u&amp;&#38;' b='&#38;#38;&amp;lt;'/>",
      "<a xmlns=\"u&amp;&amp;\" b=\"&amp;#38;&amp;lt;\" d=\"&amp;#38;\"></a>"
    ),
    // Line ends, CDATA, references.
    ("<a>1\r\n2\r3<![CDATA[<&>]]>&#x5132;&#128515;</a>", "<a>1\n2\n3&lt;&amp;&gt;儲😃</a>"),
    // Comments and instructions, inside and around.
    (
      "<!-- 1 --><?p  q ?>\n<a><!--2\r\n--><?r?></a><?s t?><!--3-->",
      "<!-- 1 -->\n<?p q ?>\n<a><!--2\n--><?r?></a>\n<?s t?>\n<!--3-->"
    ),
    // What stands in the internal subset goes, but for its defaults.
    (
      "<!DOCTYPE a [<!-- c --><?p q?><!ATTLIST a b CDATA \"d\" n NMTOKENS #IMPLIED>]><a n=' x  y '/>",
      "<a b=\"d\" n=\"x y\"></a>"
    ),
    (
      "<tmx a='1'><body xmlns:x='u'> <tu x:b='2'>c</tu>\n</body></tmx>",
      "<tmx a=\"1\"><body xmlns:x=\"u\"> <tu x:b=\"2\">c</tu>\n</body></tmx>"
    ),
  ])
  func `a document equals its canonical form`(_ source: String, _ expected: String) throws {
    #expect(try canonical(Array(source.utf8)) == expected)
    // By way of elements that are gone through, too.
    #expect(try canonical(Array(source.utf8), gone: ["a", "tmx", "body"]) == expected)
    // And again: what is canonical stays as it is.
    #expect(try canonical(Array(expected.utf8)) == expected)
  }

  @Test func `a piece by itself carries the namespaces from around it`() throws {
    let source =
      "<tmx xmlns='u' xmlns:v='w'><body v:a='1'><tu><v:x xmlns='u' xmlns:v='y'/></tu></body></tmx>"
    let log = PieceLog()
    let collector = XMLPieceCollector(names: log.names, document: "a.xml", consumer: log)
    try XMLPushReader(document: "a.xml", names: log.names, consumer: collector)
      .read(Array(source.utf8))
    #expect(log.pieces == ["<tu xmlns=\"u\" xmlns:v=\"w\"><v:x xmlns:v=\"y\"></v:x></tu>"])
  }

  @Test func `forty attributes are sorted as two are`() throws {
    let names = (0..<40).map { "a\($0)" }
    let source = "<x " + names.reversed().map { "\($0)='1'" }.joined(separator: " ") + "/>"
    let sorted = names.sorted().map { " \($0)=\"1\"" }.joined()
    #expect(try canonical(Array(source.utf8)) == "<x\(sorted)></x>")
  }
}
