public import XMLStream

/// What the names of one document mean in TMX.
///
/// An element is known by its local name if its namespace is that of the root element or none, so
/// that `<tmx xmlns="http://www.lisa.org/tmx14">` and `<t:tmx xmlns:t="…">` are TMX like any other.
public final class TMXVocabulary {
  public let names: XMLNameTable
  /// The root element's namespace.
  private(set) var namespace = ""
  private let firstKnown: UInt32
  private let elementCount: UInt32
  private let attributeCount: UInt32
  /// What names beyond the known ones mean, by number; 255 where nobody has asked yet.
  @exclusivity(unchecked) private var others: [UInt8] = []

  public init() {
    let elements = TMXElement.allCases.dropFirst().map(\.name)
    let attributes = TMXAttribute.plain.map(\.spelling)
    names = XMLNameTable(known: elements + attributes)
    firstKnown = XMLName(known: 0).rawValue
    elementCount = UInt32(elements.count)
    attributeCount = UInt32(attributes.count)
  }

  /// To be called with the root element's name, before its namespace counts.
  func setRoot(_ name: XMLName) {
    namespace = names.namespace(name)
    others.removeAll()
  }

  public func element(_ name: XMLName) -> TMXElement {
    let place = name.rawValue &- firstKnown
    if place < elementCount { return Self.elements[Int(place) + 1] }
    return other(name)
  }

  private func other(_ name: XMLName) -> TMXElement {
    let index = Int(name.rawValue)
    if index < others.count, others[index] != 255 { return Self.elements[Int(others[index])] }
    let plain = names.plain(name).rawValue &- firstKnown
    let own = names.namespace(name)
    let isKnown = plain < elementCount && (own.isEmpty || own == namespace)
    let element = isKnown ? Self.elements[Int(plain) + 1] : .unknown
    while others.count <= index { others.append(255) }
    others[index] = element.rawValue
    return element
  }

  func attribute(_ name: XMLName) -> TMXAttribute {
    let place = name.rawValue &- firstKnown &- elementCount
    if place < attributeCount { return Self.attributes[Int(place) + Self.plainStart] }
    switch name {
    case .xmlLang: return .xmlLanguage
    case .xmlSpace: return .xmlSpace
    default: return .unknown
    }
  }

  func name(_ element: TMXElement) -> XMLName { XMLName(known: Int(element.rawValue) - 1) }

  func name(_ attribute: TMXAttribute) -> XMLName {
    switch attribute {
    case .xmlLanguage: .xmlLang
    case .xmlSpace: .xmlSpace
    default: XMLName(known: Int(elementCount) + Int(attribute.rawValue) - Self.plainStart)
    }
  }

  private static let elements = TMXElement.allCases
  private static let attributes = TMXAttribute.allCases
  private static let plainStart = Int(TMXAttribute.lang.rawValue)
}
