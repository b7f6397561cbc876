import HanText
import TestSupport
import Testing

struct UTF8CheckTests {
  /// What the standard library says.
  private func naiveWrongByte(_ text: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: text.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  @Test func `every two bytes between Chinese characters are judged as the standard library does`() {
    let before = Array("輝達股價大漲，".utf8)
    let behind = Array("輝達股價大漲，川普說。".utf8)
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let text = before + [first, second, 0x80] + behind
        #expect(UTF8Check.firstWrongByte(text) == naiveWrongByte(text), "\(first) \(second)")
      }
    }
  }

  @Test func `texts with changed bytes are judged as the standard library does`() {
    var random = SeededGenerator.printed()
    let parts = ["輝達（Nvidia）", "abc defgh ijk", "台灣股市收盤上漲百分之三", "é\u{301}", "😀", "\u{E000}", "ࠀ", "퟿"]
    for _ in 0..<20_000 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) { text += Array(parts.randomElement(using: &random)!.utf8) }
      for _ in 0..<Int.random(in: 0...2, using: &random) where !text.isEmpty {
        text[Int.random(in: text.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { text.removeLast(Int.random(in: 0...min(3, text.count), using: &random)) }
      #expect(UTF8Check.firstWrongByte(text) == naiveWrongByte(text), "\(text)")
    }
  }
}
