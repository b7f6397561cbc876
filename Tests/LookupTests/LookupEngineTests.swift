import CompiledTerms
import Interchange
import Lookup
import TermModel
import TestSupport
import Testing

@Suite struct LookupEngineTests {
  private static let small = Result {
    try ShippedBase.engine(
      tsv: """
        id\tzh-TW\ten\tzh-CN\tkind\ten-short\tdeprecated
        nvidia\t輝達\tNvidia|NVIDIA\t英伟达\torg\t\t
        evergreen\t長榮海運\tEvergreen Marine\t\torg\t\t
        chongqing\t重慶\tChongqing\t\tplace\t\t
        bank\t台灣銀行\tBank of Taiwan\t\torg\t\t
        ait\t美國在台協會\tAmerican Institute in Taiwan\t\torg\t\t
        trump\t川普|唐納·川普\tDonald Trump\t特朗普\tperson\tTrump\t
        kyiv\t基輔\tKyiv\t\tplace\t\t基夫
        disney\t迪士尼頻道+\tDisney+\t\torg\t\t
        green-island\t綠島\tGreen Island\t\tplace\t\t
        """)
  }

  private func first(_ query: String) throws -> (id: String, match: LookupMatch, matched: String)? {
    let result = try Self.small.get().results(for: query, limit: 5).results.first
    return result.map { ($0.concept.id, $0.match, $0.matched) }
  }

  @Test(arguments: [
    ("輝達", "nvidia", LookupMatch.exact, "輝達"), ("辉达", "nvidia", .exact, "輝達"),
    ("绿岛", "green-island", .exact, "绿岛"),
    ("英偉達", "nvidia", .exact, "英伟达"), ("nvidia", "nvidia", .exact, "Nvidia"),
    ("NVIDIA", "nvidia", .exact, "NVIDIA"), ("Nvid", "nvidia", .prefix, "Nvidia"),
    ("會答", "nvidia", .reading, "輝達"), ("huida", "nvidia", .reading, "輝達"),
    ("feida", "nvidia", .near, "輝達"), ("Nvidla", "nvidia", .near, "Nvidia"),
    ("AIT", "ait", .initials, "American Institute in Taiwan"),
    ("AIIT", "ait", .initials, "American Institute in Taiwan"),
    ("institute taiwan", "ait", .part, "American Institute in Taiwan"),
    ("在台協會", "ait", .part, "美國在台協會"), ("zai tai xie hui", "ait", .reading, "美國在台協會"),
    ("changrong", "evergreen", .reading, "長榮海運"),
    ("zhangrong haiyun", "evergreen", .reading, "長榮海運"),
    ("chong2qing4", "chongqing", .reading, "重慶"), ("zhongqing", "chongqing", .reading, "重慶"),
    ("yinhang", "bank", .reading, "台灣銀行"), ("唐納川普", "trump", .exact, "唐納·川普"),
    ("Trump", "trump", .exact, "Trump"), ("基夫", "kyiv", .exact, "基夫"),
    ("disney+", "disney", .exact, "Disney+"), ("lǜdǎo", "green-island", .reading, "綠島"),
  ])
  func `an answer says what matched and how`(
    query: String, id: String, match: LookupMatch, matched: String
  ) throws {
    let found = try #require(try first(query))
    #expect(found.id == id)
    #expect(found.match == match)
    #expect(found.matched == matched)
  }

  @Test func `suggestions come only where nothing is found`() throws {
    let engine = try Self.small.get()
    let none = engine.results(for: "Kongqinj", limit: 5)
    #expect(none.results.isEmpty)
    #expect(none.suggestions == ["Chongqing"])
    #expect(engine.results(for: "輝達", limit: 5).suggestions.isEmpty)
    #expect(engine.results(for: "川普 先生", limit: 5).suggestions.first == "川普")
    #expect(engine.results(for: "qqqqqqqqqqqq", limit: 5).suggestions.isEmpty)
  }

  @Test func `the limit is kept and the order does not change with it`() throws {
    let engine = try ShippedBase.engine.get()
    let all = engine.results(for: "台", limit: 50).results.map(\.concept.id)
    #expect(all.count == 50)
    for limit in [0, 1, 3, 10] {
      #expect(
        engine.results(for: "台", limit: limit).results.map(\.concept.id) == Array(all.prefix(limit))
      )
    }
  }

  @Test func `a lower concept that is hidden whole is not shown beside its higher one`() throws {
    func layer(_ name: String, _ rank: Int, _ tsv: String) -> TermLayer {
      let rows = GlossaryReader.read(Array(tsv.utf8), document: name).rows
      return TermLayer(
        name: name, rank: rank, isWide: rank > 1,
        rows: rows.map { .init($0.concept, hasGivenID: false) })
    }
    let engine = try ShippedBase.engine([
      layer("high", 1, "zh-TW\ten\n川普\tDonald Trump|Trump\n"),
      layer(
        "low", 2,
        "zh-TW\ten\n川普\tTrump\n川普|川建國\tDonald Trump\n川普\tSichuan Mandarin\n特朗普\tDonald Trump\n"),
    ])
    let chinese = engine.results(for: "川普", limit: 9).results
    #expect(chinese.map(\.layer) == ["high", "low"])
    #expect(chinese.last?.concept.english == ["Sichuan Mandarin"])
    // One that is seen by another form stays, below.
    let english = engine.results(for: "Donald Trump", limit: 9).results
    #expect(english.map { $0.concept.terms[0].text }.contains("特朗普"))
    #expect(english[0].layer == "high")
  }

  @Test func `a term longer than any text's is found`() throws {
    let long = String(repeating: "很長的名字", count: 30)
    let engine = try ShippedBase.engine(tsv: "zh-TW\ten\n\(long)\tLong Name\n")
    #expect(engine.results(for: long, limit: 1).results.first?.match == .exact)
    #expect(engine.results(for: String(long.prefix(20)), limit: 1).results.first?.match == .prefix)
  }

  @Test func `an empty base answers nothing`() throws {
    let engine = try ShippedBase.engine([])
    for query in ["輝達", "huida", "ㄏㄨㄟ", "Nvidia", "a"] {
      let answer = engine.results(for: query, limit: 5)
      #expect(answer.results.isEmpty && answer.suggestions.isEmpty)
    }
  }

  @Test func `every term of the shipped base finds its own concept`() throws {
    let engine = try ShippedBase.engine.get()
    var generator = SeededGenerator.printed()
    let letters = Array("台美中華國大新南北東西北李王林")
    for _ in 0..<40 {
      let some = engine.results(for: String(letters.randomElement(using: &generator)!), limit: 100)
      let concept = try #require(some.results.randomElement(using: &generator)).concept
      for term in concept.terms {
        let found = engine.results(for: term.text, limit: 200).results
        let own = found.first { $0.concept.id == concept.id }
        // It may be that a concept above it has all that it has.
        guard let own else {
          #expect(
            found.contains { $0.concept.english.first == concept.english.first }, "\(term.text)")
          continue
        }
        #expect(own.match == .exact, "\(term.text)")
      }
    }
  }
}
