/// The elements of TMX 1.1 to 1.4b.
public enum TMXElement: UInt8, CaseIterable, Sendable {
  /// Every other one, and one of a namespace that is not that of the root.
  case unknown
  case tmx, header, body, note, prop, ude, map, tu, tuv, seg
  case bpt, ept, ph, it, hi, sub, ut

  /// As written in a file without prefixes.
  var name: String { "\(self)" }

  /// Whether translatable text stands in it: it is a flow in which codes pair.
  var isFlow: Bool { self == .seg || self == .sub }
  var isInline: Bool { rawValue >= Self.bpt.rawValue }
}

/// A set of elements, quick to ask.
struct TMXElementSet: Sendable {
  private let bits: UInt32

  init(_ elements: [TMXElement]) {
    bits = elements.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }

  func contains(_ element: TMXElement) -> Bool { bits >> UInt32(element.rawValue) & 1 == 1 }
}
