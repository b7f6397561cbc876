public import TermModel

/// One thing that is wrong in a TMX file, or likely to be.
public struct TMXFinding: ReportableError, Hashable {
  public enum Severity: String, Sendable {
    /// The file is rejected.
    case error
    /// It is read all the same; where a unit cannot be used, the words say so.
    case warning
    /// A conversion changed it, or left it out.
    case change
  }

  /// All are warnings; what rejects a file is ``TMXError`` or the XML reader's own error.
  public enum Code: String, CaseIterable, Sendable {
    // The file.
    /// The XML declaration says other than 1.0, as which it is read.
    case xmlVersion = "tmx-xml-version"
    case version = "tmx-version"
    case noVersion = "tmx-no-version"
    /// The root element has a namespace prefix.
    case prefix = "tmx-prefix"
    case noHeader = "tmx-no-header"
    case secondHeader = "tmx-second-header"
    case lateHeader = "tmx-late-header"
    case noBody = "tmx-no-body"
    case secondBody = "tmx-second-body"
    case headerAttributes = "tmx-header-attributes"
    case noSourceLanguage = "tmx-no-srclang"
    case userDefinedEncoding = "tmx-ude"
    // Markup anywhere.
    case unknownElement = "tmx-unknown-element"
    case unknownAttribute = "tmx-unknown-attribute"
    /// An element of TMX where TMX has none.
    case misplaced = "tmx-misplaced"
    case strayText = "tmx-stray-text"
    case order = "tmx-order"
    case segmentation = "tmx-segtype"
    case date = "tmx-date"
    case usageCount = "tmx-usagecount"
    case propertyWithoutType = "tmx-prop-type"
    /// Legal, but XML 1.0, 2.2 discourages it: C1 controls, mostly from a wrong encoding label.
    case discouragedCharacter = "tmx-discouraged-character"
    // Languages: once for each spelling.
    case languageSpelling = "tmx-language-spelling"
    case languageIllFormed = "tmx-language"
    case bareChinese = "tmx-bare-zh"
    case tooManyLanguages = "tmx-many-languages"
    /// `lang` since 1.4, or `xml:lang` before 1.3.
    case languageAttribute = "tmx-lang"
    // A unit.
    case unitOutsideBody = "tmx-unit-outside-body"
    case unitInUnit = "tmx-unit-in-unit"
    case noVariant = "tmx-no-tuv"
    case noLanguage = "tmx-no-language"
    case noSegment = "tmx-no-seg"
    case secondSegment = "tmx-second-seg"
    case identifierTwice = "tmx-tuid-twice"
    case noSourceVariant = "tmx-no-source"
    // A segment.
    case beginWithoutEnd = "tmx-bpt-alone"
    case endWithoutBegin = "tmx-ept-alone"
    case pairTwice = "tmx-pair-twice"
    case noPairNumber = "tmx-no-i"
    case position = "tmx-pos"
    case lineBreak = "tmx-line-break"
  }

  public let severity: Severity
  public let codeName: String
  public let place: SourcePlace?
  public let values: [String: String]
  /// The unit's `tuid`, where it is about one that has it.
  public let unitID: String?
  /// The unit's number in the file, from 1.
  public let unitNumber: Int?

  init(
    _ code: Code, _ place: SourcePlace, _ values: [String: String] = [:], unitID: String? = nil,
    unitNumber: Int? = nil
  ) {
    self.init(.warning, code.rawValue, place, values, unitID, unitNumber)
  }

  init(
    _ change: TMXChange, _ place: SourcePlace, _ values: [String: String], unitID: String?,
    unitNumber: Int?
  ) {
    self.init(.change, change.rawValue, place, values, unitID, unitNumber)
  }

  private init(
    _ severity: Severity, _ codeName: String, _ place: SourcePlace, _ values: [String: String],
    _ unitID: String?, _ unitNumber: Int?
  ) {
    self.severity = severity
    self.codeName = codeName
    self.place = place
    self.unitID = unitID
    self.unitNumber = unitNumber
    var values = values
    if let unitID, !unitID.isEmpty {
      values["unit"] = "unit \"\(unitID)\""
    } else if let unitNumber {
      values["unit"] = "unit number \(unitNumber)"
    } else {
      values["unit"] = "the file"
    }
    self.values = values
  }

  /// Why the file is rejected.
  init(_ error: any ReportableError) {
    severity = .error
    codeName = error.codeName
    place = error.place
    values = error.values
    unitID = nil
    unitNumber = nil
  }
}
