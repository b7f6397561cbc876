import Foundation
import TermModel
import TranslationMemory

/// A memory that is no more than a list of texts in one language.
final class SegmentList: SegmentSource {
  let language: SegmentMaker.Language
  let texts: [FlatSegment]

  var identity: String { "benchmark/\(texts.count)/\(language.rawValue)" }

  /// - Parameter given: texts of the language; more than there are come as edited copies of them.
  init(
    _ language: SegmentMaker.Language, count: Int, given: [[UInt8]], _ maker: inout SegmentMaker
  ) {
    self.language = language
    var texts = Array(given.prefix(count))
    texts.reserveCapacity(count)
    while texts.count < count {
      // In a memory many segments are like others.
      if texts.isEmpty || given.isEmpty && maker.generator.fraction() < 0.6 {
        texts.append(maker.sentence(language))
      } else {
        let origins = given.isEmpty ? texts.count : given.count
        let origin = texts[Int(maker.generator.next() % UInt64(origins))]
        let copy = maker.edited(origin, rate: maker.generator.fraction() * 0.4, language)
        texts.append(copy.isEmpty ? origin : copy)
      }
    }
    self.texts = texts.map { FlatSegment(utf8: $0) }
  }

  func state() -> SegmentSourceState {
    SegmentSourceState(revision: 1, token: 1, nextUnit: Int64(texts.count) + 1)
  }

  func removals(since state: SegmentSourceState) -> [Range<Int64>]? { [] }

  func eachSegment(ofUnits units: Range<Int64>, _ body: (MemorySegment) throws -> Void) throws {
    for unit in units.clamped(to: 1..<Int64(texts.count) + 1) { try body(segment(unit)) }
  }

  func contexts(of units: [Int64]) -> [SegmentContext] { units.map { _ in SegmentContext() } }

  func segment(_ unit: Int64) -> MemorySegment {
    MemorySegment(unit: unit, variant: 0, segment: texts[Int(unit) - 1])
  }
}
