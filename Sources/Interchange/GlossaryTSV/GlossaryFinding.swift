public import TermModel

/// Something that ``GlossaryChecker`` found.
public struct GlossaryFinding: ReportableError, Hashable {
  public enum Severity: String, Sendable {
    case error
    /// Worth a look; often right as it is.
    case warning
  }

  public enum Code: String, CaseIterable, Sendable {
    // One cell.
    case straySpace = "glossary-check-space"
    case emptyForm = "glossary-check-empty-form"
    case repeatedForm = "glossary-check-repeated-form"
    case invisible = "glossary-check-invisible"
    case script = "glossary-check-script"
    case separator = "glossary-check-separator"
    case quote = "glossary-check-quote"
    case oneCharacter = "glossary-check-one-character"
    case tooLong = "glossary-check-too-long"
    case noLatin = "glossary-check-no-latin"
    case hanInEnglish = "glossary-check-han-in-english"
    case idStyle = "glossary-check-id-style"
    // One row.
    case ordinaryWord = "glossary-check-ordinary-word"
    case cueIsRival = "glossary-check-cue-is-rival"
    case statusTwice = "glossary-check-status-twice"
    case derivable = "glossary-check-derivable"
    // Several rows.
    case idTwice = "glossary-check-id-twice"
    case rowTwice = "glossary-check-row-twice"
    case contradiction = "glossary-check-contradiction"
    case englishTwice = "glossary-check-english-twice"
  }

  public let severity: Severity
  public let codeName: String
  public let place: SourcePlace?
  public let values: [String: String]

  init(
    _ severity: Severity, _ code: Code, _ place: SourcePlace, _ values: [String: String] = [:]
  ) {
    self.severity = severity
    codeName = code.rawValue
    self.place = place
    self.values = values
  }

  /// What the reader says, under the reader's own code.
  init(_ severity: Severity, _ error: GlossaryError) {
    self.severity = severity
    codeName = error.codeName
    place = error.place
    values = error.values
  }
}
