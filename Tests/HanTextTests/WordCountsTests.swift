import HanText
import Testing

struct WordCountsTests {
  @Test func `word counts are read, and other lines passed over`() {
    let words = WordCounts(Array("# c\n蘋果\t900\n罕見\t24.5\nbroken\n\t\n".utf8))
    #expect(words["蘋果"] == 900 && words["罕見"] == 24 && words["broken"] == 0)
    #expect(words.characters == Set("蘋果罕見".unicodeScalars))
  }

  @Test func `a correction replaces a count`() {
    let words = WordCounts(Array("日均\t0\n".utf8), corrections: Array("日均\t60\twhy\n".utf8))
    #expect(words["日均"] == 60)
  }

  @Test func `characters as words by themselves are kept apart`() {
    let words = WordCounts(Array("輝\t1293\n".utf8), characters: Array("# c\n輝\t40\n".utf8))
    #expect(words["輝"] == 1_293 && words.alone == ["輝": 40])
  }
}
