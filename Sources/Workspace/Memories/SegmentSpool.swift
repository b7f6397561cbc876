public import Interchange
import TermModel
import TranslationMemory
import XMLStream

/// The segments of units on their way into a memory, kept in a temporary file, so that the indexes are
/// made from what the import has read and nothing is parsed again.
///
///     spool.begin()
///     … spool.add(unit)                       // each that the store took, in order
///     spool.end(memory: memory.id, first: 17) // the first got the number 17
///
/// A help only: without one, and for what it does not hold, the store is read.
public final class SegmentSpool {
  /// Units that stand one behind the other in the file.
  private struct Run {
    var memory: Int
    var units: Range<Int>
    var bytes: Range<Int>
    var tags: Set<UInt32>
  }

  /// Of one segment, before the places of its codes and its text.
  private struct Record: BitwiseCopyable {
    var textLength: UInt32
    var codeCount: UInt32
    var tag: UInt32
    /// In the run, from 0.
    var unit: UInt32
    /// The variant, shifted by one; the lowest bit is set for a translation made by a machine.
    var variant: UInt32
    var changed: UInt32
  }

  private var file: SpoolFile
  private var runs: [Run] = []
  private var tags: [LanguageTag] = []
  private var tagNumbers: [String: UInt32] = [:]
  // The run that is being written.
  private var start = 0
  private var count = 0
  private var runTags: Set<UInt32> = []
  private var isBroken = false

  /// More languages are none.
  private static let mostTags = 10_000

  /// - Parameter folder: made where there is none.
  /// - Returns: `nil` where nothing can be written there.
  public init?(folder: String?) {
    guard let folder else { return nil }
    FileAccess.makeFolder(folder)
    guard let file = SpoolFile(folder: folder) else { return nil }
    self.file = file
  }

  // MARK: Writing

  /// Begins with the units of a file.
  public func begin() {
    start = file.length
    count = 0
    runTags = []
    isBroken = false
  }

  /// Takes the segments of a unit that the store gave the next number to.
  public func add(_ unit: TMXUnit) {
    if isBroken { return }
    // In the store a unit stands without what was declared round it.
    guard unit.piece.scope.isEmpty, count < Int(UInt32.max) else { return giveUp() }
    var isMachineMade: Bool?
    for (index, variant) in unit.variants.enumerated() {
      guard let language = variant.language, let segment = variant.segment,
        let tag = number(of: language)
      else { continue }
      if isMachineMade == nil { isMachineMade = unit.isMachineMade }
      let flat = unit.flatSegment(segment)
      guard flat.utf8.count < 1 << 28, index < 1 << 30 else { return giveUp() }
      runTags.insert(tag)
      let record = Record(
        textLength: UInt32(flat.utf8.count), codeCount: UInt32(flat.codes.count), tag: tag,
        unit: UInt32(count), variant: UInt32(index) << 1 | (isMachineMade == true ? 1 : 0),
        changed: StoredSegments.seconds(unit.changeDate(of: variant)))
      withUnsafeBytes(of: record) { file.append($0) }
      for code in flat.codes {
        let word = UInt32(code.offset) << 4 | UInt32(code.kind.rawValue)
        withUnsafeBytes(of: word) { file.append($0) }
      }
      flat.utf8.withUnsafeBytes { file.append($0) }
    }
    count += 1
    if file.hasFailed { giveUp() }
  }

  /// That a unit was stored otherwise than it was read: the store is to be read for this file.
  public func giveUp() {
    isBroken = true
    file.truncate(to: start)
  }

  private func number(of language: String) -> UInt32? {
    if let number = tagNumbers[language] { return number }
    guard tagNumbers.count < Self.mostTags else {
      giveUp()
      return nil
    }
    let tag = LanguageTag(language).reconciled
    let number = tags.firstIndex(of: tag).map { UInt32($0) } ?? UInt32(tags.count)
    if Int(number) == tags.count { tags.append(tag) }
    tagNumbers[language] = number
    return number
  }

  /// Ends a file that was stored.
  ///
  /// - Parameter first: the number of its first unit; the others follow it.
  public func end(memory: Int, first: Int) {
    guard !isBroken, count > 0 else { return giveUp() }
    runs.append(
      Run(
        memory: memory, units: first..<first + count, bytes: start..<file.length, tags: runTags))
  }

  // MARK: Reading

  /// The ranges of a memory's units that are here, by rising number.
  func units(of memory: Int) -> [Range<Int>] {
    runs.filter { $0.memory == memory }.map(\.units).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The languages of the units from a number on, if all of them are here.
  func languages(of memory: Int, from first: Int, to end: Int) -> Set<LanguageTag>? {
    var found: Set<LanguageTag> = []
    var at = first
    for run in runs.filter({ $0.memory == memory }).sorted(by: {
      $0.units.lowerBound < $1.units.lowerBound
    })
    where run.units.upperBound > at {
      guard run.units.lowerBound <= at else { return nil }
      at = run.units.upperBound
      for tag in run.tags { found.insert(tags[Int(tag)]) }
    }
    return at >= end ? found : nil
  }

  /// Passes over the segments of units that are here.
  ///
  /// - Returns: `false` where the file cannot be read: nothing can be relied on then.
  func eachSegment(
    of memory: Int, units: Range<Int>, language: LanguageTag,
    _ body: (MemorySegment) throws -> Void
  ) throws -> Bool {
    guard let tag = tags.firstIndex(of: language).map({ UInt32($0) }) else { return true }
    for run in runs where run.memory == memory && run.units.overlaps(units) {
      guard run.tags.contains(tag) else { continue }
      guard var reader = SpoolReader(file, run.bytes) else { return false }
      while reader.hasMore {
        guard let record = reader.value(Record.self) else { return false }
        let codeBytes = Int(record.codeCount) * 4
        let number = run.units.lowerBound + Int(record.unit)
        guard record.tag == tag, units.contains(number) else {
          guard reader.skip(codeBytes + Int(record.textLength)) else { return false }
          continue
        }
        var flat = FlatSegment(utf8: [])
        for _ in 0..<record.codeCount {
          guard let word = reader.value(UInt32.self),
            let kind = InlineCodeKind(rawValue: UInt8(word & 15))
          else { return false }
          flat.codes.append(FlatSegment.Code(offset: Int(word >> 4), kind: kind))
        }
        guard let text = reader.bytes(Int(record.textLength)) else { return false }
        flat.utf8 = text
        try body(
          MemorySegment(
            unit: Int64(number), variant: Int32(record.variant >> 1), segment: flat,
            changed: record.changed, isMachineMade: record.variant & 1 == 1))
      }
    }
    return true
  }
}
