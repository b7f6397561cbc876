public import TermModel

/// What a conversion changes; without any, the output is the input under Canonical XML.
public struct TMXConversionOptions: Sendable {
  /// TMX 1.4 as its DTD and OmegaT's schema have it: see docs/tmx.md.
  public var isStrict = false
  /// TMX level 1: segments are plain text. Inline codes are left out, the text of `hi` is kept.
  public var isPlain = false
  /// Only variants of these languages, where it is not empty; `en` has `en-US` in it.
  public var languages: [LanguageTag] = []
  /// Tags that are written as others.
  public var map = LanguageMap()
  /// A unit whose canonical XML is that of one before it is left out.
  public var removesDuplicates = false
  /// The language of source where neither header nor unit names one. Where a strict header is
  /// without, it is written there.
  public var sourceLanguage: String?
  /// One output for each pair of source and target, instead of one for all.
  public var splitsPairs = false
  /// Written as `creationtoolversion` into a strict header that has none.
  public var toolVersion = "1"
  /// How many changes of one kind are kept with their lines; all are counted.
  public var changeLimit = TMXFindingList.usualLimit

  public init() {}

  /// Whether units are written as they are read.
  var leavesUnitsAlone: Bool {
    !isStrict && !isPlain && languages.isEmpty && map.isEmpty && !splitsPairs
  }
}
