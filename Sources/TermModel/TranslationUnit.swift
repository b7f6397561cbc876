/// A text in several languages, with everything that a TMX `tu` carries, known or not, in order.
///
///     var unit = TranslationUnit(id: "17", [("en", "Save the file."), ("zh-TW", "儲存檔案。")])
///     unit.properties.first { $0.type == "x-Domain" }?.value
///     unit.variants[1].segment?.text   // "儲存檔案。"
///
/// What is between the parts, white space too, is in ``content``, so that reading and writing give
/// the same unit again. Values are kept as written: dates, numbers, language tags.
public struct TranslationUnit: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case note(UnitNote)
    case property(UnitProperty)
    case variant(TranslationUnitVariant)
    /// White space, comments, instructions, unknown elements, stray text.
    case other(MarkupNode)
  }

  public var tag: MarkupTag
  public var content: [Content]

  public init(tag: MarkupTag = MarkupTag(), content: [Content] = []) {
    self.tag = tag
    self.content = content
  }

  /// A unit of plain texts.
  public init(id: String? = nil, _ texts: [(language: String, text: String)]) {
    self.init(
      content: texts.map { .variant(TranslationUnitVariant(language: $0.language, $0.text)) })
    self.id = id
  }

  public var notes: [UnitNote] {
    content.compactMap { if case .note(let note) = $0 { note } else { nil } }
  }
  public var properties: [UnitProperty] {
    content.compactMap { if case .property(let property) = $0 { property } else { nil } }
  }
  public var variants: [TranslationUnitVariant] {
    content.compactMap { if case .variant(let variant) = $0 { variant } else { nil } }
  }
}

/// The names that TMX gives these are those of TMX 1.4b, "tu".
extension TranslationUnit {
  /// `tuid`, which need not be unique.
  public var id: String? {
    get { tag["tuid"] }
    set { tag["tuid"] = newValue }
  }
  /// `srclang`; where it is missing, the header's counts. `*all*`: any variant may be the source.
  public var sourceLanguage: String? {
    get { tag["srclang"] }
    set { tag["srclang"] = newValue }
  }
  /// `segtype`: block, paragraph, sentence or phrase.
  public var segmentation: String? {
    get { tag["segtype"] }
    set { tag["segtype"] = newValue }
  }
}
