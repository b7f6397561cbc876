/// The attributes of TMX 1.1 to 1.4b.
enum TMXAttribute: UInt8, CaseIterable, Sendable {
  /// Every other one.
  case unknown
  case xmlLanguage = 1
  case xmlSpace
  case lang
  case version, creationtool, creationtoolversion, segtype
  case memoryFormat, adminlang, srclang, datatype, originalEncoding
  case creationdate, creationid, changedate, changeid
  case tuid, usagecount, lastusagedate
  case type, i, x, pos, assoc
  case name, base, unicode, code, ent, subst

  /// As written in a file.
  var spelling: String {
    switch self {
    case .xmlLanguage: "xml:lang"
    case .xmlSpace: "xml:space"
    case .memoryFormat: "o-tmf"
    case .originalEncoding: "o-encoding"
    default: "\(self)"
    }
  }

  /// Those without a prefix, in order.
  static let plain = allCases.filter { $0.rawValue >= Self.lang.rawValue }
}

/// A set of attributes, quick to ask.
struct TMXAttributeSet: Sendable {
  private var bits: UInt64

  init(_ attributes: [TMXAttribute] = []) {
    bits = attributes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  func contains(_ attribute: TMXAttribute) -> Bool { bits >> UInt64(attribute.rawValue) & 1 == 1 }
  mutating func insert(_ attribute: TMXAttribute) { bits |= 1 << UInt64(attribute.rawValue) }

  func missing(of required: [TMXAttribute]) -> [TMXAttribute] {
    required.filter { !contains($0) }
  }
}
