import Foundation
import Interchange
import TermModel
import TestSupport
import Testing
import XMLStream

@Suite struct TMXConverterTests {
  private static let en = "<tuv xml:lang=\"en\"><seg>a</seg></tuv>"
  private static let zh = "<tuv xml:lang=\"zh-TW\"><seg>甲</seg></tuv>"

  /// What stands in the body of strict output.
  private func strictBody(_ bytes: [UInt8]) throws -> (String, [String]) {
    let (text, report) = try convert(bytes) { $0.isStrict = true }
    let body = text.components(from: "<body>", to: "</body>")
    return (body, report.changes.counts.keys.sorted())
  }

  @Test(arguments: [
    "<tu tuid=\"1\"><!-- c --><x-a b=\"1\">t</x-a>stray<tuv lang=\"en\"><seg>a</seg><seg/></tuv></tu>",
    "<g>text<tu><tuv/></tu><?p d?></g><tu/>",
    "<tu xmlns:v=\"u\" v:q=\"1\"><tuv xml:lang=\"en\"><seg>a<v:x/>\u{85}&#13;\n\t</seg></tuv></tu>",
    "<tu a=\"&#10;&#9;&quot;&lt;\"/>",
  ])
  func `without options nothing is changed`(_ body: String) throws {
    let bytes = document(body)
    let once = try convert(bytes)
    let twice = try convert(Array(once.text.utf8))
    #expect(once.text == twice.text && once.report.changes.counts.isEmpty)
    #expect(try record(bytes).units == record(Array(once.text.utf8)).units)
  }

  @Test(arguments: [
    // lang, unknown and misplaced things, white space with what goes.
    ("<tu>\(en) \(zh)</tu>", "<tu>\(en) \(zh)</tu>", []),
    ("<tu><tuv lang=\"en\"><seg>a</seg></tuv></tu>", "<tu>\(en)</tu>", ["tmx-changed-lang"]),
    (
      "<tu><tuv lang=\"fr\" xml:lang=\"en\"><seg>a</seg></tuv></tu>", "<tu>\(en)</tu>",
      ["tmx-changed-lang"]
    ),
    (
      "<tu><tuv lang=\"en\" xml:lang=\"\"><seg>a</seg></tuv></tu>", "<tu>\(en)</tu>",
      ["tmx-changed-lang"]
    ),
    ("<tu x=\"1\" tuid=\"2\">\(en)</tu>", "<tu tuid=\"2\">\(en)</tu>", ["tmx-dropped-attribute"]),
    ("<tu srclang=\"\">\(en)</tu>", "<tu>\(en)</tu>", ["tmx-dropped-attribute"]),
    (
      "<tu><note xml:lang=\"\">n</note>\(en)</tu>", "<tu><note>n</note>\(en)</tu>",
      ["tmx-dropped-attribute"]
    ),
    (
      "<tu srclang=\"*ALL*\">\(en)</tu>", "<tu srclang=\"*all*\">\(en)</tu>",
      ["tmx-changed-language"]
    ),
    ("<tu>\n<x/>\n\(en)</tu>", "<tu>\n\(en)</tu>", ["tmx-dropped-element"]),
    ("<tu>stray\(en)</tu>", "<tu>\(en)</tu>", ["tmx-dropped-text"]),
    ("<tu>\(en)<note>n</note></tu>", "<tu><note>n</note>\(en)</tu>", ["tmx-moved-element"]),
    (
      "<tu><tuv xml:lang=\"en\"><seg>a</seg><prop type=\"x\">p</prop></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><prop type=\"x\">p</prop><seg>a</seg></tuv></tu>",
      ["tmx-moved-element"]
    ),
    (
      "<tu><prop>p</prop>\(en)</tu>", "<tu><prop type=\"unknown\">p</prop>\(en)</tu>",
      ["tmx-added-attribute"]
    ),
    (
      "<tu><note>a<b>c</b></note>\(en)</tu>", "<tu><note>ac</note>\(en)</tu>",
      ["tmx-unwrapped-element"]
    ),
    ("<tu segtype=\"line\">\(en)</tu>", "<tu>\(en)</tu>", ["tmx-dropped-attribute"]),
    // Variants and units that cannot be written.
    ("<tu>\(en)<tuv><seg>b</seg></tuv></tu>", "<tu>\(en)</tu>", ["tmx-dropped-variant"]),
    ("<tu>\(en)<tuv xml:lang=\"fr\"/></tu>", "<tu>\(en)</tu>", ["tmx-dropped-variant"]),
    ("<tu/>\n<tu>\(en)</tu>", "\n<tu>\(en)</tu>", ["tmx-dropped-unit"]),
    (
      "<tu><tuv xml:lang=\"en\" usagecount=\"1\"><seg>a</seg><seg>b</seg></tuv></tu>",
      "<tu><tuv usagecount=\"1\" xml:lang=\"en\"><seg>a</seg></tuv><tuv usagecount=\"1\" xml:lang=\"en\"><seg>b</seg></tuv></tu>",
      ["tmx-split-variant"]
    ),
    (
      "<tu>\(en)<tu tuid=\"i\">\(zh)</tu></tu>", "<tu>\(en)</tu><tu tuid=\"i\">\(zh)</tu>",
      ["tmx-moved-unit"]
    ),
    ("<g><tu>\(en)</tu></g>", "<tu>\(en)</tu>", ["tmx-unwrapped-element"]),
    (
      "<note>n</note><tu>\(en)</tu>text", "<tu>\(en)</tu>",
      ["tmx-dropped-element", "tmx-dropped-text"]
    ),
    // Languages.
    (
      "<tu><tuv xml:lang=\"zh_TW\"><seg>a</seg></tuv></tu>",
      "<tu><tuv xml:lang=\"zh-TW\"><seg>a</seg></tuv></tu>", ["tmx-changed-language"]
    ),
    (
      "<tu srclang=\"zh_TW\">\(en)</tu>", "<tu srclang=\"zh-TW\">\(en)</tu>",
      ["tmx-changed-language"]
    ),
    // Segments.
    (
      "<tu><tuv xml:lang=\"en\"><seg xml:space=\"preserve\">a<b>c</b>d</seg></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><seg>acd</seg></tuv></tu>",
      ["tmx-dropped-attribute", "tmx-unwrapped-element"]
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg>a<sub>b</sub></seg></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><seg>ab</seg></tuv></tu>", ["tmx-unwrapped-element"]
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg><bpt>[</bpt>a<ept>]</ept><bpt>(</bpt></seg></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><seg><bpt i=\"1000001\">[</bpt>a<ept i=\"1000001\">]</ept><bpt i=\"1000002\">(</bpt></seg></tuv></tu>",
      ["tmx-added-attribute"]
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg><it>a</it><it pos=\"close\"/></seg></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><seg><it pos=\"begin\">a</it><it pos=\"end\"></it></seg></tuv></tu>",
      ["tmx-added-attribute", "tmx-changed-value"]
    ),
    (
      "<tu><tuv xml:lang=\"en\"><seg>a<!-- c --><?p d?>b</seg></tuv></tu>",
      "<tu><tuv xml:lang=\"en\"><seg>a<!-- c --><?p d?>b</seg></tuv></tu>", []
    ),
  ])
  func `strict output`(_ body: String, _ expected: String, _ changes: [String]) throws {
    let (text, counts) = try strictBody(document(body))
    #expect(text == expected && counts == changes)
  }

  private static let full = """
    <header adminlang="en" creationtool="t" creationtoolversion="1" datatype="plaintext" \
    o-tmf="t" segtype="sentence" srclang="en"></header>
    """
  private static let usual = """
    <header adminlang="en" creationtool="Yiming" creationtoolversion="1" datatype="unknown" \
    o-tmf="unknown" segtype="sentence" srclang="*all*"></header>
    """

  @Test(arguments: [
    ("<tmx version=\"1.4\">\(usualHeader)<body></body></tmx>", full, []),
    ("<tmx version=\"1.1\">\(usualHeader)<body></body></tmx>", full, ["tmx-changed-version"]),
    ("<tmx version=\"1.4\"><body></body></tmx>", usual, ["tmx-added-header"]),
    ("<tmx version=\"1.4\"></tmx>", usual, ["tmx-added-header"]),
    (
      "<tmx version=\"1.4\" xmlns=\"u\" v=\"1\">\(usualHeader)</tmx>", full,
      ["tmx-changed-namespace", "tmx-dropped-attribute"]
    ),
    (
      "<t:tmx version=\"1.4\" xmlns:t=\"u\"><t:body/></t:tmx>", usual,
      ["tmx-added-header", "tmx-changed-namespace"]
    ),
    (
      "<tmx version=\"1.4\">\(usualHeader)\(usualHeader)<body/></tmx>", full,
      ["tmx-dropped-element"]
    ),
    (
      "<tmx version=\"1.4\"><header srclang=\"\" segtype=\"x\"><ude><map code=\"1\"/></ude></header></tmx>",
      usual, ["tmx-added-header-attribute", "tmx-dropped-attribute", "tmx-dropped-element"]
    ),
  ])
  func `strict header`(_ text: String, _ header: String, _ changes: [String]) throws {
    let (output, report) = try convert(Array(text.utf8)) { $0.isStrict = true }
    #expect(
      output == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          \(header)
          <body></body>
        </tmx>

        """)
    #expect(report.changes.counts.keys.sorted() == changes)
  }

  @Test func `a late header is found in a file`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "<tmx version=\"1.4\"><body><tu>\(Self.en)</tu></body><header srclang=\"en\"><note>n</note></header></tmx>",
      to: "late.tmx")
    var conversion = TMXConversion(inputs: [path], output: "out.tmx")
    conversion.options.isStrict = true
    let output = Collected()
    let report = try conversion.run { _ in output }
    #expect(output.text.contains("srclang=\"en\"><note>n</note></header>"))
    #expect(report.changes.counts["tmx-moved-header"] == 1 && report.files.map(\.units) == [1])
  }

  @Test func `level 1 keeps the translatable text`() throws {
    let bytes = try sample("inline-codes.tmx")
    let (text, report) = try convert(bytes) { $0.isPlain = true }
    let before = try record(bytes).units
    let after = try record(Array(text.utf8)).units
    #expect(
      before.map { $0.variants.map { $0.segment?.text } }
        == after.map { $0.variants.map { $0.segment?.text } })
    #expect(after.allSatisfy { $0.variants.allSatisfy { $0.segment?.flat.codes.isEmpty == true } })
    // The six sub stand inside of codes and go with them.
    #expect(report.changes.counts == ["tmx-dropped-code": 6 + 6 + 6 + 2 + 2 + 4])
    #expect(text.contains("<seg>請洽台積電。</seg>"))
  }

  @Test func `only the languages that are named stay`() throws {
    let bytes = try sample("regions.tmx")
    let (text, report) = try convert(bytes) {
      $0.languages = [LanguageTag("en"), LanguageTag("zh-HK")]
    }
    let units = try record(Array(text.utf8)).units
    #expect(
      units.map { $0.variants.compactMap(\.language) } == [
        ["en", "zh-HK"], ["en", "zh-HK"], ["en"],
      ])
    #expect(report.changes.counts == ["tmx-left-out-variant": 6])
    let none = try convert(bytes) { $0.languages = [LanguageTag("ja")] }
    #expect(try record(Array(none.text.utf8)).units.isEmpty && none.report.unitsLeftOut == 3)
    #expect(none.report.changes.counts["tmx-left-out-unit"] == 3)
    let wide = try convert(bytes) { $0.languages = [LanguageTag("zh")] }
    #expect(try record(Array(wide.text.utf8)).units.map(\.variants.count) == [3, 3, 2])
  }

  @Test func `what is not named stays as it is`() throws {
    let body =
      "<!-- c --><tu x=\"1\"><y/>\(Self.en)\(Self.zh)<tuv lang=\"fr\"><seg/></tuv></tu><?p d?>"
    let (text, _) = try convert(document(body)) { $0.languages = [LanguageTag("en")] }
    #expect(text.contains("<!-- c --><tu x=\"1\"><y></y>\(Self.en)</tu><?p d?>"))
  }

  @Test func `a language is written as the user says`() throws {
    let bytes = document(
      "<tu srclang=\"zh\"><tuv xml:lang=\"ZH\"><seg>a</seg></tuv><tuv lang=\"zh-CN\"><seg/></tuv></tu>",
      header: "<header srclang=\"zh\"></header>")
    let (text, report) = try convert(bytes) { $0.map = LanguageMap([("zh", "zh-TW")]) }
    #expect(text.contains("<header srclang=\"zh-TW\">") && text.contains("<tu srclang=\"zh-TW\">"))
    #expect(text.contains("xml:lang=\"zh-TW\"") && text.contains("lang=\"zh-CN\""))
    #expect(report.changes.counts == ["tmx-mapped-language": 3])
  }

  @Test func `equal units are written once`() throws {
    let unit = "<tu tuid=\"1\" usagecount=\"2\">\(Self.en)</tu>"
    let body =
      "\(unit)\n<tu usagecount='2' tuid='1' >\(Self.en)</tu>\n<tu tuid=\"2\">\(Self.en)</tu>\n\(unit)"
    let (text, report) = try convert(document(body)) { $0.removesDuplicates = true }
    #expect(text.contains("<body>\(unit)\n<tu tuid=\"2\">\(Self.en)</tu></body>"))
    #expect(report.changes.counts == ["tmx-left-out-duplicate": 2] && report.unitsLeftOut == 2)
    // What is equal is decided after the other options.
    let plain = document(
      "<tu><tuv xml:lang=\"en\"><seg>a<ph>1</ph></seg></tuv></tu><tu><tuv xml:lang=\"en\"><seg>a<ph>2</ph></seg></tuv></tu>"
    )
    let both = try convert(plain) {
      $0.isPlain = true
      $0.removesDuplicates = true
    }
    #expect(both.report.files.map(\.units) == [1])
  }

  @Test func `a split writes a file for each pair`() throws {
    let bytes = try sample("regions.tmx")
    var options = TMXConversionOptions()
    options.splitsPairs = true
    var outputs: [String: Collected] = [:]
    let converter = try TMXConverter(options, document: "out") { pair in
      let output = Collected()
      outputs[pair?.name ?? ""] = output
      return output
    }
    try TMXReader(document: "a", consumer: converter).read(bytes)
    let report = try converter.finish()
    #expect(report.files.map(\.pair?.name) == ["en_zh-TW", "en_zh-HK", "en_zh-CN"])
    #expect(report.files.map(\.units) == [3, 2, 3] && report.unitsLeftOut == 0)
    for (name, output) in outputs {
      let recording = try record(output.bytes)
      let tags = name.split(separator: "_").map(String.init)
      #expect(recording.units.allSatisfy { $0.variants.compactMap(\.language) == tags })
      #expect(recording.events.contains { $0.contains("creationtool=\"Yiming\"") })
    }
  }

  @Test(arguments: [
    ("*all*", ["en_fr", "en_zh-TW", "fr_zh-TW"]), ("*ALL*", ["en_fr", "en_zh-TW", "fr_zh-TW"]),
    ("zh_tw", ["zh-TW_en", "zh-TW_fr"]), ("ja", []),
  ])
  func `pairs follow the source language`(_ source: String, _ names: [String]) throws {
    let unit = "<tu>\(Self.zh)\(Self.en)<tuv xml:lang=\"fr\"><seg/></tuv>\(Self.en)</tu>"
    var options = TMXConversionOptions()
    options.splitsPairs = true
    let converter = try TMXConverter(options, document: "out") { _ in Collected() }
    try TMXReader(document: "a", consumer: converter).read(
      document(unit, header: "<header srclang=\"\(source)\"/>"))
    let report = try converter.finish()
    #expect(report.files.compactMap(\.pair?.name).sorted() == names.sorted())
    #expect(report.unitsLeftOut == (names.isEmpty ? 1 : 0))
  }

  @Test(arguments: ["*all*", "x-l0", "x-l299"])
  func `too many pairs are an error`(_ source: String) throws {
    let variants = (0..<300).map { "<tuv xml:lang=\"x-l\($0)\"><seg/></tuv>" }.joined()
    var options = TMXConversionOptions()
    options.splitsPairs = true
    let converter = try TMXConverter(options, document: "out") { _ in Collected() }
    let error = #expect(throws: TMXError.self) {
      try TMXReader(document: "a", consumer: converter).read(
        document("<tu>\(variants)</tu>", header: "<header srclang=\"\(source)\"/>"))
    }
    #expect(error?.code == .tooManyPairs)
  }

  @Test func `merged units say what their own header said`() throws {
    let first = document("<tu tuid=\"1\">\(Self.en)</tu>\n")
    let second = document(
      "<!-- c --><tu tuid=\"2\">\(Self.zh)</tu><tu tuid=\"3\" srclang=\"fr\">\(Self.zh)</tu>",
      header:
        "<header srclang=\"zh-TW\" segtype=\"sentence\" datatype=\"html\"><note>n</note></header>")
    let third = document("<tu tuid=\"4\">\(Self.en)</tu>", header: "")
    let (text, report) = try convert(first, second, third)
    #expect(report.files.map(\.units) == [4] && report.changes.counts.isEmpty)
    let units = try record(Array(text.utf8)).units
    #expect(units.map(\.id) == ["1", "2", "3", "4"])
    #expect(units.map(\.sourceLanguage) == [nil, "zh-TW", "fr", "*all*"])
    #expect(units.map { $0.tag["datatype"] } == [nil, "html", "html", nil])
    #expect(units.map(\.segmentation) == [nil, nil, nil, nil] && text.contains("<!-- c -->"))
    #expect(text.hasSuffix("</body></tmx>\n"))
  }

  @Test(arguments: [false, true])
  func `an empty srclang of a merged unit says nothing`(_ isStrict: Bool) throws {
    let second = document(
      "<tu srclang=\"\" datatype=\"\">\(Self.en)</tu>",
      header: "<header srclang=\"de\" datatype=\"html\"/>")
    let (text, report) = try convert(document("<tu>\(Self.en)</tu>"), second) {
      $0.isStrict = isStrict
    }
    let units = try record(Array(text.utf8)).units
    #expect(units.map(\.sourceLanguage) == [nil, "de"], "\(text)")
    #expect(units.map { $0.tag["datatype"] } == [nil, "html"], "\(text)")
    #expect(report.changes.counts["tmx-dropped-attribute"] == nil)
    // Without further documents it stays as it is.
    let alone = try convert(document("<tu srclang=\"\">\(Self.en)</tu>"))
    #expect(alone.text.contains("<tu srclang=\"\">"))
  }

  @Test func `any language is one value in any case`() throws {
    let first = document(
      "<tu>\(Self.zh)\(Self.en)</tu>", header: "<header srclang=\"*ALL*\"></header>")
    let second = document("<tu>\(Self.zh)</tu>", header: "<header srclang=\"*all*\"/>")
    let (text, _) = try convert(first, second)
    let recording = try record(Array(text.utf8))
    #expect(recording.units.map(\.sourceLanguage) == [nil, nil] && recording.sources == [0, 0])
    #expect(try !check(first).contains("tmx-language-spelling"))
  }

  @Test func `merging files keeps what stands in all headers`() throws {
    let folder = try TemporaryFolder()
    let header = { (content: String) in "<header srclang=\"en\">\(content)</header>" }
    let paths = try [
      "<note>a</note>", "<note>a</note><prop type=\"x\">b</prop>", "<note>c</note>",
    ].enumerated().map { index, content in
      try folder.write(document("<tu>\(Self.en)</tu>", header: header(content)), to: "\(index).tmx")
    }
    for isStrict in [false, true] {
      var conversion = TMXConversion(inputs: paths, output: "out.tmx")
      conversion.options.isStrict = isStrict
      conversion.options.removesDuplicates = true
      let output = Collected()
      let report = try conversion.run { _ in output }
      let text = String(output.text.filter { $0 != "\n" && $0 != " " })
      #expect(
        text.contains("<note>a</note><proptype=\"x\">b</prop><note>c</note></header>"),
        "\(output.text)")
      #expect(report.files.map(\.units) == [1] && report.unitsLeftOut == 2)
    }
  }

  @Test func `a broken file says how much was whole`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("<tmx><body><tu>\(Self.en)</tu><tu>", to: "a.tmx")
    let error = #expect(throws: TMXConversion.Broken.self) {
      try TMXConversion(inputs: [path], output: "o").run { _ in Collected() }
    }
    #expect(error?.completeUnits == 1 && error?.document == path)
  }
}

extension String {
  fileprivate func components(from start: String, to end: String) -> String {
    guard let from = range(of: start), let to = range(of: end, options: .backwards) else {
      return ""
    }
    return String(self[from.upperBound..<to.lowerBound])
  }
}
