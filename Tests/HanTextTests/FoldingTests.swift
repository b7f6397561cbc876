import HanText
import MappedFile
import Testing
import TestSupport

/// The fold table, built once for all tests.
enum Folding {
  static let table: FoldTable = {
    var writer = MappedFileWriter()
    do {
      writer.add(FoldTable.section, try FoldTable.build())
      return try FoldTable(try MappedFile(bytes: writer.bytes(), name: "fold table"))
    } catch {
      fatalError("the fold table does not build: \(error)")
    }
  }()
}

struct FoldingTests {
  @Test(arguments: [
    ("臺灣", "台湾"), ("輝達", "辉达"), ("輝逹", "輝達"), ("ＮＶＩＤＩＡ", "nvidia"), ("Élysée", "elysee"),
    ("唐納·川普", "唐納‧川普"), ("唐納・川普", "唐納 川普"), ("唐納．川普", "唐納•川普"), ("Xi’an", "Xi'an"),
    ("F–16", "F-16"), ("廣島", "広島"), ("澤", "沢"), ("ﾄﾖﾀ", "トヨタ"), ("裏", "裡"), ("着", "著"), ("Ａ", "a"),
    ("深\u{200B}圳", "深圳"), ("e\u{301}", "é"), ("a  b", "a b"), (" a ", "a"), ("a\r\nb", "a b"),
  ])
  func `what is one name folds to one`(_ left: String, _ right: String) {
    #expect(Folding.table.fold(left) == Folding.table.fold(right))
  }

  @Test(arguments: [("輝達", "光達"), ("川普", "川譜"), ("a.b", "a b"), ("沈", "沉"), ("王", "玉"), ("ß", "s")])
  func `what is another name stays another`(_ left: String, _ right: String) {
    #expect(Folding.table.fold(left) != Folding.table.fold(right))
  }

  @Test func `folding what is folded changes nothing`() {
    for unit in UInt16.min...UInt16.max where unit & 0xF800 != 0xD800 {
      let once = Folding.table.fold(unit)
      #expect(Folding.table.fold(once) == once || once == 0, "U+\(String(unit, radix: 16))")
    }
  }

  @Test func `places lead back to the character in the document`() {
    let source = Array("前言 ＮＶ輝\u{200B}達😀尾".utf8)
    var text = FoldedText()
    text.append(source, range: 0..<source.count, table: Folding.table)
    let shown = (0..<text.count).map { unit in
      String(decoding: source[text.start(of: unit)..<text.end(of: unit, in: source)], as: UTF8.self)
    }
    #expect(shown == ["前", "言", " ", "Ｎ", "Ｖ", "輝", "達", "😀", "😀", "尾"])
  }

  @Test func `a decoded piece has the place of its spelling`() {
    let source = Array("a&eacute;b".utf8)
    var text = FoldedText()
    text.append(source, range: 0..<1, table: Folding.table)
    text.append(decoded: "é", range: 1..<9, table: Folding.table)
    text.append(source, range: 9..<10, table: Folding.table)
    #expect(text.count == 3)
    #expect(text.start(of: 1) == 1 && text.end(of: 1, in: source) == 9)
    #expect(text.start(of: 2) == 9 && text.end(of: 2, in: source) == 10)
  }

  @Test func `random text folds the same in one piece and in many`() {
    var generator = SeededGenerator.printed()
    let scalars = Array("中文 ·a\u{301}Éß😀\u{200B}「」(）１".unicodeScalars)
    for _ in 0..<300 {
      var string = ""
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        string.unicodeScalars.append(scalars.randomElement(using: &generator)!)
      }
      let source = Array(string.utf8)
      var whole = FoldedText()
      whole.append(source, range: 0..<source.count, table: Folding.table)
      var pieces = FoldedText()
      var start = 0
      for scalar in string.unicodeScalars {
        let end = start + String(scalar).utf8.count
        pieces.append(source, range: start..<end, table: Folding.table)
        start = end
      }
      #expect(whole.units[..<whole.count] == pieces.units[..<pieces.count], "\(string)")
      #expect(whole.starts[..<whole.count] == pieces.starts[..<pieces.count], "\(string)")
    }
  }
}
