import Synchronization
import TermModel
import TranslationMemory

/// A memory that is no more than a list: what a store promises to its index.
final class StandInSource: SegmentSource {
  struct Content {
    var segments: [Int64: [MemorySegment]] = [:]
    var nextUnit: Int64 = 1
    /// After each write: its lot, and the unit that went.
    var history: [(token: Int64, removed: Int64?)] = [(0, nil)]
  }

  let identity: String
  let content: Mutex<Content>
  /// How many segments were read.
  let reads = Mutex(0)

  init(_ identity: String = "base/1/zh-TW", _ content: Content = Content()) {
    self.identity = identity
    self.content = Mutex(content)
  }

  @discardableResult
  func add(_ segments: [MemorySegment]) -> Int64 {
    content.withLock { content in
      let unit = content.nextUnit
      content.segments[unit] = segments.map {
        var segment = $0
        segment.unit = unit
        return segment
      }
      content.nextUnit += 1
      content.history.append((Int64.random(in: 0..<(1 << 40)), nil))
      return unit
    }
  }

  func remove(_ unit: Int64) {
    content.withLock { content in
      content.segments[unit] = nil
      content.history.append((Int64.random(in: 0..<(1 << 40)), unit))
    }
  }

  var all: [MemorySegment] {
    content.withLock { $0.segments.values.flatMap { $0 }.sorted { $0.unit < $1.unit } }
  }

  func state() -> SegmentSourceState {
    content.withLock {
      SegmentSourceState(
        revision: Int64($0.history.count - 1), token: $0.history[$0.history.count - 1].token,
        nextUnit: $0.nextUnit)
    }
  }

  func removals(since state: SegmentSourceState) -> [Range<Int64>]? {
    content.withLock { content in
      guard state.revision < content.history.count,
        content.history[Int(state.revision)].token == state.token
      else { return nil }
      return content.history[(Int(state.revision) + 1)...].compactMap {
        $0.removed.map { $0..<$0 + 1 }
      }
    }
  }

  func eachSegment(ofUnits units: Range<Int64>, _ body: (MemorySegment) throws -> Void) throws {
    for segment in all where units.contains(segment.unit) {
      reads.withLock { $0 += 1 }
      try body(segment)
    }
  }

  func contexts(of units: [Int64]) -> [SegmentContext] {
    content.withLock { content in
      units.map { unit in
        let before = content.segments.keys.filter { $0 < unit }.max()
        return SegmentContext(before: before.flatMap { content.segments[$0]?.first?.segment })
      }
    }
  }
}
