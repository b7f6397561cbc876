import MappedFile
import Synchronization

/// The index of one memory and language: what of it is in the folder, and what only in memory.
final class CachedIndex: Sendable {
  /// From so many new units on they become a part in the folder.
  private let leastOnDisk: Int64
  /// Who has more to index than this waits for another process that is at it.
  static let mostInMemory: Int64 = 65_536

  /// A part, and the units that went since it was made.
  private struct Piece {
    let part: IndexPart
    var removed = RemovedUnits()

    func isMostlyRemoved(_ least: Int64) -> Bool {
      removed.count(in: part.units) * 2 > max(part.count, Int(least))
    }
  }

  private struct Content {
    /// What the parts and removals are up to; `nil` before the first look.
    var state: SegmentSourceState?
    /// In the folder: contiguous, from the first unit on.
    var kept: [Piece] = []
    /// In memory: contiguous behind them.
    var fresh: [Piece] = []
    /// Of all.
    var removed = RemovedUnits()

    var keptEnd: Int64 { kept.last?.part.units.upperBound ?? 0 }
    var end: Int64 { fresh.last?.part.units.upperBound ?? keptEnd }

    mutating func remove(_ units: [Range<Int64>]) {
      for index in kept.indices { kept[index].removed.insert(units) }
      removed.insert(units)
    }
  }

  private let files: IndexFiles
  private let content = Mutex(Content())

  init(identity: String, folder: String?, leastOnDisk: Int64) {
    self.leastOnDisk = leastOnDisk
    files = IndexFiles(identity: identity, folder: folder)
  }

  /// The parts and removals of the source's state now.
  func current(_ source: any SegmentSource) throws -> (parts: [IndexPart], removed: RemovedUnits) {
    try content.withLock { content in
      let state = try source.state()
      if content.state != state { try update(&content, to: state, source) }
      return ((content.kept + content.fresh).map(\.part), content.removed)
    }
  }

  /// Drops everything, and the damaged file.
  func forget(damaged path: String?) {
    content.withLock { $0 = Content() }
    if let path { files.remove(path) }
  }

  private func update(
    _ content: inout Content, to state: SegmentSourceState, _ source: any SegmentSource
  ) throws {
    if let known = content.state, let removals = try source.removals(since: known) {
      content.remove(removals)
    } else {
      try open(&content, source)
    }
    content.state = nil  // A source that throws leaves no half of an update behind.
    let missing = state.nextUnit - content.keptEnd
    if missing >= leastOnDisk || content.kept.contains(where: { $0.isMostlyRemoved(leastOnDisk) }) {
      try build(&content, to: state, source, waits: missing > Self.mostInMemory)
    }
    if content.end < state.nextUnit {
      let first = Self.firstToRebuild(content.fresh, Int(state.nextUnit - content.end))
      let start =
        first < content.fresh.count ? content.fresh[first].part.units.lowerBound : content.end
      content.fresh.removeSubrange(first...)
      content.fresh += try makeParts(start..<state.nextUnit, state, source) { writer, _ in
        try MappedFile(bytes: writer.bytes(), name: "memory")
      }
    }
    content.state = state
  }

  /// Reads what is in the folder, as far as it is of this source's past.
  private func open(_ content: inout Content, _ source: any SegmentSource) throws {
    content = Content()
    for part in files.parts() {
      guard let removals = try source.removals(since: part.state) else { break }
      content.kept.append(Piece(part: part, removed: RemovedUnits(ranges: removals)))
      content.removed.insert(removals)
    }
  }

  /// Puts new units into the folder, where this process may build, and makes the parts smaller that
  /// most units went from.
  private func build(
    _ content: inout Content, to state: SegmentSourceState, _ source: any SegmentSource, waits: Bool
  ) throws {
    guard let lock = files.lock(waits: waits) else { return }
    defer { lock.release() }
    // Another process may have built while this one waited.
    try open(&content, source)
    while let place = content.kept.firstIndex(where: { $0.isMostlyRemoved(leastOnDisk) }) {
      // Parts stay contiguous: this one keeps its units.
      let made = try makeParts(content.kept[place].part.units, state, source, files.save)
      content.kept.replaceSubrange(place...place, with: made)
    }
    if content.keptEnd < state.nextUnit {
      let first = Self.firstToRebuild(content.kept, Int(state.nextUnit - content.keptEnd))
      let start =
        first < content.kept.count ? content.kept[first].part.units.lowerBound : content.keptEnd
      content.kept.removeSubrange(first...)
      content.kept += try makeParts(start..<state.nextUnit, state, source, files.save)
    }
    files.removeWhatIsCovered(by: content.kept.map(\.part))
    files.removeEarlierVersions()
  }

  /// Small parts at the end are made anew together with the new units, so that there are few: a
  /// segment is written at most as often as the logarithm of the memory's size.
  private static func firstToRebuild(_ pieces: [Piece], _ missing: Int) -> Int {
    var first = pieces.count
    var size = missing
    while first > 0 {
      let count = pieces[first - 1].part.count
      if count >= IndexPartBuilder.mostOccurrences * 3 / 4 || count > 2 * size { break }
      size += count
      first -= 1
    }
    return first
  }

  private func makeParts(
    _ units: Range<Int64>, _ state: SegmentSourceState, _ source: any SegmentSource,
    _ save: (MappedFileWriter, Range<Int64>) throws -> MappedFile
  ) throws -> [Piece] {
    var pieces: [Piece] = []
    var builder = IndexPartBuilder()
    var start = units.lowerBound
    var last: Int64?
    func close(_ end: Int64) throws {
      let writer = builder.finish(units: start..<end, state: state, key: files.key)
      builder = IndexPartBuilder()
      pieces.append(Piece(part: try IndexPart(save(writer, start..<end))))
      start = end
    }
    try source.eachSegment(ofUnits: units) { segment in
      // A unit's variants stay in one part.
      if builder.isFull, segment.unit != last { try close(segment.unit) }
      last = segment.unit
      builder.add(segment)
    }
    if start < units.upperBound { try close(units.upperBound) }
    return pieces
  }
}
