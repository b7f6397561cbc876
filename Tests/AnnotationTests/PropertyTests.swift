import Foundation
import TermRecognition
import TestSupport
import Testing

@testable import Annotation

/// On documents that a seeded generator composes.
struct PropertyTests {
  private static let names = [
    "川普", "輝達", "真實社群", "美國", "電信", "星號", "唐納·川普", "「真實社群」", "《輝達》",
    "川普（Donald Trump）", "輝達（NVIDIA）", "川普(Trump)", "「真實社群」（Truth Social）", "川普（79歲）",
    "Nvidia", "Donald Trump's", "Boeings", "Nvidia (輝達)", "聖保羅",
  ]
  private static let words = [
    "說", "，", "。", "與", " ", "\n", "\n\n", "\r\n", "a", "x_y", "https://a.b/川普 ", "（", "）", "「",
    "」",
    "5", "\t", "𠮷", "é", "\u{3000}",
  ]
  private static let marks: [InputFormat: [String]] = [
    .plain: ["<b>", "*", "【譯名", "\r", "【譯名 Names by Yiming】\n"],
    .markdown: [
      "**", "*", "_", "`", "``", "[", "](u)", "](", "]", "[a]", "![", "\n> ", "\n- ", "\n1. ",
      "\n# ", "\n```\n", "\n---\n", "<b>", "</b>", "<br>", "<code>", "</code>", "<!--", "-->", "$",
      "$$", "\\", "&amp;", "\n    ", "\n[a]: /u\n", "[^1]", "\n[^1]: ", "|", "~~", "<div>", "[[",
      "]]", "<ruby>", "</ruby>", "<rt>", "\n$$\n", "[^yiming-2]",
    ],
    .html: [
      "<b>", "</b>", "<p>", "</p>", "<br>", "<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>", "</rp>",
      "<span>", "</span>", "<span class=\"yiming\" title=x>", "<!--", "-->", "<code>", "</code>",
      "<script>", "</script>", "&amp;", "&#24029;", "<", ">", "<a href='", "'>", "<pre>", "</pre>",
      "<table class=yiming>", "</table>", "</body>", "<svg>", "</svg>", "&lt;", "<![CDATA[", "]]>",
      "</", "<title>", "</title>", "<rt lang=en>", "</html>",
    ],
  ]

  private static func document(
    _ format: InputFormat, from generator: inout SeededGenerator
  ) -> String {
    let marks = marks[format] ?? []
    return (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<4: names.randomElement(using: &generator) ?? ""
      case 4..<7: words.randomElement(using: &generator) ?? ""
      default: marks.randomElement(using: &generator) ?? ""
      }
    }.joined()
  }

  /// Every combination of formats and choices.
  private static func combinations() -> [(InputFormat, AnnotationOptions)] {
    var all: [(InputFormat, AnnotationOptions)] = []
    for format in AnnotationFormat.allCases where format != .ansi && format != .json {
      for input in format.inputFormats {
        for mentions in MentionChoice.allCases {
          for direction in Direction.allCases {
            let recognition = RecognitionOptions(direction: direction)
            all.append(
              (
                input,
                AnnotationOptions(recognition: recognition, format: format, mentions: mentions)
              ))
          }
        }
      }
    }
    return all
  }

  private static let seeds =
    ProcessInfo.processInfo.environment["YIMING_SEED"].flatMap(UInt64.init).map { [$0] }
    ?? (UInt64(1)...6).map { $0 &* 7_919 }

  @Test(arguments: seeds)
  func `annotating twice is annotating once`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      for (input, options) in Self.combinations() {
        let document = Self.document(input, from: &generator)
        let once = try annotated(document, as: input) { $0 = options }
        let twice = try annotated(once, as: input) { $0 = options }
        guard once == twice else {
          let what = "seed \(seed), \(input), \(options.format), \(options.mentions)"
          let direction = options.recognition.direction
          Issue.record(
            "\(what), \(direction)\n\(document.debugDescription)\n\(once.debugDescription)\n\(twice.debugDescription)"
          )
          return
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `without what is inserted the output is the input`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      for (input, options) in Self.combinations() {
        let document = Array(Self.document(input, from: &generator).utf8)
        let (output, insertions) = try annotating(document, as: input) { $0 = options }
        let rest = Self.removing(insertions.map { ($0.insertion.offset, $0.bytes) }, from: output)
        #expect(rest == document, "seed \(seed)")
      }
    }
  }

  /// Takes out what was put before these offsets of what was there, in this order.
  private static func removing(_ inserted: [(Int, [UInt8])], from output: [UInt8]) -> [UInt8]? {
    var rest: [UInt8] = []
    var place = 0
    for (offset, bytes) in inserted {
      guard offset >= rest.count, place + offset - rest.count <= output.count else { return nil }
      let next = place + offset - rest.count
      rest += output[place..<next]
      guard output[next...].starts(with: bytes) else { return nil }
      place = next + bytes.count
    }
    return rest + output[place...]
  }

  @Test(arguments: seeds)
  func `other encodings come back byte for byte`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      for encoding in [SourceEncoding.big5, .utf16LittleEndian, .utf16BigEndian] {
        let text = Self.document(.html, from: &generator)
          .replacing("𠮷", with: "口").replacing("é", with: "e").replacing("·", with: "‧")
        let document = try Self.encode(text, as: encoding)
        let (output, insertions) = try annotating(document, as: .html, encoding: encoding)
        let utf8 = Array(text.utf8)
        let inserted = try insertions.map {
          let before = String(decoding: utf8[..<$0.insertion.offset], as: UTF8.self)
          return (try Self.encode(before, as: encoding).count, $0.bytes)
        }
        #expect(Self.removing(inserted, from: output) == document, "seed \(seed)")
      }
    }
  }

  private static func encode(_ text: String, as encoding: SourceEncoding) throws -> [UInt8] {
    var encoder = try InsertionEncoder(encoding, usesReferences: false, document: "")
    return try encoder.encode(text)
  }

  @Test(arguments: seeds)
  func `sections of any size give the same output`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      for (input, options) in Self.combinations() {
        let document = (0..<3).map { _ in Self.document(input, from: &generator) }
          .joined(separator: "\n\n")
        let whole = try annotated(document, as: input) { $0 = options }
        let parts = try annotated(document, as: input) {
          $0 = options
          $0.sectionBytes = 1
        }
        #expect(whole == parts, "seed \(seed), \(input), \(options.format)\n\(document)")
      }
    }
  }
}
