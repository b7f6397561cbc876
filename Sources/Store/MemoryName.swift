import Foundation

/// The rules for names of memories.
enum MemoryName {
  /// In Unicode scalars.
  static let longest = 200

  /// The form in which names are compared.
  static func folded(_ name: String) -> String {
    name.precomposedStringWithCanonicalMapping.lowercased()
  }

  /// - Throws: ``StoreError`` with `badMemoryName`.
  static func check(_ name: String) throws(StoreError) {
    let scalars = name.unicodeScalars
    let isOneLine = scalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    let edges = [scalars.first, scalars.last]
    guard isOneLine, scalars.count <= longest,
      edges.allSatisfy({ $0 != nil && $0?.properties.isWhitespace == false }),
      scalars.first != "-"
    else {
      throw StoreError(.badMemoryName, at: nil, ["name": name, "longest": "\(longest)"])
    }
  }
}
