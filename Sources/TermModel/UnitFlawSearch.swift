/// Looks through a unit for what XML cannot say.
struct UnitFlawSearch {
  private(set) var flaw: UnitFlaw?

  mutating func check(_ text: String, in what: @autoclosure () -> String) {
    if flaw != nil { return }
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isAllowed =
        value >= 0x20
        ? value & 0xFFFF < 0xFFFE || value > 0xFFFF : value == 9 || value == 10 || value == 13
      if isAllowed { continue }
      let digits = String(value, radix: 16, uppercase: true).leftPadded(to: 4)
      flaw = UnitFlaw(
        .forbiddenCharacter, ["character": "U+\(digits)", "what": what(), "text": text])
      return
    }
  }

  mutating func check(_ tag: MarkupTag, of element: String) {
    if flaw != nil { return }
    checkName(element, prefix: tag.prefix)
    var seen: Set<MarkupName> = []
    for declaration in tag.declarations {
      check(declaration.namespace, in: "a namespace")
      if !declaration.prefix.isEmpty { checkName(declaration.prefix) }
      let name = MarkupName(declaration.prefix, prefix: "xmlns")
      if !seen.insert(name).inserted { repeated("xmlns:\(declaration.prefix)", element) }
    }
    for attribute in tag.attributes {
      checkName(attribute.name.local, prefix: attribute.name.prefix)
      check(attribute.value, in: "the attribute \(attribute.name)")
      // One name with two prefixes is one attribute: the namespace counts.
      let key = MarkupName(attribute.name.local, namespace: attribute.name.namespace)
      if !seen.insert(key).inserted { repeated(attribute.name.description, element) }
    }
  }

  mutating func check(_ nodes: [MarkupNode]) { for node in nodes { check(node) } }

  mutating func check(_ node: MarkupNode) {
    if flaw != nil { return }
    switch node {
    case .element(let element):
      check(element.tag, of: element.localName)
      check(element.content)
    case .text(let text): check(text, in: "a text")
    case .comment(let text):
      check(text, in: "a comment")
      if text.contains("--") || text.hasSuffix("-") { fail(.comment, ["text": text]) }
    case .instruction(let target, let data):
      checkName(target)
      check(data, in: "an instruction")
      if data.contains("?>") || target.lowercased() == "xml" {
        fail(.instruction, ["text": "\(target) \(data)"])
      }
    }
  }

  mutating func check(_ parts: [SegmentPart]) {
    for part in parts where flaw == nil {
      switch part {
      case .text(let text): check(text, in: "a segment")
      case .code(let code):
        check(code.tag, of: code.element.rawValue)
        check(code.parts)
      case .other(let node): check(node)
      }
    }
  }

  /// A name without colon: XML Namespaces 1.0, "NCName". Letters beyond ASCII are taken as they are
  /// but for those that are surely none.
  private mutating func checkName(_ name: String, prefix: String = "") {
    for part in prefix.isEmpty ? [name] : [prefix, name] {
      let scalars = part.unicodeScalars
      let isGood =
        scalars.first.map { Self.mayBegin($0) } == true
        && scalars.dropFirst().allSatisfy { Self.mayBegin($0) || Self.mayFollow($0) }
      if !isGood { fail(.badName, ["name": part]) }
    }
  }

  /// XML 1.0 (fifth edition), "NameStartChar".
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  /// XML 1.0 (fifth edition), "NameChar", beside those that may begin.
  private static func mayFollow(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }

  private mutating func repeated(_ attribute: String, _ element: String) {
    fail(.attributeTwice, ["attribute": attribute, "element": element])
  }

  private mutating func fail(_ code: UnitFlaw.Code, _ values: [String: String]) {
    if flaw == nil { flaw = UnitFlaw(code, values) }
  }
}

extension TranslationUnit {
  /// The first thing that keeps the unit out of an XML file, and so out of a memory; `nil` for a
  /// sound one.
  ///
  /// - Complexity: O(*n*).
  public var flaw: UnitFlaw? {
    var search = UnitFlawSearch()
    search.check(tag, of: "tu")
    for part in content {
      switch part {
      case .note(let note): search.check(note)
      case .property(let property): search.check(property)
      case .variant(let variant): search.check(variant)
      case .other(let node): search.check(node)
      }
    }
    return search.flaw
  }
}

extension MemoryHeader {
  /// The first thing that keeps the header out of an XML file; `nil` for a sound one.
  public var flaw: UnitFlaw? {
    var search = UnitFlawSearch()
    search.check(tag, of: "header")
    for part in content {
      switch part {
      case .note(let note): search.check(note)
      case .property(let property): search.check(property)
      case .encoding(let encoding):
        search.check(encoding.tag, of: "ude")
        for part in encoding.content {
          switch part {
          case .map(let map):
            search.check(map.tag, of: "map")
            search.check(map.content)
          case .other(let node): search.check(node)
          }
        }
      case .other(let node): search.check(node)
      }
    }
    return search.flaw
  }
}

extension UnitFlawSearch {
  mutating func check(_ note: UnitNote) {
    check(note.tag, of: "note")
    check(note.content)
  }

  mutating func check(_ property: UnitProperty) {
    check(property.tag, of: "prop")
    check(property.content)
  }

  mutating func check(_ variant: TranslationUnitVariant) {
    check(variant.tag, of: "tuv")
    for part in variant.content {
      switch part {
      case .note(let note): check(note)
      case .property(let property): check(property)
      case .segment(let segment):
        check(segment.tag, of: "seg")
        check(segment.parts)
      case .other(let node): check(node)
      }
    }
  }
}
