import Interchange
import Store
import TermModel
import TranslationMemory

/// One state of a memory's segments in one language, as an index reads them from the store.
struct StoredSegments: SegmentSource {
  // Made, used and dropped within one reading of the store, on its thread.
  nonisolated(unsafe) let memories: any MemoryReading
  let memory: Memory
  let databaseID: String
  /// Reconciled. Segments of exactly this language.
  let language: LanguageTag
  /// What an import has read just now.
  nonisolated(unsafe) var spool: SegmentSpool?
  /// Is told of each unit that was read.
  nonisolated(unsafe) var progress: (() throws -> Void)?

  var identity: String { "\(databaseID) \(memory.id) \(language.description.lowercased())" }

  func state() throws -> SegmentSourceState {
    let state = try memories.state(of: memory.id)
    return SegmentSourceState(
      revision: Int64(state?.revision ?? 0), token: Int64(state?.token ?? 0),
      nextUnit: Int64(state?.nextNumber ?? 0))
  }

  func removals(since state: SegmentSourceState) throws -> [Range<Int64>]? {
    let past = MemoryState(
      databaseID: databaseID, memory: memory.id, revision: Int(state.revision),
      token: Int(state.token), nextNumber: Int(state.nextUnit))
    return try memories.changes(of: memory.id, since: past)?.removed.map {
      Int64($0.lowerBound)..<Int64($0.upperBound)
    }
  }

  func eachSegment(
    ofUnits units: Range<Int64>, _ body: (MemorySegment) throws -> Void
  ) throws {
    var at = Int(units.lowerBound)
    let end = Int(units.upperBound)
    for run in spool?.units(of: memory.id) ?? [] where run.upperBound > at && run.lowerBound < end {
      if at < run.lowerBound { try eachStored(at..<run.lowerBound, body) }
      let part = max(at, run.lowerBound)..<min(end, run.upperBound)
      let isRead = try spool?.eachSegment(of: memory.id, units: part, language: language) {
        try progress?()
        try body($0)
      }
      guard isRead == true else { throw SpoolFailure() }
      at = part.upperBound
    }
    if at < end { try eachStored(at..<end, body) }
  }

  /// A spool could not be read to its end: to be tried without it.
  struct SpoolFailure: Error {}

  private func eachStored(
    _ units: Range<Int>, _ body: (MemorySegment) throws -> Void
  ) throws {
    try withoutActuallyEscaping(body) { body in
      var spellings = Spellings(of: language)
      let reader = StoredUnitReader { unit, number in
        try progress?()
        try append(unit, number, &spellings, body)
      }
      try memories.eachUnit(of: memory.id, from: units.lowerBound) { row in
        guard row.number < units.upperBound else { return false }
        try reader.add(row)
        return true
      }
      try reader.finish()
    }
  }

  /// Which spellings mean a language: to reconcile each variant's tag takes a fifth of the time.
  private struct Spellings {
    let language: LanguageTag
    private var known: [String: Bool] = [:]

    init(of language: LanguageTag) { self.language = language }

    mutating func means(_ spelling: String?) -> Bool {
      guard let spelling else { return false }
      if let answer = known[spelling] { return answer }
      let answer = LanguageTag(spelling).reconciled == language
      // More are no languages.
      if known.count < 1_000 { known[spelling] = answer }
      return answer
    }
  }

  private func append(
    _ unit: TMXUnit, _ number: Int, _ spellings: inout Spellings,
    _ body: (MemorySegment) throws -> Void
  ) throws {
    var isMachineMade: Bool?
    for (index, variant) in unit.variants.enumerated() {
      guard let segment = variant.segment, spellings.means(variant.language) else { continue }
      if isMachineMade == nil { isMachineMade = unit.isMachineMade }
      try body(
        MemorySegment(
          unit: Int64(number), variant: Int32(clamping: index), segment: unit.flatSegment(segment),
          changed: Self.seconds(unit.changeDate(of: variant)),
          isMachineMade: isMachineMade == true))
    }
  }

  static func seconds(_ date: String?) -> UInt32 {
    date.flatMap(UnitDate.seconds).map { UInt32(clamping: $0) } ?? 0
  }

  // MARK: Contexts

  /// What stands beside a unit in its file, by what the unit says itself, else by its place.
  ///
  /// Units that different files brought, or that were added by hand, are no neighbours.
  func contexts(of units: [Int64]) throws -> [SegmentContext] {
    var contexts = [SegmentContext](repeating: SegmentContext(), count: units.count)
    // Each unit that is read, and whose context it belongs to, as what.
    var places: [(index: Int, side: Side)] = []
    let reader = StoredUnitReader { unit, place in
      let (index, side) = places[place]
      fill(&contexts[index], side, from: unit)
    }
    for (index, number) in units.enumerated() {
      guard let unit = try memories.unit(Int(number), of: memory.id) else { continue }
      let (before, after) = try memories.neighbours(ofPosition: unit.position, in: memory.id)
      for (neighbour, side) in [(before, Side.before), (after, .after), (unit, .itself)] {
        guard let neighbour, unit.importID != nil || side == .itself,
          neighbour.importID == unit.importID
        else { continue }
        places.append((index, side))
        try reader.add(neighbour, as: places.count - 1)
      }
    }
    try reader.finish()
    return contexts
  }

  private enum Side { case before, after, itself }

  private func fill(_ context: inout SegmentContext, _ side: Side, from unit: TMXUnit) {
    if side == .itself {
      let said = UnitContext(unit.translationUnit)
      context.id = said.id
      context.document = said.document
      if let text = said.before { context.before = FlatSegment(text) }
      if let text = said.after { context.after = FlatSegment(text) }
      return
    }
    let variant = unit.variants.first { $0.tag == language && $0.segment != nil }
    guard let segment = variant?.segment else { return }
    if side == .before { context.before = unit.flatSegment(segment) }
    if side == .after { context.after = unit.flatSegment(segment) }
  }
}
