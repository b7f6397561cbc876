/// Why an exception cannot be kept in a term base.
public struct FormExceptionFlaw: ReportableError, Hashable {
  public enum Code: String, CaseIterable, Sendable {
    /// Nothing but space, or space before or after it.
    case emptyText = "exception-empty-text"
    /// A tab, a line end or another control character.
    case controlCharacter = "exception-control-character"
    case tooLong = "exception-too-long"
    /// The text of `inside` does not hold the form, or is the form itself.
    case notInside = "exception-not-inside"
  }

  public let code: Code
  public var place: SourcePlace? { nil }
  public let values: [String: String]
  public var codeName: String { code.rawValue }

  init(_ code: Code, _ values: [String: String]) {
    self.code = code
    self.values = values
  }

  /// That a text in which a form is to be no name does not hold that form.
  public static func notInside(_ exception: FormException) -> FormExceptionFlaw {
    FormExceptionFlaw(.notInside, ["form": exception.form, "text": exception.text])
  }
}
