import TermRecognition
import Testing

@testable import Annotation

struct ScannerTests {
  struct Case: CustomTestStringConvertible {
    var document: String
    var text: [String]
    var testDescription: String { document }

    init(_ document: String, _ text: String...) {
      self.document = document
      self.text = text
    }
  }

  @Test(arguments: [
    Case("甲\n乙", "甲", "乙"),
    Case("甲\r\n乙\r丙\n\n\n丁", "甲", "乙", "丙", "丁"),
    Case(""),
    Case("\n \n\t\n"),
    Case("見https://a.example/川普 說", "見| 說"),
    Case("見https://a.example/news/123川普說", "見|川普說"),
    Case("見（https://a.example/x）說", "見（|）說"),
    Case("寄a.b+c@mail.example.tw。好", "寄|。好"),
    Case("上www.example.com，好", "上|，好"),
    Case("時間：12:30 @川普 3.5倍", "時間：12:30 @川普 3.5倍"),
    Case("A/B example.com/川普 x", "A/B | x"),
  ])
  func `plain text is all text but addresses`(_ item: Case) throws {
    #expect(try text(of: item.document, as: .plain) == item.text)
  }

  @Test func `the lines of an English paragraph flow on`() throws {
    let document = "One\ntwo\n\nthree\r\nfour\n  \nfive"
    #expect(
      try text(of: document, as: .plain, direction: .englishToChinese)
        == ["One\ntwo\n", "three\r\nfour\n", "five"])
  }

  @Test(arguments: [
    Case("<p>川<b>普</b></p><p>乙</p>", "川普", "乙"),
    Case("甲<br>乙<br/><br>丙", "甲|乙", "丙"),
    Case("川<!-- x -->普<!---->乙<!-->丙", "川普乙丙"),
    Case("<title>甲</title><script>乙<p></script><style>丙</style>丁", "丁"),
    Case("<textarea>甲</textarea>乙<select><option>丙</select>丁", "乙|丁"),
    Case("甲<code>乙<code>丙</code>丁</code>戊<kbd>己</kbd><samp>庚</samp>", "甲|戊"),
    Case("<pre>甲</pre>乙<svg><text>丙</text></svg>丁<math>戊</math>己", "乙|丁|己"),
    Case("<svg/>甲<iframe>乙</iframe>丙<noscript>丁</noscript><template>戊</template>", "甲|丙"),
    Case("<a title='>川普' href=川普>甲</a>", "甲"),
    Case("甲 < 乙 & 丙 > 丁 <3", "甲 < 乙 & 丙 > 丁 <3"),
    Case("&#24029;&#x666e;&amp;&middot;&eacute;&nosuch;&#0;", "川普&·é&nosuch;&#0;"),
    Case("<!DOCTYPE html><?xml 甲?><![CDATA[乙]]>丙</ 丁>戊", "丙戊"),
    Case("甲<!-- 乙", "甲"),
    Case("甲<script>乙</p>", "甲"),
    Case("甲<p title=\"乙", "甲"),
    Case("甲<img alt=乙>丙<wbr>丁", "甲|丙丁"),
    Case("<ruby>川<rt>ㄔㄨㄢ<rt>ㄔ</rt>普<rp>(</rp><rt>ㄆㄨˇ</ruby>說", "川普說"),
    Case("甲https://a.example/?a=1&amp;b=川普 乙", "甲| 乙"),
    Case("<SCRIPT>甲</ScRiPt >乙", "乙"),
    Case("<table class=\"x yiming\"><tr><td>甲</table>乙", "乙"),
    Case("<my-tag>甲</my-tag>乙", "甲", "乙"),
  ])
  func `what browsers show is text in a page`(_ item: Case) throws {
    #expect(try text(of: item.document, as: .html) == item.text)
  }

  @Test(arguments: [
    Case("甲\n乙\n\n丙", "甲\n乙\n", "丙"),
    Case("# 甲 #\n乙\n===\n丙", " 甲 #", "乙\n", "丙"),
    Case("---\ntitle: 甲\n---\n乙", "乙"),
    Case("+++\n甲\n+++\n乙", "乙"),
    Case("---\n甲", "甲"),
    Case("```\n甲\n```\n乙", "乙"),
    Case("~~~ x\n甲\n```\n~~~~\n乙\n", "乙\n"),
    Case("> ```\n> 甲\n乙", "乙"),
    Case("    甲\n\n乙\n    丙", "乙\n丙"),
    Case("- 甲\n\n      乙\n\n  丙\n- 丁", "甲\n", "丙\n", "丁"),
    Case("1. 甲\n2) 乙", "甲\n", "乙"),
    Case("> 川\n> 普", "川\n普"),
    Case("> > 甲\n> 乙", "甲\n乙"),
    Case("`甲`乙``丙`丁``戊", "乙|戊"),
    Case("甲`乙", "甲`乙"),
    Case("川**普**說*好*", "川普說好"),
    Case("川*普 snake_case_x **不", "川*普 snake_case_x **不"),
    Case("[川普](http://a/川普 \"丁\")說", "川普說"),
    Case("[甲](<b c> (丁)) [乙](", "甲 [乙]("),
    Case("![川普](x.png)說![a", "說![a"),
    Case("[甲][a] [b] [c]\n\n[a]: /甲\n[B]: <x> '丁'\n", "甲 b [c]\n"),
    Case("[a]: /u\n\"甲\"\n乙", "乙"),
    Case("[記者]: 川普 說", "[記者]: 川普 說"),
    Case("甲[^1]乙[^2]\n\n[^1]: 丙", "甲乙[^2]\n", "丙"),
    Case("川普[^yiming-1]說\n\n[^yiming-1]: 甲\n    乙\n\n丙", "川普說\n", "丙"),
    Case("<https://a/川普>甲<a@b.c>", "甲"),
    Case("甲<b>乙</b><br>丙<code>丁</code>戊", "甲乙|丙|戊"),
    Case("<div>\n甲\n</div>\n\n乙", "乙"),
    Case("<!-- 甲\n\n乙 -->\n丙", "丙"),
    Case("<script>\n\n甲</script>\n乙", "乙"),
    Case("甲 < 乙 <3 <>", "甲 < 乙 <3 <>"),
    Case("甲\\*乙\\甲&amp;", "甲*乙\\甲&"),
    Case("$x^2$甲$$y$$ $5 與 $6", "甲| $5 與 $6"),
    Case("$$\n甲\n$$\n乙", "乙"),
    Case("花 $100川普付 A$乙", "花 $100川普付 A$乙"),
    Case("甲\n***\n乙\n- - -\n丙", "甲\n", "乙\n", "丙"),
    Case("見 https://a.example/x_y_z 川普", "見 | 川普"),
    Case("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |"),
    Case("<!-- yiming: names -->\n| 甲 | 乙 |\n丙", "丙"),
    Case("[[川普]]說[[甲", "川普]]說[[甲"),
    Case("甲\\\n乙", "甲\n乙"),
  ])
  func `the prose of Markdown is text`(_ item: Case) throws {
    #expect(try text(of: item.document, as: .markdown) == item.text)
  }

  @Test(arguments: [
    ("a.md", InputFormat.markdown), ("A.HTM", .html), ("x/y.txt", .plain), ("b.xhtml", .html),
  ])
  func `a file's name tells what it is`(_ name: String, _ format: InputFormat) {
    #expect(InputFormat(fileName: name) == format)
  }

  @Test func `a name without an ending tells nothing`() {
    #expect(InputFormat(fileName: "news.d/article") == nil)
    #expect(InputFormat(fileName: "article.xyz") == nil)
  }

  @Test(arguments: [
    ("<!doctype HTML>\n甲", InputFormat.html), ("\n<!-- x --><div class=a>甲", .html),
    ("<?xml version=\"1.0\"?>\n<html>", .html), ("<3 甲", .plain), ("---\na: b\n---\n甲", .markdown),
    ("甲\n## 乙\n丙", .markdown), ("甲[乙](https://c)", .markdown), ("川普說 #好", .plain), ("", .plain),
  ])
  func `the content tells what it is`(_ text: String, _ format: InputFormat) {
    #expect(InputFormat(guessing: Array(text.utf8)) == format)
  }
}
