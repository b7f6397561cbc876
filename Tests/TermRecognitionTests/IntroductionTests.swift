import HanText
import TermModel
import TestSupport
import Testing

@testable import TermRecognition

struct IntroductionTests {
  private static let recogniser = Result { try IntroductionFixture.recogniser() }

  private func read(_ text: String) throws -> RecognisedText {
    let source = Array(text.utf8)
    var pieces: [TextPiece] = []
    var start = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let end = start + line.utf8.count
      pieces.append(TextPiece(range: start..<end, paragraph: number))
      start = end + 1
    }
    return try Self.recogniser.get().mentions(in: pieces, of: source, options: RecognitionOptions())
  }

  /// `text=English/short` of each mention.
  private func found(_ text: String) throws -> [String] {
    let result = try read(text)
    let source = Array(text.utf8)
    return result.mentions.map {
      let name = result.name(of: $0)
      return "\(String(decoding: source[$0.range], as: UTF8.self))=\(name.english)/\(name.short)"
    }
  }

  @Test(arguments: [
    // The last character of the role is no part of the name.
    ("金塊控衛莫瑞（Jamal Murray）說。\n莫瑞表示", ["莫瑞=Jamal Murray/Murray", "莫瑞=Jamal Murray/Murray"]),
    ("主任費斯特（Tim Fist）警告", ["費斯特=Tim Fist/Fist"]),
    // What comes again in the document is the name.
    ("球隊衛莫瑞（Jamal Murray）說。\n莫瑞表示，莫瑞", Array(repeating: "莫瑞=Jamal Murray/Murray", count: 3)),
    (
      "新總統馬丁·薩拉查（Martín Salazar）說。\n薩拉查表示",
      ["馬丁·薩拉查=Martín Salazar/Salazar", "薩拉查=Martín Salazar/Salazar"]
    ),
    // Family names of East Asia, whose characters foreign names are hardly written with.
    ("作家張大春（Chang Ta-chun）說", ["張大春=Chang Ta-chun/Chang"]),
    ("作家蔡曉春（Tsai Hsiao-chun）說", ["蔡曉春=Tsai Hsiao-chun/Tsai"]),
    ("泳將金成煥（Kim Sung-hwan）說", ["金成煥=Kim Sung-hwan/Kim"]),
    ("主席武文賞（Võ Văn Thưởng）說", ["武文賞=Võ Văn Thưởng/Thưởng"]),
    ("作家張大春（Ta-chun Chang）說", ["張大春=Ta-chun Chang/Chang"]),
  ])
  func `the left edge of a name is found`(_ text: String, _ expected: [String]) throws {
    #expect(try found(text) == expected)
  }

  @Test(arguments: [
    ("安大略省省長福特（Doug Ford）說。\n福特表示", ["福特=Doug Ford/Ford", "福特=Doug Ford/Ford"]),
    ("前鋒戴維斯（Ed Davis）說。\n戴維斯表示", ["戴維斯=Ed Davis/Davis", "戴維斯=Ed Davis/Davis"]),
    ("車廠福特（Ford Motor Company）說", ["福特=Ford Motor/Ford Motor"]),
    ("車廠福特（Ford）說", ["福特=Ford Motor/Ford Motor"]),
    ("球王莫瑞（Andy Murray）說", ["莫瑞=Andy Murray/Murray"]),
    ("球王莫瑞（Murray）說", ["莫瑞=Andy Murray/Murray"]),
  ])
  func `the whole bracket tells whether the base's name is meant`(
    _ text: String, _ expected: [String]
  ) throws {
    #expect(try found(text) == expected)
  }

  @Test(arguments: [
    ("資產管理公司橡樹灣（Oak Bay Capital）加入。\n警告橡樹灣", 2), ("，橡樹灣（Oak Bay Capital）說。\n橡樹灣表示，橡樹灣", 3),
    ("名為橡樹灣（Oak Bay Capital）的公司", 1), ("「橡樹灣」（Oak Bay）說。\n橡樹灣", 2),
  ])
  func `a name that is translated is known by what stands before it`(_ text: String, _ count: Int)
    throws
  {
    let names = try found(text)
    #expect(names.count == count && names.allSatisfy { $0.hasPrefix("橡樹灣=Oak Bay") })
  }

  @Test(arguments: [
    "今年（2026 Q1）。今年", "人工智慧（AI）。人工智慧", "圖（Reuters）", "莫瑞賽後照片（Getty Images）",
    "公司治理（Corporate Governance）。治理",
    "首相的會議（photo by Tim Fist）", "首相（Prime Minister）說，首相", "會議是橡樹灣（May 2026）。橡樹灣",
    "公司會議（What is it?）。會議", "公司橡樹灣（oak bay）", "橡樹灣（Oak bay is a place）。橡樹灣", "（Oak Bay）",
    "說（Oak Bay Capital）",
  ])
  func `a bracket that names nothing teaches nothing`(_ text: String) throws {
    #expect(try read(text).names.allSatisfy { $0.source != "article" })
  }

  @Test func `a text with its names in brackets teaches the same names`() throws {
    let plain = "控衛莫瑞（Jamal Murray）說。\n衛莫瑞說，省長福特（Doug Ford）與公司橡樹灣（Oak Bay Capital）。\n福特說，莫瑞與橡樹灣"
    let first = try read(plain)
    var bytes = Array(plain.utf8)
    for mention in first.mentions.reversed() where mention.gloss == nil {
      let name = first.name(of: mention)
      let gloss = mention.range.lowerBound.isMultiple(of: 2) ? name.short : name.english
      bytes.insert(contentsOf: Array("（\(gloss)）".utf8), at: mention.range.upperBound)
    }
    let second = try read(String(decoding: bytes, as: UTF8.self))
    func described(_ name: MentionedName) -> [String] {
      [name.english, name.short, name.chinese, name.source] + name.concepts
    }
    #expect(second.names.map(described) == first.names.map(described))
    #expect(second.mentions.map(\.name) == first.mentions.map(\.name))
    #expect(second.mentions.allSatisfy { $0.gloss != nil })
  }

  @Test func `one run from the right scores every beginning`() throws {
    let recogniser = try Self.recogniser.get()
    func score(_ chinese: String, _ english: String) -> Double {
      SoundAlignment(of: english)
        .score(recogniser.foldTable.fold(chinese).map { recogniser.sounds.sounds(of: $0) })
    }
    #expect(score("費斯特", "Tim Fist") == 3)
    // 衛 has no vowel to stand for before the M of Murray.
    #expect(score("衛莫瑞", "Jamal Murray") < score("莫瑞", "Jamal Murray"))
    #expect(score("費斯特", "") == -.infinity)
    #expect(score("費", "Ng") < 0)
  }

  @Test func `odd brackets are read without harm`() throws {
    var generator = SeededGenerator.printed()
    let parts = [
      "莫瑞", "衛", "橡樹灣", "·", "「", "」", "（", "）", "(", ")", "Doug ", "Ford", "Ta-chun", "-", "'",
      " ", "，", "公司", "\n", "é", "𠮷",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1...40, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator)! }.joined()
      _ = try read(text)
    }
    // Thousands of introductions: bounded.
    let many = (0..<3_000).map { "公司橡樹灣莫（Oak Bay \($0) Capital）" }.joined(separator: "\n")
    #expect(try read(many).names.count <= 2_000)
  }

  @Test(arguments: [
    // Words of every day are the name in quotation marks only.
    ("這叫做「治理」（Steering）。治理會議", ["治理=Steering/Steering"]),
    ("這叫做「治理」（Steering）。「治理」會議", ["治理=Steering/Steering", "治理=Steering/Steering"]),
    ("這叫做「橡樹灣」（Oak Bay）。橡樹灣會議", ["橡樹灣=Oak Bay/Oak Bay", "橡樹灣=Oak Bay/Oak Bay"]),
    // A firm has the introduced family name: what stands beside decides.
    ("省長福特（Doug Ford）說。福特汽車的", ["福特=Doug Ford/Ford", "福特=Ford Motor/Ford Motor"]),
    ("省長福特（Doug Ford）說。福特先生", ["福特=Doug Ford/Ford", "福特=Doug Ford/Ford"]),
    ("省長福特（Doug Ford）說。福特的", ["福特=Doug Ford/Ford", "福特=Ford Motor/Ford Motor"]),
  ])
  func `an introduced name that is something else too is weighed`(_ text: String, _ expected: [String]) throws
  {
    #expect(try found(text) == expected)
  }
}
