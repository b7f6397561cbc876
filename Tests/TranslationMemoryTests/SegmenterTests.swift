import TestSupport
import Testing
import TranslationMemory

struct SegmenterTests {
  /// `|` stands where the text is cut.
  static let cases = [
    "今天天氣很好。|我們去公園。", "他說：「走吧。」|她走了。", "他說：「走吧。」，然後走了。", "「真的嗎？」他問道。|她沒回答。",
    "「真的！」|大家鼓掌。", "真的嗎？！|是的……好。", "我看了《你好！李煥英》才回家。|很好看。", "（詳見附件。）|第二條", "什麼？」|「沒事。」",
    "『好。』」|他走了。", "Dr. Li paid NT$1.5 million.|It was late.", "See No. 5 and Fig. 3.|Then stop.",
    "J. K. Rowling wrote it.|She is rich.", "1. Scope of this Act",
    "“Really?” he asked.|“Yes.”|She left.",
    "Apple Inc. Chairman spoke.|Apple Inc.|The end.", "Wait... what?|No.",
    "The U.S. Congress met.|He left at 5 p.m.|The rest stayed.",
    "e.g. Taipei and i.e. Tainan.", "Yahoo! is a firm.|Is it?|Yes!", "輝達(Nvidia Corp.)宣布。|股價漲3.5%。",
    "版本2.0.1發布。|Go!|好。",
    "一行|二行", "He said \"Stop.\"|Then he left.", "OK!好", "Version 2.|3 apples",
  ]

  @Test(arguments: cases) func `a text is cut at its bars`(_ marked: String) {
    let parts = marked.split(separator: "|").map(String.init)
    // English sentences are parted by a space, Chinese by nothing.
    var text = ""
    for part in parts {
      if let last = text.unicodeScalars.last, last.isASCII || last == "”" { text += " " }
      text += part
    }
    if marked.contains("一行") { text = "一行\r\n\n 二行 " }
    if marked == "OK!好" {
      #expect(Segmenter().sentences(in: marked) == ["OK!", "好"])
    } else {
      #expect(Segmenter().sentences(in: text) == parts)
    }
  }

  @Test func `no text is lost, and any text is cut in a moment`() {
    var generator = SeededGenerator.printed()
    let pieces = [
      "。", "」", "「", "？", ".", " ", "\n", "a", "B", "說", "《", "》", "1", "…", "\"", "…。", "Mr",
      "\u{0}",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...40, using: &generator))
        .map { _ in pieces.randomElement(using: &generator)! }.joined()
      let kept = Segmenter().sentences(in: text).joined().unicodeScalars.filter {
        !$0.properties.isWhitespace
      }
      #expect(Array(kept) == text.unicodeScalars.filter { !$0.properties.isWhitespace }.map { $0 })
    }
    for piece in ["。」", "《", "a. ", ".", "？」他", "1. "] {
      _ = Segmenter().ranges(in: String(repeating: piece, count: 30_000))
    }
  }
}
