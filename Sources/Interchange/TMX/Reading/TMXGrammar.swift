/// What may stand where: TMX 1.4b and its DTD, `tmx14.dtd`.
struct TMXGrammar: Sendable {
  static let shared = TMXGrammar()

  /// By the element's raw value.
  private let children: [TMXElementSet]
  private let attributes: [TMXAttributeSet]
  private let holdsText: TMXElementSet

  static let requiredOfHeader: [TMXAttribute] = [
    .creationtool, .creationtoolversion, .segtype, .memoryFormat, .adminlang, .srclang, .datatype,
  ]

  private init() {
    let inline: [TMXElement] = [.bpt, .ept, .ph, .it, .hi, .ut]
    let history: [TMXAttribute] = [.creationdate, .creationid, .changedate, .changeid]
    let usage: [TMXAttribute] =
      history + [
        .originalEncoding, .datatype, .usagecount, .lastusagedate, .creationtool,
        .creationtoolversion, .memoryFormat,
      ]
    children = TMXElement.allCases.map { element in
      switch element {
      case .tmx: TMXElementSet([.header, .body])
      case .header: TMXElementSet([.note, .prop, .ude])
      case .body: TMXElementSet([.tu])
      case .tu: TMXElementSet([.note, .prop, .tuv])
      case .tuv: TMXElementSet([.note, .prop, .seg])
      case .ude: TMXElementSet([.map])
      case .seg, .hi, .sub: TMXElementSet(inline)
      case .bpt, .ept, .ph, .it, .ut: TMXElementSet([.sub])
      case .unknown, .note, .prop, .map: TMXElementSet([])
      }
    }
    attributes = TMXElement.allCases.map { element in
      switch element {
      case .tmx: TMXAttributeSet([.version])
      case .header: TMXAttributeSet(requiredOfHeaderAnd(history + [.originalEncoding]))
      case .note: TMXAttributeSet([.originalEncoding, .xmlLanguage, .lang])
      case .prop: TMXAttributeSet([.type, .originalEncoding, .xmlLanguage, .lang])
      case .ude: TMXAttributeSet([.name, .base])
      case .map: TMXAttributeSet([.unicode, .code, .ent, .subst])
      case .tu: TMXAttributeSet(usage + [.tuid, .segtype, .srclang])
      case .tuv: TMXAttributeSet(usage + [.xmlLanguage, .lang])
      case .bpt: TMXAttributeSet([.i, .x, .type])
      case .ept: TMXAttributeSet([.i])
      case .ph: TMXAttributeSet([.x, .assoc, .type])
      case .it: TMXAttributeSet([.pos, .x, .type])
      case .hi: TMXAttributeSet([.x, .type])
      case .sub: TMXAttributeSet([.datatype, .type])
      case .ut: TMXAttributeSet([.x])
      case .unknown, .body, .seg: TMXAttributeSet()
      }
    }
    holdsText = TMXElementSet([.note, .prop, .sub, .seg] + inline)
  }

  func allows(_ child: TMXElement, in parent: TMXElement) -> Bool {
    children[Int(parent.rawValue)].contains(child)
  }

  func allows(_ attribute: TMXAttribute, of element: TMXElement) -> Bool {
    attributes[Int(element.rawValue)].contains(attribute)
  }

  func holdsText(_ element: TMXElement) -> Bool { holdsText.contains(element) }
}

private func requiredOfHeaderAnd(_ more: [TMXAttribute]) -> [TMXAttribute] {
  TMXGrammar.requiredOfHeader + more
}
