public import Store
public import TermModel
import TranslationMemory

/// One state of a ``MemoryLibrary``, during a reading.
public final class OpenLibrary {
  public let memories: any MemoryReading
  private let library: MemoryLibrary
  private let databaseID: String
  private var known: [Int: [LanguageTag]] = [:]
  /// What an import has read just now.
  var spool: SegmentSpool?

  init(_ library: MemoryLibrary, _ memories: any MemoryReading) throws {
    self.library = library
    self.memories = memories
    databaseID = try memories.databaseID()
  }

  var search: MemorySearch { library.search }

  /// The memories of these names; all where none is named.
  ///
  /// - Throws: ``Store/StoreError`` with `noMemory`.
  public func memories(named names: [String]) throws -> [Memory] {
    if names.isEmpty { return try memories.memories() }
    var seen: Set<Int> = []
    return try names.map { try memories.existingMemory(named: $0) }
      .filter { seen.insert($0.id).inserted }
  }

  /// The languages of a memory's segments, reconciled.
  public func languages(of memory: Memory) throws -> [LanguageTag] {
    if let languages = known[memory.id] { return languages }
    let languages = MemoryLanguages(databaseID: databaseID, folder: library.cacheFolder)
    let found = try timed(memory, language: "") {
      try languages.languages(of: memory, in: memories, spool: spool, progress: $0)
    }
    known[memory.id] = found
    return found
  }

  // MARK: Scopes

  /// What a search looks through: memories, each in one or more languages.
  public struct Scope {
    public internal(set) var memories: [Memory] = []
    /// All languages of these memories, found or not.
    public internal(set) var languages: [LanguageTag] = []
    /// The places that are searched: a memory, by its index, in a language.
    var places: [(memory: Int, language: LanguageTag)] = []
    var searched: [SearchedMemory] = []

    /// Whether nothing is in it.
    public var isEmpty: Bool { places.isEmpty }
  }

  /// What is taken off scores.
  public struct Penalties: Sendable {
    /// Points for what a machine made, in hundredths.
    public var machine = 0
    /// Points by name of memory, in any case, in hundredths.
    public var memories: [String: Int] = [:]

    public init() {}

    func penalties(of memory: Memory) -> MatchPenalties {
      let name = memory.name.lowercased()
      let own = memories.first { $0.key.lowercased() == name }?.value ?? 0
      return MatchPenalties(machine: machine, memory: own)
    }
  }

  /// The memories of these names, all where none is named, in the languages that `language` means.
  ///
  /// Makes the indexes where they are missing.
  ///
  /// - Parameter language: `nil` for all.
  /// - Throws: ``Store/StoreError`` with `noMemory`.
  public func scope(
    _ names: [String], from language: LanguageTag?, penalties: Penalties = Penalties()
  ) throws -> Scope {
    var scope = Scope()
    scope.memories = try memories(named: names)
    for (index, memory) in scope.memories.enumerated() {
      for tag in try languages(of: memory) {
        if !scope.languages.contains(tag) { scope.languages.append(tag) }
        if let language, !LanguageChoice.means(language, tag) { continue }
        let source = source(memory, tag)
        try prepare(source)
        scope.places.append((index, tag))
        scope.searched.append(SearchedMemory(source, penalties: penalties.penalties(of: memory)))
      }
    }
    return scope
  }

  func source(_ memory: Memory, _ language: LanguageTag) -> StoredSegments {
    StoredSegments(
      memories: memories, memory: memory, databaseID: databaseID, language: language,
      spool: spool)
  }

  // MARK: Indexes

  func prepare(_ source: StoredSegments) throws {
    var source = source
    try timed(source.memory, language: source.language.description) {
      source.progress = $0
      try search.prepare(source)
    }
  }

  /// Tells of what takes over a second.
  private func timed<Answer>(
    _ memory: Memory, language: String, _ body: (@escaping () throws -> Void) throws -> Answer
  ) throws -> Answer {
    let start = ContinuousClock.now
    var units = 0
    let answer = try body { [library] in
      units += 1
      guard units % 2_048 == 0 else { return }
      try library.progress(
        MemoryLibrary.Progress(
          memory: memory.name, language: language, units: units, totalUnits: memory.unitCount))
    }
    let taken = ContinuousClock.now - start
    if units > 0, taken > .seconds(1), !language.isEmpty {
      let hold = library.holdsIndexes ? "the next search maps it" : "for this run only"
      library.notice(
        "indexed \(Message.shown(memory.name)) (\(Message.shown(language))) in \(taken.formatted()); \(hold)"
      )
    }
    return answer
  }
}
