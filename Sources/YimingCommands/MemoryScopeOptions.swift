import ArgumentParser
import Store
import TermModel
import Workspace

/// Which memories are searched, and how far they are trusted.
struct MemoryScopeOptions: ParsableArguments {
  @Option(
    name: .customLong("memory"),
    help: ArgumentHelp("A memory to search; repeatable (default: all).", valueName: "name"))
  var memories: [String] = []

  @OptionGroup var databaseOptions: DatabaseOptions

  /// The memories, opened; `nil` where there is no base, and then no memory is named either.
  ///
  /// - Throws: ``Store/StoreError``.
  func open() throws -> MemoryLibrary? {
    guard let base = try databaseOptions.openForReading() else {
      if let name = memories.first { throw StoreError.noMemory(name, names: []) }
      return nil
    }
    return MemoryLibrary(opened: base)
  }
}

extension MemoryLibrary {
  /// With the cache folder of the environment, and progress on the terminal.
  convenience init(opened base: SQLiteTermBase) {
    let line = IndexingLine()
    self.init(
      base, cacheFolder: CommonOptions.cacheFolder,
      progress: { line.update($0) },
      notice: {
        line.clear()
        Console.say($0)
      })
  }
}

/// What is taken off the scores of some translations.
struct MemoryPenaltyOptions: ParsableArguments {
  @Option(
    name: .customLong("penalty"),
    help: ArgumentHelp(
      "Points taken off what comes from a memory; repeatable.", valueName: "name=points"),
    transform: Penalty.init)
  var penalties: [Penalty] = []

  @Option(
    help: ArgumentHelp(
      "Points taken off what a machine translated (default: 0).", valueName: "points"),
    transform: Penalty.points)
  var machinePenalty: Int?

  struct Penalty: Sendable {
    let memory: String
    /// In hundredths.
    let points: Int

    init(_ text: String) throws {
      guard let equals = text.lastIndex(of: "="), equals != text.startIndex else {
        throw ValidationError("--penalty takes a memory and points, as in news=3, not \"\(text)\".")
      }
      memory = String(text[..<equals])
      points = try Self.points(String(text[text.index(after: equals)...]))
    }

    /// Hundredths of points.
    static func points(_ text: String) throws -> Int {
      guard let points = Double(text), (0...100).contains(points) else {
        throw ValidationError("A penalty is 0 to 100 points, not \"\(text)\".")
      }
      return Int((points * 100).rounded())
    }
  }

  /// - Throws: ``Store/StoreError`` with `noMemory`.
  func penalties(in library: OpenLibrary) throws -> OpenLibrary.Penalties {
    var found = OpenLibrary.Penalties()
    found.machine = machinePenalty ?? 0
    for penalty in penalties {
      let memory = try library.memories.existingMemory(named: penalty.memory)
      found.memories[memory.name] = penalty.points
    }
    return found
  }
}
