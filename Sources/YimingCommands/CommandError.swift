import TermModel

/// What is wrong with a command, beyond the shape of its arguments.
struct CommandError: ReportableError, Hashable {
  enum Code: String, CaseIterable, Sendable {
    case noHome = "no-home"
    /// The English name stands where the Chinese form belongs.
    case swapped = "term-swapped"
    /// A form that several concepts have.
    case ambiguous = "term-ambiguous"
    case nothingToEdit = "term-nothing-to-edit"
    case nothingImported = "import-refused"
    /// Problems that are not listed one by one.
    case more = "import-more-problems"
    case noWordCounts = "check-no-word-counts"
    case emptyBase = "term-base-empty"
  }

  let code: Code
  let place: SourcePlace?
  let values: [String: String]
  var codeName: String { code.rawValue }

  init(_ code: Code, _ document: String? = nil, _ values: [String: String] = [:]) {
    self.code = code
    place = document.map { SourcePlace(document: $0) }
    self.values = values
  }
}
