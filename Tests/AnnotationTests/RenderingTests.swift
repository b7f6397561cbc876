import TermModel
import TermRecognition
import Testing

@testable import Annotation

struct RenderingTests {
  struct Case: CustomTestStringConvertible {
    var input: String
    var output: String
    var testDescription: String { input }

    init(_ input: String, _ output: String) {
      self.input = input
      self.output = output
    }
  }

  @Test(arguments: [
    Case("川普說，川普。", "川普（Donald Trump）說，川普。"),
    Case("川普（Donald Trump）說，川普。", "川普（Donald Trump）說，川普。"),
    Case("川普說，川普（Trump）。", "川普（Donald Trump）說，川普（Trump）。"),
    Case("川普（79歲）說", "川普（Donald Trump）（79歲）說"),
    Case("川普（圖／路透）", "川普（Donald Trump）（圖／路透）"),
    Case("輝達（NVDA-US）", "輝達（NVDA-US）"),
    Case("「真實社群」說", "「真實社群」（Truth Social）說"),
    Case("「在真實社群」說", "「在真實社群（Truth Social）」說"),
    Case("《真實社群》（Truth Social）", "《真實社群》（Truth Social）"),
    Case("美國與電信", "美國與電信（AT&T）"),
    Case("星號", "星號（Star*<b>_[x]）"),
    Case("NVIDIA與川普", "NVIDIA與川普（Donald Trump）"),
    Case("", ""),
    Case("沒有", "沒有"),
    Case("\r\n川普\r\n", "\r\n川普（Donald Trump）\r\n"),
  ])
  func `a first mention gets its English in full-width brackets`(_ item: Case) throws {
    #expect(try annotated(item.input) == item.output)
  }

  @Test(arguments: [
    Case("Nvidia's chip and Nvidia", "Nvidia (輝達)'s chip and Nvidia"),
    Case("“Nvidia” rose", "“Nvidia (輝達)” rose"),
    Case("Boeings fly", "Boeings (波音) fly"),
    Case("Nvidia (輝達) rose", "Nvidia (輝達) rose"),
    Case("nvidia or Donald\nTrump", "nvidia or Donald\nTrump"),
  ])
  func `English text gets the Chinese name in half-width brackets`(_ item: Case) throws {
    let output = try annotated(item.input) { $0.recognition.direction = .englishToChinese }
    #expect(output == item.output)
  }

  @Test func `the mentions that are annotated are chosen`() throws {
    let text = "川普，川普\n川普，川普（Trump）\n"
    #expect(try annotated(text) { $0.mentions = .first } == "川普（Donald Trump），川普\n川普，川普（Trump）\n")
    #expect(
      try annotated(text) { $0.mentions = .paragraph }
        == "川普（Donald Trump），川普\n川普（Trump），川普（Trump）\n")
    #expect(
      try annotated(text) { $0.mentions = .all }
        == "川普（Donald Trump），川普（Trump）\n川普（Trump），川普（Trump）\n")
  }

  @Test func `things of one English name are told each, unless they are written alike too`() throws {
    #expect(
      try annotated("喬治亞。喬治亞州。") { $0.mentions = .first } == "喬治亞。喬治亞州（Georgia）。")
    #expect(
      try annotated("周星馳，周守仁") { $0.mentions = .first }
        == "周星馳（Stephen Chow），周守仁（Stephen Chow）")
    // The second 教育部 is another country's.
    #expect(
      try annotated("教育部，他國教育部") { $0.mentions = .first } == "教育部（Ministry of Education），他國教育部")
  }

  @Test func `the English name is chosen`() throws {
    let all: (inout AnnotationOptions) -> Void = { $0.mentions = .all }
    let text = "川普川普輝達"
    #expect(
      try annotated(text) {
        all(&$0)
        $0.names = .full
      } == "川普（Donald Trump）川普（Donald Trump）輝達（Nvidia）")
    #expect(
      try annotated(text) {
        all(&$0)
        $0.names = .short
      } == "川普（Trump）川普（Trump）輝達（Nvidia）")
  }

  @Test func `kinds, familiar names and forms can be chosen`() throws {
    let text = "川普、輝達、美國"
    #expect(try annotated(text) { $0.kinds = [.org] } == "川普、輝達（Nvidia）、美國")
    #expect(
      try annotated(text) { $0.includesFamiliar = true }
        == "川普（Donald Trump）、輝達（Nvidia）、美國（United States）")
    #expect(
      try annotated(text) { $0.recognition.exceptForms = ["川普"] } == "川普、輝達（Nvidia）、美國")
  }

  @Test(arguments: [
    Case("<p>川普</p>", "<p>川普（Donald Trump）</p>"),
    Case("<b>川</b>普說", "<b>川</b>普（Donald Trump）說"),
    Case("「<i>真實社群</i>」說", "「<i>真實社群</i>」（Truth Social）說"),
    Case("電信&#26143;號", "電信（AT&amp;T）&#26143;號（Star*&lt;b&gt;_[x]）"),
    Case("&#24029;&#26222;說", "&#24029;&#26222;（Donald Trump）說"),
    Case("<ruby>川普<rt>ㄔㄨㄢ ㄆㄨˇ</rt></ruby>說", "<ruby>川普<rt>ㄔㄨㄢ ㄆㄨˇ</rt></ruby>（Donald Trump）說"),
    Case("<ruby>川普<rt>Trump</rt></ruby>說", "<ruby>川普<rt>Trump</rt></ruby>說"),
    Case("川普</b>（Trump）", "川普</b>（Trump）"),
  ])
  func `a page gets its brackets outside of tags`(_ item: Case) throws {
    #expect(try annotated(item.input, as: .html) == item.output)
  }

  @Test(arguments: [
    Case(
      "川普說",
      "<ruby>川普<rp>（</rp><rt lang=\"en\">Donald Trump</rt><rp>）</rp></ruby>說"),
    Case("川<b>普</b>說", "川<b>普（Donald Trump）</b>說"),
    Case(
      "<b>電信</b>",
      "<b><ruby>電信<rp>（</rp><rt lang=\"en\">AT&amp;T</rt><rp>）</rp></ruby></b>"),
  ])
  func `a ruby holds the name`(_ item: Case) throws {
    #expect(try annotated(item.input, as: .html) { $0.format = .ruby } == item.output)
  }

  @Test(arguments: [
    Case("川普說", "<span class=\"yiming\" lang=\"zh-TW\" title=\"Donald Trump\">川普</span>說"),
    Case(
      "川<b>普</b>說",
      """
      <span class="yiming" lang="zh-TW" title="Donald Trump">川</span><b>\
      <span class="yiming" lang="zh-TW" title="Donald Trump">普</span></b>說
      """),
    Case(
      "<html lang=zh-HK>電信",
      "<html lang=zh-HK><span class=\"yiming\" lang=\"zh-HK\" title=\"AT&amp;T\">電信</span>"),
  ])
  func `a span never crosses a tag`(_ item: Case) throws {
    #expect(try annotated(item.input, as: .html) { $0.format = .span } == item.output)
  }

  @Test(arguments: [
    Case("**川普**說", "**川普**（Donald Trump）說"),
    Case("川**普**說", "川**普**（Donald Trump）說"),
    Case("川普**說**", "川普（Donald Trump）**說**"),
    Case("[川普](u)", "[川普（Donald Trump）](u)"),
    Case("[川普]與[川普]\n\n[川普]: /u", "[川普]（Donald Trump）與[川普]\n\n[川普]: /u"),
    Case("[[川普]]說", "[[川普]]（Donald Trump）說"),
    Case("星號", "星號（Star\\*\\<b\\>\\_\\[x\\]）"),
    Case("電信", "電信（AT&T）"),
    Case("> 川\n> 普\n> 輝達", "> 川\n> 普\n> 輝達（Nvidia）"),
    Case("`川普`川普", "`川普`川普（Donald Trump）"),
  ])
  func `Markdown stays what it was`(_ item: Case) throws {
    #expect(try annotated(item.input, as: .markdown) == item.output)
  }

  @Test(arguments: [
    Case("川普說", "川普[^yiming-1]說\n\n[^yiming-1]: Donald Trump\n"),
    Case(
      "[川普與輝達](u)說\n",
      "[川普與輝達](u)[^yiming-1][^yiming-2]說\n\n[^yiming-1]: Donald Trump\n[^yiming-2]: Nvidia\n"),
    Case(
      "川普[^yiming-4]輝達\r\n\r\n[^yiming-4]: Donald Trump\r\n",
      "川普[^yiming-4]輝達[^yiming-5]\r\n\r\n[^yiming-4]: Donald Trump\r\n\r\n[^yiming-5]: Nvidia\r\n"),
    Case("川普\n\n```\n輝達", "川普[^yiming-1]\n\n\n[^yiming-1]: Donald Trump\n\n```\n輝達"),
    Case("沒有", "沒有"),
  ])
  func `Markdown can have footnotes`(_ item: Case) throws {
    #expect(try annotated(item.input, as: .markdown) { $0.format = .footnotes } == item.output)
  }

  @Test func `one name has one footnote`() throws {
    let output = try annotated("川普與川普", as: .markdown) {
      $0.format = .footnotes
      $0.mentions = .all
    }
    #expect(output == "川普[^yiming-1]與川普[^yiming-1]\n\n[^yiming-1]: Donald Trump\n")
  }

  @Test func `a table of names follows the text`() throws {
    let table: (inout AnnotationOptions) -> Void = { $0.format = .table }
    #expect(
      try annotated("川普與輝達（Nvidia）與川普", table)
        == "川普與輝達（Nvidia）與川普\n\n【譯名 Names by Yiming】\n川普\tDonald Trump\n輝達\tNvidia\n")
    #expect(
      try annotated("川普\n", as: .markdown, table)
        == "川普\n\n<!-- yiming: names -->\n| 譯名 | English |\n| --- | --- |\n| 川普 | Donald Trump |\n")
    #expect(
      try annotated("<body>\n<p>電信</p>\n</body>\n", as: .html, table) == """
        <body>
        <p>電信</p>

        <table class="yiming">
        <thead><tr><th>譯名</th><th>English</th></tr></thead>
        <tbody>
        <tr><td lang="zh-TW">電信</td><td lang="en">AT&amp;T</td></tr>
        </tbody>
        </table>

        </body>

        """)
  }

  @Test(arguments: InputFormat.allCases)
  func `a table takes the names that it lacks`(_ format: InputFormat) throws {
    let once = try annotated("川普\n", as: format) { $0.format = .table }
    let twice = try annotated("輝達\n" + once, as: format) { $0.format = .table }
    #expect(twice.contains("Nvidia"))
    #expect(twice.components(of: "Donald Trump") == 2)
    #expect(try annotated(twice, as: format) { $0.format = .table } == twice)
  }

  @Test func `colours mark the names`() throws {
    #expect(
      try annotated("川普，川普") { $0.format = .ansi }
        == "\u{1B}[1m川普\u{1B}[22m\u{1B}[36m（Donald Trump）\u{1B}[39m，\u{1B}[1m川普\u{1B}[22m")
  }

  @Test func `control characters of a glossary are not inserted`() {
    #expect(MentionChooser.onOneLine("a\nb\u{1B}[0m") == "a b [0m")
  }

  @Test(arguments: [
    (AnnotationFormat.ruby, InputFormat.plain), (.ruby, .markdown), (.span, .plain),
    (.footnotes, .html), (.footnotes, .plain),
  ])
  func `a format that does not fit the input is refused`(
    _ format: AnnotationFormat, _ input: InputFormat
  ) throws {
    let error = #expect(throws: AnnotationError.self) {
      try annotated("川普", as: input) { $0.format = format }
    }
    #expect(error?.code == .formatMismatch)
  }
}

extension String {
  func components(of part: String) -> Int { ranges(of: part).count + 1 }
}
