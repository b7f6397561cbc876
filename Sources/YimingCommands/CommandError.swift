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
    /// An exception without a rule.
    case nothingToExcept = "term-nothing-to-except"
    /// To be removed, but not there.
    case noException = "term-no-exception"
    /// A warning.
    case unknownForm = "term-unknown-form"
    case nothingImported = "import-refused"
    /// Problems that are not listed one by one.
    case more = "import-more-problems"
    case noWordCounts = "check-no-word-counts"
    case emptyBase = "term-base-empty"
    /// A file broke off, and nothing of it was imported.
    case brokenImport = "tmx-import-broken"
    /// A file broke off, and nothing was written.
    case brokenConversion = "tmx-convert-broken"
    /// A file broke off, and what stood before was imported.
    case keptComplete = "tmx-import-kept"
    /// An update left a unit out.
    case unitSkipped = "tmx-unit-skipped"
    /// Units that are not listed one by one.
    case moreUnits = "tmx-more-units"
    /// A warning.
    case moreWarnings = "tmx-more-warnings"
    /// A warning: an export writes the header of one of several files.
    case severalHeaders = "tmx-several-headers"
    /// Changes that are not listed one by one.
    case moreChanges = "tmx-more-changes"
    case noMemories = "memory-none"
    /// It is not said which memory is meant.
    case severalMemories = "memory-several"
    /// A warning: nothing is there in the language that was asked for.
    case noSegments = "memory-no-segments"
    case emptySegment = "memory-empty-segment"
    case badPair = "memory-bad-pair"
    case nothingToAdd = "memory-nothing-to-add"
    case hasCodes = "memory-has-codes"
    case noLanguageThere = "memory-no-language-there"
    case noTextLeft = "memory-no-text-left"
    case notUTF8 = "text-not-utf8"
    /// A TMX file is to be cut into sentences, or written as something else.
    case onlyTMX = "memory-only-tmx"
    /// A warning: the memories cannot be searched quickly yet.
    case notIndexed = "memory-not-indexed"
  }

  let code: Code
  let place: SourcePlace?
  let values: [String: String]
  var codeName: String { code.rawValue }

  init(
    _ code: Code, _ document: String? = nil, _ values: [String: String] = [:], line: Int? = nil
  ) {
    self.code = code
    place = document.map { SourcePlace(document: $0, line: line) }
    self.values = values
  }
}
