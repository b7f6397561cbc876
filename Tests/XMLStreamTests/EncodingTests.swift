import Testing
import XMLStream

@Suite struct EncodingTests {
  private static func declared(_ encoding: String, _ bytes: [UInt8]) -> [UInt8] {
    Array("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<a>".utf8) + bytes + Array("</a>".utf8)
  }

  @Test(
    arguments: [
      ("Big5", [0xC0, 0x78, 0xA6, 0x73], "儲存"), ("BIG5-HKSCS", [0xC0, 0x78, 0x9D, 0xF5], "儲嗰"),
      ("gb2312", [0xB4, 0xA2, 0xB4, 0xE6], "储存"), ("GBK", [0xE9, 0x46, 0xB4, 0xA2], "镕储"),
      ("gb18030", [0xB4, 0xA2, 0x95, 0x32, 0x82, 0x36], "储𠀀"),
      ("Shift_JIS", [0x95, 0x5C, 0x8E, 0xA6, 0xB6], "表示ｶ"),
      ("EUC-JP", [0xC9, 0xBD, 0xBC, 0xA8], "表示"),
      ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"), ("ISO-8859-1", [0xE9], "é"),
      ("iso-8859-15", [0xE9, 0xA4], "é€"), ("windows-1252", [0x93, 0xE9, 0x80], "“é€"),
      ("US-ASCII", [0x65], "e"), ("utf-8", [0xC3, 0xA9], "é"),
    ] as [(String, [UInt8], String)])
  func `text in an allowed encoding is read`(_ name: String, _ bytes: [UInt8], _ text: String) {
    let reading = read(Self.declared(name, bytes))
    #expect(reading.problem == nil)
    #expect(reading.events.dropFirst() == ["<a", "'" + text, "</a"])
  }

  @Test(
    arguments: [
      ("gb2312", [0xE9, 0x46]), ("Big5", [0xFF, 0xFF]), ("windows-1252", [0x81]),
      ("EUC-JP", [0xC9, 0x20]),
      ("US-ASCII", [0x80]), ("utf-8", [0xC0, 0xAF]), ("utf-8", [0xE9]), ("utf-8", [0xF8, 0x88]),
    ] as [(String, [UInt8])])
  func `bytes of another encoding are refused on their line`(_ name: String, _ bytes: [UInt8]) {
    let reading = read(Self.declared(name, Array("\n<u/>".utf8) + bytes + Array("\n".utf8)))
    #expect(reading.code == .wrongBytes)
    #expect(reading.line == 3)
    #expect(reading.events.contains("</u"))
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0xBD], [0xFF], [0x80],
      [0xF0, 0x80, 0x80, 0xAF],
    ] as [[UInt8]])
  func `bytes that are no UTF-8 are refused in text, CDATA, comments, attributes`(_ bytes: [UInt8])
  {
    for (before, after) in [
      ("", ""), ("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?p ", "?>"), ("<b c='", "'/>"),
      ("<b", "/>"),
    ] {
      let source = Array("<a>\n<u/>\(before)".utf8) + bytes + Array("\(after)</a>".utf8)
      let reading = read(source)
      #expect(reading.problem != nil && reading.line == 2, "\(before)")
      #expect(reading.events.last == "</u" || reading.events.last == "'")
    }
  }

  @Test func `CDATA may hold what looks like markup, cut anywhere`() {
    let text = String(repeating: "<a &b; é ]] > & ", count: 5000)
    let reading = read("<a><![CDATA[&\(text)]]></a>")
    #expect(reading.events == ["begin 1.0 UTF-8", "<a", "'&" + text, "</a"])
  }

  static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  @Test(arguments: [true, false], ["", "UTF-16", "utf-8"])
  func `UTF-16 with a mark is read, whatever the declaration says of Unicode`(
    _ bigEndian: Bool, _ declared: String
  ) {
    let declaration = declared.isEmpty ? "" : "<?xml version='1.0' encoding='\(declared)'?>"
    let reading = read(Self.utf16("\(declaration)<a>儲𠀀é\r\nx</a>", bigEndian: bigEndian))
    #expect(reading.problem == nil)
    #expect(
      reading.events == ["begin 1.0 UTF-16\(bigEndian ? "BE" : "LE")", "<a", "'儲𠀀é\nx", "</a"])
  }

  @Test(arguments: [true, false])
  func `UTF-16 without a mark is read only where the declaration names it`(_ bigEndian: Bool) {
    let named = "<?xml version='1.0' encoding='UTF-16'?><a/>"
    #expect(read(Self.utf16(named, bigEndian: bigEndian, mark: false)).problem == nil)
    #expect(read(Self.utf16("<a/>", bigEndian: bigEndian, mark: false)).code == .encodingUnknown)
    let other = "<?xml version='1.0' encoding='Big5'?><a/>"
    #expect(read(Self.utf16(other, bigEndian: bigEndian, mark: false)).code == .encodingConflict)
  }

  @Test(arguments: [true, false])
  func `UTF-16 that is broken is refused on its line`(_ bigEndian: Bool) {
    func reading(_ units: [UInt16], extra: [UInt8] = []) -> Reading {
      let all = [0xFEFF] + Array("<a>\n<u/>".utf16) + units + Array("</a>".utf16)
      return read(
        all.flatMap { unit -> [UInt8] in
          let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          return bigEndian ? bytes : bytes.reversed()
        } + extra)
    }
    for units: [UInt16] in [[0xD83D], [0xDE00], [0xD83D, 0xD83D], [0xDE00, 0xD83D]] {
      #expect(reading(units).code == .wrongBytes)
      #expect(reading(units).line == 2)
      #expect(reading(units).events.contains("</u"))
    }
    #expect(reading([0]).code == .zeroByte)
    #expect(reading([1]).code == .forbiddenCharacter)
    #expect(reading([0x20], extra: [0x20]).code == .oddByte)
    #expect(reading([0x20], extra: [0, 0]).code == .zeroByte)
    #expect(reading([0xD83D, 0xDE03]).problem == nil)
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C], [0, 0, 0, 0x3C],
      [0x3C, 0, 0, 0], [0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40],
    ] as [[UInt8]])
  func `UTF-32 and EBCDIC are refused by name`(_ bytes: [UInt8]) {
    #expect(read(bytes).code == .encodingUnsupported)
  }

  @Test func `a mark of UTF-8 is not text, and must agree with the declaration`() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(read(mark + Array("<a/>".utf8)).events == ["begin 1.0 UTF-8", "<a", "</a"])
    #expect(read(mark + Self.declared("UTF-8", [])).problem == nil)
    #expect(read(mark + Self.declared("Big5", [])).code == .encodingConflict)
    #expect(read(mark).code == .empty)
  }

  @Test func `a declaration without end is refused`() {
    let spaces = String(repeating: " ", count: 5000)
    #expect(read("<?xml version='1.0'\(spaces)encoding='Big5'?><a/>").code == .notWellFormed)
  }
}
