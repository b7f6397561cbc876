import HanText
import TermRecognition
import TestSupport
import Testing

@testable import Annotation

/// Texts made to take long: what is not linear does not come to an end in the time that is given.
struct HostileTests {
  private static let size = 300_000

  private static func flood(_ unit: String, then end: String = "") -> String {
    String(repeating: unit, count: size / unit.utf8.count) + end
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      flood("<"), flood("<a "), flood("<a b=\""), flood("<a b='\" "), flood("<div>"),
      flood("<span>") + flood("</span><p>"), flood("<ruby>"), flood("<rt>"), flood("</"),
      flood("<!--"), flood("<!-"), flood("<![CDATA["), flood("<svg>"), flood("<script></scrip"),
      "<a b=\"" + flood("x"), "<p " + flood("a=b "), flood("&"), flood("&#"), flood("&amp"),
      flood("<span class=yiming>"), flood("<ruby>川普<p>"), flood("<b>川普"), flood("a@"),
      flood("a.b/"), flood("://"), flood("www."), flood("<table class=yiming>"),
      flood("-- <!-- --"),
    ].map(LongText.init))
  func `hostile pages take linear time`(_ document: LongText) throws {
    _ = try text(of: document.text, as: .html)
    _ = try annotated(String(document.text.prefix(20_000)) + "川普", as: .html) { $0.format = .span }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      flood("`"), flood("` `` "), floodOfRuns(), flood("["), flood("[", then: "a](b)"),
      flood("[a]("),
      flood("[a](b \""), flood("[a](<b"), flood("![a]("), flood("![", then: flood("](b)")),
      flood("*a "), flood("**a*_b_"), flood("_a_b"), flood("> "), flood("> ", then: "川普"),
      flood("- "), flood("- * "), flood("- a\n"), flood("1. "), flood("<a b=\""),
      flood("<a b='\" "),
      flood("<!-- "), flood("<!a "), flood("<?a "), flood("<a"), flood("<a "), flood("$a "),
      flood("$$a "),
      flood("$川$"), flood("[^a"), flood("[^yiming-"), flood("[[a"), flood("[[a]"), flood("]:"),
      flood("[a]:"),
      flood("[a]: b\n") + flood("[a]"), "[a]: b\n\n" + flood("[") + flood("]"), flood("\\"),
      flood("~~a"),
      flood("---\n"), flood("```\n"), flood("# "), flood("|"), flood("\t"), flood("<div>\n"),
      flood("[a]: b 'c\n"), flood("<http:"), flood("a@b"), flood("***a **b *c "), flood("[a][b"),
      "[b]: c\n\n" + flood("[a][b"), flood("[^yiming-1]: x\n"), flood("<script>"), flood("<code>"),
    ].map(LongText.init))
  func `hostile Markdown takes linear time`(_ document: LongText) throws {
    _ = try text(of: document.text, as: .markdown)
    _ = try annotated(String(document.text.prefix(20_000)) + "川普", as: .markdown) {
      $0.format = .footnotes
    }
  }

  /// Runs of backticks of every length, none with a partner.
  private static func floodOfRuns() -> String {
    (1...700).map { String(repeating: "`", count: $0) }.joined(separator: "a")
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      flood("\n"), flood("\r"), flood("a"), flood("."), flood("a@"), flood("://"), flood("a.b"),
      flood("【譯名 Names by Yiming】\n"), flood("川普\n"), flood("川普（"), flood("（Donald Trump"),
      flood("\u{301}"), flood("「川普"), flood("\u{200B}"),
    ].map(LongText.init))
  func `hostile plain text takes linear time`(_ document: LongText) throws {
    for direction in Direction.allCases {
      _ = try annotated(document.text) {
        $0.recognition.direction = direction
        $0.mentions = .all
      }
    }
  }

  @Test func `random bytes never crash`() throws {
    var generator = SeededGenerator(seed: 42)
    let alphabet = Array("<>&;/!-\"'=[]()`*_~$\\#|:@. \nabc川普".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let document = String(decoding: bytes, as: UTF8.self)
      for format in InputFormat.allCases {
        _ = try annotated(document, as: format) { $0.mentions = .all }
        _ = try annotated(document, as: format) { $0.format = .table }
      }
    }
  }

  @Test func `random files are read or refused`() throws {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      for encoding in [nil, SourceEncoding.big5, .big5HKSCS, .utf16LittleEndian] {
        do {
          let source = try SourceText(bytes, document: "a", encoding: encoding)
          #expect(UTF8Check.firstWrongByte(source.utf8) == nil)
        } catch let error as AnnotationError {
          #expect([.binary, .wrongByte].contains(error.code))
        }
      }
    }
  }
}
