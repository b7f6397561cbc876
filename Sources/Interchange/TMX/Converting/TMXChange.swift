/// What a conversion changed or left out, each time with its line.
public enum TMXChange: String, CaseIterable, Sendable {
  // To TMX 1.4.
  case version = "tmx-changed-version"
  case languageAttribute = "tmx-changed-lang"
  case languageSpelling = "tmx-changed-language"
  case namespace = "tmx-changed-namespace"
  case headerAdded = "tmx-added-header"
  case headerAttribute = "tmx-added-header-attribute"
  case headerMoved = "tmx-moved-header"
  case value = "tmx-changed-value"
  case attributeAdded = "tmx-added-attribute"
  case attributeDropped = "tmx-dropped-attribute"
  case elementDropped = "tmx-dropped-element"
  /// An element that may not stand there, whose text stays.
  case elementUnwrapped = "tmx-unwrapped-element"
  case textDropped = "tmx-dropped-text"
  case moved = "tmx-moved-element"
  case secondSegment = "tmx-split-variant"
  case unitMoved = "tmx-moved-unit"
  case variantDropped = "tmx-dropped-variant"
  case unitDropped = "tmx-dropped-unit"
  // To level 1.
  case codeDropped = "tmx-dropped-code"
  // As the options name them.
  case languageMapped = "tmx-mapped-language"
  case variantLeftOut = "tmx-left-out-variant"
  case unitLeftOut = "tmx-left-out-unit"
  case duplicateLeftOut = "tmx-left-out-duplicate"
  case noPair = "tmx-no-pair"
  case outsideBodyLeftOut = "tmx-left-out-markup"
}
