import CompiledTerms
import HanText
import Interchange
public import Lookup
import MappedFile
import ShippedGlossary
import Store
import TermModel
public import TermRecognition

/// The names that a person works with, opened: the layers of DESIGN.md ("Layers"), compiled, mapped
/// and ready for recognition and look-up.
///
///     let workspace = try Workspace(options)
///     let recogniser = try workspace.recogniser()
///
/// What was compiled is kept in the cache folder under a key of all that it was made from, so that
/// an edit anywhere makes it anew and everything else only maps it.
public struct Workspace: Sendable {
  private let options: WorkspaceOptions
  private let shipped: ShippedGlossary
  private var cache: CompiledCache
  private let notice: @Sendable (String) -> Void

  /// - Parameter notice: is told, in a sentence, when compiling takes long.
  /// - Throws: ``WorkspaceError`` where the shipped data is not installed.
  public init(
    _ options: WorkspaceOptions, notice: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    guard
      let shipped = ShippedGlossary(program: options.program, exists: FileAccess.exists)
    else { throw WorkspaceError(.notInstalled) }
    self.options = options
    self.shipped = shipped
    self.notice = notice
    cache = CompiledCache(
      installedFolder: shipped.compiledFolder, folder: options.cacheFolder)
  }

  /// Finds and judges mentions.
  ///
  /// - Throws: ``WorkspaceError``, ``Store/StoreError``, or the error of a glossary file's first bad
  ///   row where no row of it is good.
  public func recogniser() throws -> Recogniser {
    try openedFiles { try Recogniser(terms: $0, language: $1) }
  }

  /// Looks names up.
  ///
  /// - Throws: as ``recogniser()``.
  public func lookup() throws -> LookupEngine {
    try openedFiles { try LookupEngine(terms: $0, language: $1) }
  }

  /// Opens the compiled files; where a section of one is damaged, those of the cache, or new ones.
  private func openedFiles<Result>(
    _ open: (_ terms: MappedFile, _ language: MappedFile) throws -> Result
  ) throws -> Result {
    do {
      let language = try languageFile()
      return try open(try termFile(language: language), language)
    } catch let error as MappedFileError {
      guard let less = cache.trust.less else { throw error }
      var careful = self
      careful.cache.trust = less
      return try careful.openedFiles(open)
    }
  }

  /// The revision of the names that come with the program: eight hexadecimal digits, the same for
  /// the same files.
  public func shippedRevision() throws -> String {
    var checksum = Checksum(of: [])
    for path in glossaryPaths() { checksum.combine(Checksum(of: try FileAccess.read(path)).value) }
    let hex = String(checksum.value >> 32, radix: 16)
    return String(repeating: "0", count: 8 - hex.count) + hex
  }

  /// Compiles what comes with the program into a folder, for an installation that its users cannot
  /// write to.
  ///
  /// - Throws: ``MappedFileError`` where the folder cannot be written.
  public static func compileShipped(program: String, into folder: String) throws {
    let workspace = try Workspace(WorkspaceOptions(program: program))
    FileAccess.makeFolder(folder)
    var language = try workspace.compiledLanguage()
    try workspace.languageSources.sign(&language)
    try language.save(to: folder + "/language.yimc")
    let file = try MappedFile(path: folder + "/language.yimc")
    var terms = try workspace.compiledTerms(language: file)
    try workspace.termSources.sign(&terms)
    try terms.save(to: folder + "/terms.yimc")
  }

  // MARK: The language file

  private func languageFile() throws -> MappedFile {
    let sources = languageSources
    return try cache.file("language", key: key(of: sources.paths), installed: sources) {
      try watched("language data") { try compiledLanguage() }
    }
  }

  private func words() throws -> WordCounts {
    WordCounts(
      try FileAccess.read(shipped.words),
      corrections: try FileAccess.read(shipped.wordCorrections),
      characters: try FileAccess.read(shipped.characters))
  }

  private func compiledLanguage() throws -> MappedFileWriter {
    var writer = MappedFileWriter()
    let fold = try FoldTable.build()
    writer.add(FoldTable.section, fold)
    let table = try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold table"))
    try WordLexicon.build(try words(), table: table, into: &writer)
    let readings = try FileAccess.read(shipped.readings)
    writer.add(SoundTable.section, SoundTable.build(bpmf: readings, table: table))
    try ReadingTable.build(bpmf: readings, table: table, into: &writer)
    return writer
  }

  // MARK: The terms file

  private func termFile(language: MappedFile) throws -> MappedFile {
    let database = try options.databasePath.flatMap { try SQLiteTermBase.openForReading(at: $0) }
    let stamp = try database?.stamp()
    var key = Checksum(of: Array((stamp ?? "").utf8))
    let shippedNames = options.usesDefaultGlossary ? glossaryPaths() : []
    key.combine(self.key(of: options.glossaryFiles + shippedNames))
    key.combine(self.key(of: languageSources.paths))
    let isShipped = stamp == nil && options.glossaryFiles.isEmpty && options.usesDefaultGlossary
    let sources = isShipped ? termSources : nil
    let file = try cache.file("terms", key: key.value, installed: sources) {
      try watched("names") { try compiledTerms(language: language, database: database) }
    }
    // A bad row is told of in every run, not only in the one that compiles.
    let remarks = String(decoding: try file.array(Self.remarks, of: UInt8.self), as: UTF8.self)
    for line in remarks.split(separator: "\n") { notice(String(line)) }
    return file
  }

  /// The section with what was wrong in the person's own glossary files, a line each.
  private static let remarks: SectionName = "remarks"
  /// Of one file; the rest are counted.
  private static let mostRemarks = 20

  private func compiledTerms(
    language: MappedFile, database: SQLiteTermBase? = nil
  ) throws -> MappedFileWriter {
    let table = try FoldTable(language)
    let simplified = try ScriptConverter(to: .simplified)
    let (layers, remarks) = try layers(database: database)
    let exceptions = try database?.exceptions() ?? []
    let terms = try LayeredTerms(layers, exceptions: exceptions, table: table) {
      try simplified($0)
    }
    var writer = MappedFileWriter()
    writer.add(Self.remarks, Array(remarks.joined(separator: "\n").utf8))
    CompiledTermBase.build(terms, into: &writer)
    try Recogniser.build(terms, words: try words(), table: table, into: &writer)
    LookupIndex.build(terms, table: table, readings: try ReadingTable(language), into: &writer)
    return writer
  }

  /// All layers, the lowest rank the highest layer, and what was wrong in the person's own files.
  private func layers(database: SQLiteTermBase?) throws -> ([TermLayer], remarks: [String]) {
    var layers: [TermLayer] = []
    var remarks: [String] = []
    for (index, path) in options.glossaryFiles.enumerated() {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let contents = try contents(of: path)
      layers.append(layer(contents, name: name, rank: options.glossaryFiles.count - index))
      remarks += Self.remarks(on: contents, in: path)
    }
    if let database {
      let rows = try database.concepts().map { TermLayer.Row($0) }
      layers.append(TermLayer(name: "personal", rank: 10_000, rows: rows))
    }
    guard options.usesDefaultGlossary else { return (layers, remarks) }
    for path in corePaths() {
      layers.append(layer(try contents(of: path), name: "core", rank: 20_000))
    }
    for path in widePaths() {
      let name = path.split(separator: "/").last!.dropLast(4)
      layers.append(
        layer(try contents(of: path), name: String(name), rank: 30_000, isWide: true))
    }
    return (layers, remarks)
  }

  private func contents(of path: String) throws -> GlossaryContents {
    let contents = GlossaryReader.read(try FileAccess.read(path), document: path)
    if contents.isRefused, let problem = contents.problems.first { throw problem }
    return contents
  }

  private static func remarks(on contents: GlossaryContents, in path: String) -> [String] {
    let found = contents.problems + contents.warnings
    var lines = found.prefix(mostRemarks).map { "\(Message($0)); the row is left out" }
    for index in lines.indices where index >= contents.problems.count {
      lines[index] = "warning: \(Message(found[index]))"
    }
    let rest = contents.badRowCount + contents.warnings.count - lines.count
    if rest > 0 { lines.append("\(Message.shown(path)): \(rest) more like these; see glossary check") }
    return lines
  }

  private func layer(
    _ contents: GlossaryContents, name: String, rank: Int, isWide: Bool = false
  ) -> TermLayer {
    let rows = contents.rows.map { TermLayer.Row($0.concept, hasGivenID: $0.hasGivenID) }
    return TermLayer(name: name, rank: rank, isWide: isWide, rows: rows)
  }

  // MARK: Files and keys

  private func corePaths() -> [String] {
    FileAccess.files(in: shipped.coreFolder, ending: ".tsv").map { "\(shipped.coreFolder)/\($0)" }
  }

  private func widePaths() -> [String] {
    FileAccess.files(in: shipped.wideFolder, ending: ".tsv").map { "\(shipped.wideFolder)/\($0)" }
  }

  private func glossaryPaths() -> [String] { corePaths() + widePaths() }

  private var languageSources: CompiledSources {
    CompiledSources(
      folder: shipped.folder, 
      paths: [shipped.words, shipped.wordCorrections, shipped.characters, shipped.readings])
  }

  private var termSources: CompiledSources {
    CompiledSources(folder: shipped.folder, paths: glossaryPaths() + languageSources.paths)
  }

  /// A key of the present state of files, without reading them.
  private func key(of paths: [String]) -> UInt64 {
    var key = Checksum(of: [])
    key.combine(CompiledCache.formVersion)
    for path in paths {
      key.combine(Checksum(of: Array(path.utf8)).value)
      for part in FileAccess.identity(of: path) ?? [] { key.combine(part) }
    }
    return key.value
  }

  /// Tells of a step that takes over a second.
  private func watched<Result>(_ what: String, _ step: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try step()
    let taken = clock.now - start
    if taken > .seconds(1) {
      notice("compiled the \(what) anew in \(taken.formatted()); the next run maps them")
    }
    return result
  }
}

extension Duration {
  func formatted() -> String {
    let tenths = (components.seconds * 10) + components.attoseconds / 100_000_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
