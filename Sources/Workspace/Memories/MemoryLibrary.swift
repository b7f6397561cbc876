public import Store
import TermModel
import TranslationMemory

/// The translation memories of a base, searched through indexes in the cache folder.
///
///     let library = MemoryLibrary(base, cacheFolder: folder)
///     try library.read { library in
///       let scope = try library.scope([], from: LanguageTag("zh-TW"))
///       return try library.matches(of: FuzzyQuery(segment), in: scope, to: .english, limit: 5)
///     }
///
/// Each reading sees one state of the base, whoever writes meanwhile, and an index always answers for
/// that state. With the cache folder nothing is lost; where it cannot be written, the indexes live as
/// long as this value.
public final class MemoryLibrary {
  /// How far the making of an index is.
  public struct Progress: Sendable {
    public let memory: String
    /// Empty while the languages are looked for.
    public let language: String
    public let units: Int
    /// Of the whole memory: more than are new.
    public let totalUnits: Int
  }

  let search: MemorySearch
  let cacheFolder: String?
  let progress: (Progress) throws -> Void
  let notice: (String) -> Void
  private let store: any MemoryStore

  /// - Parameters:
  ///   - progress: is told now and then, while an index is made; what it throws ends that.
  ///   - notice: is told, in a sentence, of what took long.
  public init(
    _ store: any MemoryStore, cacheFolder: String?,
    progress: @escaping (Progress) throws -> Void = { _ in },
    notice: @escaping (String) -> Void = { _ in }
  ) {
    self.store = store
    self.cacheFolder = cacheFolder
    self.progress = progress
    self.notice = notice
    search = MemorySearch(folder: cacheFolder)
  }

  /// Where nothing can be written or locked, a reading that another process disturbed begins again
  /// so many times.
  private static let mostAttempts = 5

  /// Looks at one state of the memories.
  ///
  /// - Parameter body: is called again where a reading was disturbed.
  /// - Throws: ``Store/StoreError``, or what `body` throws.
  public func read<Answer>(_ body: (OpenLibrary) throws -> Answer) throws -> Answer {
    var attempt = 1
    while true {
      do {
        return try store.readMemoriesOnce { memories in
          try body(OpenLibrary(self, memories))
        }
      } catch let error as StoreError where error.code == .changed && attempt < Self.mostAttempts {
        // What was indexed meanwhile may be of no state at all.
        forgetIndexes()
        attempt += 1
      }
    }
  }

  /// Makes what is missing of the indexes of a memory in all its languages, so that the first search
  /// need not.
  ///
  /// - Parameter spool: what an import has read just now; what is not in it is read from the store.
  /// - Complexity: about 6 µs a unit and language, half of that from a spool.
  /// - Throws: ``Store/StoreError``, also with `noMemory`.
  public func prepare(_ name: String, spool: SegmentSpool? = nil) throws {
    do {
      try prepare(name, from: spool)
    } catch is StoredSegments.SpoolFailure {
      try prepare(name, from: nil)
    }
  }

  private func prepare(_ name: String, from spool: SegmentSpool?) throws {
    try read { library in
      library.spool = spool
      let memory = try library.memories.existingMemory(named: name)
      for language in try library.languages(of: memory) {
        try library.prepare(library.source(memory, language))
      }
    }
  }

  /// Whether what is made once is there for the next run.
  var holdsIndexes: Bool { cacheFolder.map(FileAccess.isWritable) ?? false }

  private func forgetIndexes() {
    guard let cacheFolder else { return }
    for name in FileAccess.files(in: cacheFolder, ending: ".yimc")
    where name.hasPrefix("memory-") || name.hasPrefix("languages-") {
      FileAccess.remove("\(cacheFolder)/\(name)")
    }
  }
}
