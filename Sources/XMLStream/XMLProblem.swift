public import TermModel

/// Why an XML document cannot be read to its end, or written.
///
/// What the consumer was told before stays true: the events before the problem are all delivered.
public struct XMLProblem: ReportableError, Hashable {
  public enum Code: String, Sendable, CaseIterable {
    // The file
    case missing = "xml-missing"
    case folder = "xml-folder"
    case unreadable = "xml-unreadable"
    case empty = "xml-empty"
    case archiveDamaged = "xml-archive-damaged"
    case archiveUnsupported = "xml-archive-unsupported"
    case archiveEntries = "xml-archive-entries"
    case unpackedTooLarge = "xml-unpacked-too-large"
    case unpackedRatio = "xml-unpacked-ratio"
    // Its encoding
    case encodingUnsupported = "xml-encoding-unsupported"
    case encodingUnavailable = "xml-encoding-unavailable"
    case encodingConflict = "xml-encoding-conflict"
    case encodingUnknown = "xml-encoding-unknown"
    case wrongBytes = "xml-wrong-bytes"
    case oddByte = "xml-odd-byte"
    case zeroByte = "xml-zero-byte"
    // Its form
    /// Inside an element.
    case cutOff = "xml-cut-off"
    /// Before or after the root element.
    case cutOffOutside = "xml-cut-off-outside"
    case notXML = "xml-not-xml"
    case notWellFormed = "xml-not-well-formed"
    case bareAmpersand = "xml-bare-ampersand"
    case declarationNotFirst = "xml-declaration-not-first"
    case tagMismatch = "xml-tag-mismatch"
    case attributeTwice = "xml-attribute-twice"
    case afterEnd = "xml-after-end"
    case forbiddenCharacter = "xml-forbidden-character"
    case namespace = "xml-namespace"
    // Entities
    case entityDeclaration = "xml-entity-declaration"
    case entityUndeclared = "xml-entity-undeclared"
    // Limits
    case tooDeep = "xml-too-deep"
    case tagTooLong = "xml-tag-too-long"
    case tooManyAttributes = "xml-too-many-attributes"
    case tooManyNamespaces = "xml-too-many-namespaces"
    case textTooLong = "xml-text-too-long"
    case markupTooLong = "xml-markup-too-long"
    case doctypeTooLong = "xml-doctype-too-long"
    case tooManyNames = "xml-too-many-names"
    case pieceTooLarge = "xml-piece-too-large"
    case amplification = "xml-amplification"
    // Writing
    case unwritable = "xml-unwritable"
    case forbiddenText = "xml-forbidden-text"
    case badName = "xml-bad-name"
  }

  public let code: Code
  public let place: SourcePlace?
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  /// - Parameter line: from 1; `nil` where the file as a whole is meant.
  public init(_ code: Code, in document: String, line: Int?, _ values: [String: String] = [:]) {
    self.code = code
    self.place = SourcePlace(document: document, line: line)
    self.values = values
  }
}
