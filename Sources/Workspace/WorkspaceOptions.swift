/// What a workspace is opened with: everything that the environment and the command line decide.
public struct WorkspaceOptions: Sendable {
  /// The person's own database; nothing is read where there is no file, and none is made.
  public var databasePath: String?
  /// Glossary files over everything else, the last the highest.
  public var glossaryFiles: [String]
  public var usesDefaultGlossary: Bool
  /// Where compiled files are kept; `nil` to keep them in memory only.
  public var cacheFolder: String?
  /// The path of the running program, beside which the shipped glossary is found.
  public var program: String

  public init(
    databasePath: String? = nil, glossaryFiles: [String] = [], usesDefaultGlossary: Bool = true,
    cacheFolder: String? = nil, program: String
  ) {
    self.databasePath = databasePath
    self.glossaryFiles = glossaryFiles
    self.usesDefaultGlossary = usesDefaultGlossary
    self.cacheFolder = cacheFolder
    self.program = program
  }
}
