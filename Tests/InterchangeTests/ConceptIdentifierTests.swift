import Interchange
import Testing

@Suite struct ConceptIdentifierTests {
  @Test(arguments: [
    ("Nvidia", "nvidia"), ("Donald J. Trump", "donald-j-trump"), ("Xi'an", "xian"),
    ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"), ("Łódź", "lodz"), ("Straße", "strasse"),
    ("Ærøskøbing", "aeroskobing"), ("Þór", "thor"), ("ICI", "ici"), ("I\u{307}stanbul", "istanbul"),
    ("  --TSMC!! ", "tsmc"), ("AT&T", "at-t"), ("7-ELEVEN", "7-eleven"), ("ı", "i"),
  ])
  func `an English name becomes an id`(_ name: String, _ id: String) {
    #expect(ConceptIdentifier.base(for: name) == id)
  }

  @Test func `a name without Latin letters gets the same id in every run`() {
    #expect(ConceptIdentifier.base(for: "輝達") == ConceptIdentifier.base(for: "輝達"))
    #expect(ConceptIdentifier.base(for: "輝達") != ConceptIdentifier.base(for: "台積電"))
    #expect(ConceptIdentifier.base(for: "輝達").hasPrefix("name-"))
  }

  @Test func `an id has at most 80 characters`() {
    let name = Array(repeating: "abc", count: 10_000).joined(separator: " ")
    let id = ConceptIdentifier.base(for: name)
    #expect(id.count <= 80 && !id.hasSuffix("-"))
  }

  @Test func `a hundred thousand equal names are numbered in linear time`() {
    var identifiers = ConceptIdentifier()
    for _ in 0..<99_999 { _ = identifiers.next(for: "Smith") }
    #expect(identifiers.next(for: "Smith") == "smith-100000")
  }
}
