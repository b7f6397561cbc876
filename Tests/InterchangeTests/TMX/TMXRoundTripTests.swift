import Interchange
import TermModel
import TestSupport
import Testing
import XMLStream

@Suite struct TMXRoundTripTests {
  @Test func `random units with every feature survive writing and reading`() throws {
    var random = RandomUnit(SeededGenerator.printed())
    for _ in 0..<40 {
      let header = random.header()
      let units = (0..<10).map { _ in random.unit() }
      let output = Collected()
      let writer = TMXWriter(to: output, document: "out.tmx")
      try writer.begin(header)
      for unit in units { try writer.write(unit) }
      try writer.finish()
      let back = try record(output.bytes)
      #expect(back.units.count == units.count)
      for (unit, back) in zip(units, back.units) where unit != back {
        Issue.record("\(firstDifference("\(unit)", "\(back)"))")
      }
      let reading = HeaderRecording()
      try TMXReader(document: "out.tmx", consumer: reading).read(output.bytes)
      #expect(reading.header == header)
      // A conversion without options changes nothing of all this.
      let converted = try convert(output.bytes).text
      #expect(converted == output.text, "\(firstDifference(converted, output.text))")
    }
  }

  private final class HeaderRecording: TMXConsumer {
    var header = MemoryHeader()
    func open(_ element: TMXElement, _ tag: TMXPiece) throws {
      if element == .header { header.tag = tag.tag }
    }
    func piece(_ piece: TMXPiece) throws {
      if piece.parent == .header, let content = piece.headerContent {
        header.content.append(content)
      }
    }
    func unit(_ unit: TMXUnit) throws {}
  }

  @Test func `strict output of random units is what the grammar allows, and stays as it is`() throws
  {
    var random = RandomUnit(SeededGenerator.printed())
    for _ in 0..<40 {
      let output = Collected()
      let writer = TMXWriter(to: output, document: "out.tmx")
      try writer.begin(random.header())
      for _ in 0..<10 { try writer.write(random.unit()) }
      try writer.finish()
      let strict = try convert(output.bytes) { $0.isStrict = true }.text
      let bad: Set<String> = [
        "tmx-version", "tmx-header-attributes", "tmx-unknown-element", "tmx-unknown-attribute",
        "tmx-misplaced", "tmx-stray-text", "tmx-order", "tmx-segtype", "tmx-prop-type", "tmx-lang",
        "tmx-no-tuv", "tmx-no-language", "tmx-no-seg", "tmx-second-seg", "tmx-no-i", "tmx-pos",
        "tmx-ude", "tmx-no-header", "tmx-no-srclang",
      ]
      let found = Set(try check(Array(strict.utf8)))
      #expect(found.isDisjoint(with: bad), "\(found.intersection(bad)) in \(strict)")
      let again = try convert(Array(strict.utf8)) { $0.isStrict = true }
      #expect(
        again.text == strict && again.report.changes.counts.isEmpty,
        "\(again.report.changes.counts)")
    }
  }

  @Test func `damaged files are read or refused, and never break anything`() throws {
    var random = SeededGenerator.printed()
    let originals = try sampleNames.map { try sample($0) }
    var accepted = 0
    for number in 0..<600 {
      var bytes = originals[number % originals.count]
      for _ in 0..<Int.random(in: 1...3, using: &random) { Self.damage(&bytes, &random) }
      var options: [(inout TMXConversionOptions) -> Void] = [
        { _ in }, { $0.isStrict = true }, { $0.isPlain = true },
        { $0.languages = [LanguageTag("zh-TW")] }, { $0.removesDuplicates = true },
        {
          $0.isStrict = true
          $0.isPlain = true
        },
      ]
      options.shuffle(using: &random)
      do {
        _ = try check(bytes)
        let first = try convert(bytes, change: options[0]).text
        let second = try convert(Array(first.utf8), change: options[0]).text
        #expect(first == second)
        accepted += 1
      } catch is XMLProblem {
      } catch is TMXError {
      }
    }
    print("accepted: \(accepted) of 600")
    #expect(accepted > 20)
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    if bytes.isEmpty { return }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    let words = [
      "<tu>", "</tu>", "<seg>", "<x>", "</x>", "<hi>", "</hi>", "<note>n</note>", "&#10;", "&lt;",
      " a=\"b\"",
      "<!-- c -->", "<?p d?>", "text", "<header srclang=\"fr\"/>", "<body>", "</body>", "\u{93}",
    ]
    switch Int.random(in: 0...9, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: at)
    case 2:
      let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
      bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
    case 3...8:
      // A whole thing between two others, which may well be accepted.
      let place = bytes[at...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? at
      bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: place)
    default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
    }
  }

  @Test(arguments: [
    (TranslationUnit(id: "a\u{1}", [("en", "x")]), UnitFlaw.Code.forbiddenCharacter),
    (TranslationUnit([("en", "a\u{0}b")]), .forbiddenCharacter),
    (TranslationUnit([("en", "a\u{FFFE}")]), .forbiddenCharacter),
    (TranslationUnit(content: [.other(.comment("a--b"))]), .comment),
    (TranslationUnit(content: [.other(.comment("a-"))]), .comment),
    (TranslationUnit(content: [.other(.instruction(target: "p", data: "a?>b"))]), .instruction),
    (TranslationUnit(content: [.other(.instruction(target: "xml", data: ""))]), .instruction),
    (TranslationUnit(content: [.other(.element(MarkupElement("1a")))]), .badName),
    (TranslationUnit(tag: MarkupTag(attributes: [MarkupAttribute("a b", "")])), .badName),
    (
      TranslationUnit(
        tag: MarkupTag(attributes: [MarkupAttribute("a", ""), MarkupAttribute("a", "")])),
      .attributeTwice
    ),
  ])
  func `what XML forbids is refused when it is written`(
    _ unit: TranslationUnit, _ code: UnitFlaw.Code
  ) throws {
    #expect(unit.flaw?.code == code)
    let output = Collected()
    let writer = TMXWriter(to: output, document: "out.tmx")
    try writer.begin(MemoryHeader())
    #expect(throws: UnitFlaw.self) { try writer.write(unit) }
    try writer.write(TranslationUnit([("en", "fine")]))
    try writer.finish()
    #expect(try record(output.bytes).units.count == 1)
    #expect(Message.knows(code: code.rawValue))
  }
}
