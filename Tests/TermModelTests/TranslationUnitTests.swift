import TermModel
import Testing

struct TranslationUnitTests {
  @Test func `a segment is its text and the places of its codes`() {
    let segment = Segment([
      .text("按一下"), .code(InlineCode(.bpt, ["i": "1"], [.text("<b>")])), .text("儲存"),
      .code(InlineCode(.ept, ["i": "1"], [.text("</b>")])),
      .code(
        InlineCode(
          .hi, [:], [.text("檔"), .code(InlineCode(.ph, [:], [.text("%d")])), .text("案")])),
      .other(.comment("c")), .other(.element(MarkupElement("x", content: [.text("！")]))),
    ])
    #expect(segment.text == "按一下儲存檔案！")
    #expect(
      segment.flat.codes == [
        .init(offset: 9, kind: .bpt), .init(offset: 15, kind: .ept),
        .init(offset: 15, kind: .hiStart), .init(offset: 18, kind: .ph),
        .init(offset: 21, kind: .hiEnd),
      ])
  }

  @Test func `attributes are kept in order, and go where they were`() {
    var unit = TranslationUnit(id: "17", [("en", "a"), ("zh-TW", "甲")])
    unit.changed = "20241122T203100Z"
    unit.changedBy = "lin"
    unit.id = "18"
    #expect(unit.tag.attributes.map(\.name.local) == ["tuid", "changedate", "changeid"])
    unit.changed = nil
    #expect(unit.tag.attributes.map(\.value) == ["18", "lin"])
    #expect(unit.variants.map(\.language) == ["en", "zh-TW"])
  }

  @Test func `lang is the language where there is no xml lang`() {
    var variant = TranslationUnitVariant(
      tag: MarkupTag(attributes: [MarkupAttribute("lang", "EN")]), content: [])
    #expect(variant.language == "EN")
    variant.language = "en-US"
    #expect(variant.tag.attributes == [MarkupAttribute("lang", "en-US")])
    variant.tag[.xmlLanguage] = "fr"
    #expect(variant.language == "fr")
  }
}

struct LanguageReconcilingTests {
  @Test(
    arguments: [
      ("zh-TW", "zh-TW", .usual), ("ZH-tw", "zh-TW", .usual), ("zh_TW", "zh-TW", .other),
      ("zh-Hant-TW", "zh-TW", .other), ("Zh-hANT-tW", "zh-TW", .other),
      ("zh-Hant", "zh-TW", .other),
      ("zh-CHT", "zh-TW", .other), ("zht", "zh-TW", .other), ("cmn-Hant-TW", "zh-TW", .other),
      ("zh-Hans", "zh-CN", .other), ("zh-Hans-CN", "zh-CN", .other), ("zh-CHS", "zh-CN", .other),
      ("zh-Hant-HK", "zh-HK", .other), ("zh-HK", "zh-HK", .usual),
      ("zh-Hans-HK", "zh-Hans-HK", .usual),
      ("zh", "zh", .bareChinese), ("chi", "zh", .bareChinese),
      ("zh-TW-x-private", "zh-TW-x-private", .usual),
      ("en", "en", .usual), ("eng", "en", .other), ("en_us", "en-US", .other),
      ("EN-US", "en-US", .usual),
      ("en-Latn-US", "en-US", .other), ("en-029", "en-029", .usual),
      ("en-GB-oed", "en-GB-oed", .usual),
      ("x-l1", "x-l1", .usual), ("yue-HK", "yue-HK", .usual), ("", "", .illFormed),
      ("English", "english", .usual), ("Traditional Chinese", "traditional chinese", .illFormed),
      ("zh-", "zh-", .illFormed), ("e", "e", .illFormed), ("zh--TW", "zh--TW", .illFormed),
      ("en-verylongsubtag", "en-verylongsubtag", .illFormed),
    ] as [(String, String, LanguageTag.Spelling)])
  func `a spelling means one tag`(
    _ written: String, _ meant: String, _ spelling: LanguageTag.Spelling
  ) {
    let tag = LanguageTag(written)
    #expect(tag.reconciled == LanguageTag(meant) && tag.spelling == spelling)
    if spelling == .usual { #expect(tag.reconciled.description == meant || written == "English") }
    #expect(tag.reconciled.reconciled.description == tag.reconciled.description)
  }
}
