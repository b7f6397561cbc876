public import TermModel

/// Where a unit says that it stands: what came before and after it, in which document, under which id.
///
/// TMX has no elements for this; programs write properties: OmegaT `prev`, `next`, `file` and `id`,
/// memoQ `x-context-pre`, `x-context-post` and `x-document`, others `x-filename`.
public struct UnitContext: Hashable, Sendable {
  public var before: String?
  public var after: String?
  public var document: String?
  public var id: String?

  public init(_ unit: TranslationUnit) {
    id = unit.id.flatMap { $0.isEmpty ? nil : $0 }
    for property in unit.properties { take(property) }
    for variant in unit.variants { for property in variant.properties { take(property) } }
  }

  private mutating func take(_ property: UnitProperty) {
    let value = property.value
    guard let type = property.type?.lowercased(), !value.isEmpty else { return }
    switch type {
    case "prev", "x-prev", "x-context-pre": before = before ?? value
    case "next", "x-next", "x-context-post": after = after ?? value
    case "file", "x-file", "x-filename", "x-document": document = document ?? value
    case "id", "x-id": id = id ?? value
    default: break
    }
  }
}
