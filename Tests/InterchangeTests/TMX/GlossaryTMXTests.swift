import Interchange
import TermModel
import TestSupport
import Testing
import XMLStream

@Suite struct GlossaryTMXTests {
  private func read(_ bytes: [UInt8], map: LanguageMap = LanguageMap()) throws -> GlossaryContents {
    let folder = try TemporaryFolder()
    return try GlossaryTMXReader.read(path: try folder.write(bytes, to: "names.tmx"), map: map)
  }

  @Test func `concepts survive writing and reading`() throws {
    var random = SeededGenerator.printed()
    let concepts = (0..<200).map { RandomConcept.make(number: $0, using: &random) }
    let output = Collected()
    try GlossaryTMXWriter.write(concepts, to: output, document: "names.tmx", toolVersion: "1")
    let contents = try read(output.bytes)
    #expect(contents.problems.isEmpty && !contents.isRefused)
    #expect(contents.rows.map(\.concept) == concepts)
    #expect(contents.rows.allSatisfy { $0.hasOwnID })
    #expect(contents.columns == Set(GlossaryColumn.allCases))
    let codes = Set(try check(output.bytes))
    #expect(codes.subtracting(["tmx-no-source"]).isEmpty, "\(codes)")
  }

  @Test func `a file of another program gives names`() throws {
    let text = document(
      """
      <tu tuid="1"><note>chips</note><prop type="x-Domain">tech</prop>\
      <tuv xml:lang="en-US"><seg>Nvidia</seg></tuv><tuv xml:lang="EN-GB"><seg>NVIDIA</seg></tuv>\
      <tuv xml:lang="zh_TW"><seg><bpt i="1">[</bpt>輝達<ept i="1">]</ept></seg></tuv>\
      <tuv xml:lang="zh-Hans"><seg>英伟达</seg></tuv></tu>
      <tu tuid="2"><tuv xml:lang="en"><seg>Taipei</seg></tuv><tuv xml:lang="zh"><seg>臺北</seg></tuv></tu>
      <tu tuid="3"><tuv xml:lang="en"><seg>Only English</seg></tuv></tu>
      <tu tuid="4"><tuv xml:lang="zh-TW"><seg>只有中文</seg></tuv></tu>
      <tu tuid="5"><tuv xml:lang="zh-TW"><seg>甲|乙</seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu>
      """)
    let contents = try read(text, map: LanguageMap([("zh", "zh-TW")]))
    #expect(contents.rows.map(\.concept.id) == ["nvidia", "taipei"])
    let nvidia = contents.rows[0].concept
    #expect(nvidia.english == ["Nvidia", "NVIDIA"] && nvidia.note == "chips")
    #expect(nvidia.terms(in: .taiwan).map(\.text) == ["輝達"])
    #expect(nvidia.terms(in: .mainland).map(\.text) == ["英伟达"])
    #expect(nvidia.otherFields == [Concept.Field(name: "x-Domain", value: "tech")])
    #expect(
      contents.problems.map(\.codeName) == [
        "glossary-no-chinese", "glossary-no-english", "glossary-bad-form",
      ])
    #expect(contents.problems.map { $0.place?.line } == [3, 4, 5] && contents.badRowCount == 3)
    #expect(contents.columns == [.english, .taiwan, .mainland, .note])
    #expect(contents.rows.allSatisfy { !$0.hasOwnID })
  }

  @Test(arguments: [
    ("<?xml version", true), ("\u{FEFF}<?xml", true), ("  <tmx>", true), ("<!-- c --><tmx>", true),
    ("zh-TW\ten\n", false), ("# <tmx>", false), ("", false), ("PK\u{3}\u{4}", true),
  ])
  func `TMX is known by how it begins`(_ text: String, _ isTMX: Bool) {
    #expect(GlossaryTMXReader.isLikelyTMX(Array(text.utf8)) == isTMX)
    #expect(Message.knows(code: "glossary-bad-form"))
  }
}
