import Store
import TermModel
import TranslationMemory
import Workspace

/// Looks the segments of a document up, some at a time, and counts what was found.
final class Pretranslation {
  /// A segment of the document.
  struct Item {
    var segment: FlatSegment
    var context: SegmentContext
    var from: LanguageTag
    var to: LanguageTag
  }

  private let library: MemoryLibrary?
  private let scopeOptions: MemoryScopeOptions
  private let penaltyOptions: MemoryPenaltyOptions
  private let threshold: Double
  private(set) var report: PretranslationReport
  private var hints = MemoryHints()

  /// Segments that are looked up in one reading of the memories.
  static let group = 256

  init(
    _ document: String, library: MemoryLibrary?, scope: MemoryScopeOptions,
    penalties: MemoryPenaltyOptions, threshold: Double
  ) {
    self.library = library
    scopeOptions = scope
    penaltyOptions = penalties
    self.threshold = threshold
    report = PretranslationReport(document, threshold: threshold)
  }

  func noteTranslated() { report.translated += 1 }

  /// What is to be filled in, for each of the segments.
  func matches(for items: [Item]) throws -> [MemoryMatch?] {
    try Interruption.check("interrupted; nothing was written")
    let queries = items.map { FuzzyQuery($0.segment) }
    let best = try library?.read { library -> [MemoryMatch?] in
      hints.note(try library.memories.memories().isEmpty)
      let penalties = try penaltyOptions.penalties(in: library)
      var scopes: [LanguageTag: OpenLibrary.Scope] = [:]
      return try zip(items, queries).map { item, query in
        let scope =
          try scopes[item.from]
          ?? library.scope(scopeOptions.memories, from: item.from, penalties: penalties)
        scopes[item.from] = scope
        hints.note(scope, from: item.from)
        // What is not filled in is counted all the same.
        return try library.matches(
          of: query, in: scope, to: item.to,
          threshold: min(threshold, PretranslationReport.leastScore), limit: 1,
          context: item.context
        ).first
      }
    }
    hints.tell()
    return zip(queries, best ?? queries.map { _ in nil }).map { query, match in
      let isFilled = match.map {
        $0.score.score >= MatchScore(hundredths: Int((threshold * 100).rounded()))
      }
      report.add(query, match, isFilled: isFilled ?? false)
      return isFilled == true ? match : nil
    }
  }
}

extension TranslationUnitVariant {
  /// A translation from a memory, with where it comes from in properties of its own.
  ///
  /// - Parameter tag: of an element whose namespace the new ones are to have.
  init(_ match: MemoryMatch, language: LanguageTag, like tag: MarkupTag) {
    let plain = MarkupTag(prefix: tag.prefix, namespace: tag.namespace)
    var (variant, segmentTag) = (plain, plain)
    variant.attributes = [MarkupAttribute(.xmlLanguage, language.description)]
    if let space = match.targets.first?.segment.tag[.xmlSpace] { segmentTag[.xmlSpace] = space }
    let score = JSONValue.decimal(hundredths: MemorySearchText.hundredths(match.score.score))
    let facts = [("x-match", match.isInContext ? "101" : score), ("x-memory", match.memory.name)]
    let properties = facts.map { type, value in
      var property = UnitProperty(type: type, value)
      property.tag.prefix = plain.prefix
      property.tag.namespace = plain.namespace
      return Content.property(property)
    }
    let parts = match.targets.first?.segment.parts ?? []
    self.init(tag: variant, content: properties + [.segment(Segment(parts, tag: segmentTag))])
  }
}
