import ArgumentParser
import TermModel
import TranslationMemory

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A text to be searched for, and what stands round it.
struct MemoryQuery {
  var text: String
  var context: SegmentContext?

  /// The sentences of a text, each with its neighbours.
  static func sentences(of text: String) -> [MemoryQuery] {
    neighbours(of: Segmenter().sentences(in: text))
  }

  /// Texts that follow each other.
  static func neighbours(of texts: [String], document: String? = nil) -> [MemoryQuery] {
    texts.indices.map { index in
      var context = SegmentContext()
      if index > 0 { context.before = FlatSegment(texts[index - 1]) }
      if index + 1 < texts.count { context.after = FlatSegment(texts[index + 1]) }
      context.document = document
      return MemoryQuery(text: texts[index], context: context)
    }
  }
}

/// Queries in groups: those of the command line, the sentences of a text, or lines of standard input
/// as they come.
struct MemoryQuerySource {
  private var given: [MemoryQuery]
  private var lines: QueryLines?
  private let context: SegmentContext?
  /// Whether there is only one query.
  let isSingle: Bool

  private static let group = 64
  /// Of one line, in bytes.
  private static let longestLine = 1 << 20

  /// - Parameters:
  ///   - texts: of the command line; none for standard input.
  ///   - context: of all queries, where one is given.
  init(_ texts: [String], isText: Bool, context: SegmentContext?) throws {
    self.context = context
    if isText {
      let text = texts.isEmpty ? try Self.standardInput() : texts.joined(separator: "\n")
      given = MemoryQuery.sentences(of: text)
      isSingle = false
    } else {
      given = texts.map { MemoryQuery(text: $0, context: context) }
      isSingle = texts.count == 1
      if texts.isEmpty { lines = QueryLines(longestLine: Self.longestLine) }
    }
  }

  private static func standardInput() throws -> String {
    var text = String(decoding: try InputFile.read("-"), as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text
  }

  /// The next group; empty at the end. Of standard input no more than what is there.
  mutating func next() throws -> [MemoryQuery] {
    guard lines != nil else {
      let group = Array(given.prefix(Self.group))
      given.removeFirst(group.count)
      return group
    }
    var group: [MemoryQuery] = []
    while group.count < Self.group, let line = try lines?.next() {
      group.append(MemoryQuery(text: line, context: context))
      if lines?.hasMore == false { break }
    }
    return group
  }
}
