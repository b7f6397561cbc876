import Foundation
import TermModel
import TermRecognition
import Testing

@testable import Annotation

struct EncodingTests {
  /// 川普 in Big5 is A4 74 B4 B6, 說 BB A1.
  private static let big5: [UInt8] = [0xA4, 0x74, 0xB4, 0xB6, 0xBB, 0xA1]

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  @Test(
    arguments: [
      (Array("川普".utf8), SourceEncoding.utf8, "川普"),
      ([0xEF, 0xBB, 0xBF] + Array("川普".utf8), .utf8, "川普"),
      (utf16("川普\n", bigEndian: false, mark: true), .utf16LittleEndian, "川普\n"),
      (utf16("川普\n", bigEndian: true, mark: true), .utf16BigEndian, "川普\n"),
      (utf16("一川普說, ok\n", bigEndian: false, mark: false), .utf16LittleEndian, "一川普說, ok\n"),
      (utf16("一川普說, ok\n", bigEndian: true, mark: false), .utf16BigEndian, "一川普說, ok\n"),
      (utf16("Nvidia rose", bigEndian: true, mark: false), .utf16BigEndian, "Nvidia rose"),
      (utf16("𠮷 a", bigEndian: false, mark: true), .utf16LittleEndian, "𠮷 a"),
      (big5, .big5, "川普說"),
      (big5 + big5 + [0xC7, 0x60], .big5HKSCS, "川普說川普說べ"),
      ([], .utf8, ""),
      (Array("plain".utf8), .utf8, "plain"),
      (Array("<html><meta charset=\"Big5\">a".utf8), .big5, "<html><meta charset=\"Big5\">a"),
      (
        Array("<p><meta http-equiv=x content='text/html; charset=big5'>".utf8) + big5, .big5,
        "<p><meta http-equiv=x content='text/html; charset=big5'>川普說"
      ),
      (Array("<p><meta charset=big5>川普".utf8), .utf8, "<p><meta charset=big5>川普"),
    ] as [([UInt8], SourceEncoding, String)])
  func `the encoding is found`(_ bytes: [UInt8], _ encoding: SourceEncoding, _ text: String) throws
  {
    let source = try SourceText(bytes, document: "a")
    #expect(source.encoding == encoding)
    #expect(String(decoding: source.utf8, as: UTF8.self) == text)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0xFF, 0x62], nil, 2, "2", "FF"),
      (Array("川".utf8) + [0xE5, 0xB7], nil, 1, "3", "E5"),
      ([0xEF, 0xBB, 0xBF, 0x0D, 0x0A, 0xC0, 0x80], nil, 2, "5", "C0"),
      (big5 + [0x0A, 0xA4], SourceEncoding.big5, 2, "7", "A4"),
      (big5 + [0x0A, 0xA4, 0x20], .big5, 2, "7", "A4"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xD8, 0x61, 0x00], nil, 1, "4", "00"),
      ([0xFF, 0xFE, 0x61, 0x00, 0x61], nil, 1, "4", "61"),
      (Array("caf".utf8) + [0xE9, 0x20, 0x61], nil, 1, "3", "E9"),
    ] as [([UInt8], SourceEncoding?, Int, String, String)])
  func `a wrong byte is an error with its place`(
    _ bytes: [UInt8], _ encoding: SourceEncoding?, _ line: Int, _ offset: String, _ byte: String
  ) throws {
    let error = #expect(throws: AnnotationError.self) {
      try SourceText(bytes, document: "a", encoding: encoding)
    }
    #expect(error?.code == .wrongByte)
    #expect(error?.place?.line == line)
    #expect(error?.values["offset"] == offset)
    #expect(error?.values["byte"] == byte)
  }

  @Test func `a wrong byte far into a file is found in its place`() throws {
    var bytes: [UInt8] = []
    for _ in 0..<20_000 { bytes += Self.big5 + [0x0A] }
    bytes += [0xA4, 0x0A]
    let error = #expect(throws: AnnotationError.self) {
      try SourceText(bytes, document: "a", encoding: .big5)
    }
    #expect(error?.place?.line == 20_001)
    #expect(error?.values["offset"] == "140000")
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D], [1, 2, 3, 0x61], Array("a\u{0}b".utf8),
      [0xFF, 0xFE, 0, 0, 0x61, 0],
    ] as [[UInt8]])
  func `a binary file is refused`(_ bytes: [UInt8]) throws {
    let error = #expect(throws: AnnotationError.self) { try SourceText(bytes, document: "a") }
    #expect(error?.code == .binary)
  }

  @Test func `a page in an encoding that is not known is refused`() throws {
    let bytes = Array("<html><meta charset=gbk>".utf8) + [0xCC, 0xA8, 0xCD, 0xE5]
    #expect(throws: AnnotationError.self) {
      try SourceText(bytes + bytes.suffix(4) + [0xFF], document: "a")
    }
  }

  @Test func `GB 2312 is not taken for Big5`() throws {
    // 台湾中国大陆美国总统 again and again.
    let gb: [UInt8] = [
      0xCC, 0xA8, 0xCD, 0xE5, 0xD6, 0xD0, 0xB9, 0xFA, 0xB4, 0xF3, 0xC2, 0xBD, 0xC3, 0xC0, 0xB9,
      0xFA, 0xD7, 0xDC, 0xCD, 0xB3,
    ]
    #expect(!EncodingGuess.isLikeBig5(gb + gb))
  }

  @Test func `Big5 is written back with the English in Big5`() throws {
    let output = try annotatedBytes(Self.big5, as: .plain)
    #expect(
      output == Self.big5[..<4] + [0xA1, 0x5D] + Array("Donald Trump".utf8) + [
        0xA1, 0x5E, 0xBB, 0xA1,
      ])
  }

  @Test func `what Big5 lacks is written without accents, in a page as a reference`() throws {
    // 聖保羅
    let name: [UInt8] = [0xB8, 0x74, 0xAB, 0x4F, 0xC3, 0xB9]
    let plain = try annotatedBytes(name, as: .plain)
    #expect(plain == name + [0xA1, 0x5D] + Array("Sao Paulo".utf8) + [0xA1, 0x5E])
    let page = try annotating(name, as: .html, encoding: .big5).output
    #expect(page == name + [0xA1, 0x5D] + Array("S&#227;o Paulo".utf8) + [0xA1, 0x5E])
    #expect(try annotatedBytes(plain, as: .plain) == plain)
  }

  @Test func `what cannot be written at all is an error`() throws {
    var encoder = try InsertionEncoder(.big5, usesReferences: false, document: "a")
    let error = #expect(throws: AnnotationError.self) { try encoder.encode("x 😀") }
    #expect(error?.code == .unwritableCharacter)
    #expect(error?.values["character"] == "😀")
    #expect(try encoder.encode("Łódź") == Array("Lodz".utf8))
  }

  @Test(
    arguments: [
      ("Ł", "L"), ("é", "e"), ("ß", "ss"), ("’", "'"), ("e", "e"), ("ữ", "u"), ("川", "川"),
      ("\u{301}", ""),
    ] as [(Unicode.Scalar, String)])
  func `accents go`(_ scalar: Unicode.Scalar, _ plain: String) {
    #expect(InsertionEncoder.withoutAccents(scalar) == plain)
  }

  @Test(arguments: [true, false], [true, false])
  func `UTF-16 is written back in its byte order`(_ bigEndian: Bool, _ mark: Bool) throws {
    let input = Self.utf16("𠮷川普說, a\n", bigEndian: bigEndian, mark: mark)
    let expected = Self.utf16("𠮷川普（Donald Trump）說, a\n", bigEndian: bigEndian, mark: mark)
    #expect(try annotatedBytes(input, as: .plain) == expected)
  }

  @Test func `a byte order mark knows better than who says UTF-16`() throws {
    for bigEndian in [true, false] {
      let bytes = Self.utf16("川普", bigEndian: bigEndian, mark: true)
      let source = try SourceText(bytes, document: "a", encoding: .utf16LittleEndian)
      #expect(String(decoding: source.utf8, as: UTF8.self) == "川普")
    }
  }

  @Test func `a byte order mark stays`() throws {
    #expect(
      try annotatedBytes([0xEF, 0xBB, 0xBF] + Array("川普".utf8), as: .plain)
        == [0xEF, 0xBB, 0xBF] + Array("川普（Donald Trump）".utf8))
  }

  @Test func `offsets lead back to the original over many blocks`() throws {
    let line = Self.big5 + [0x61, 0x0A]
    let bytes = (0..<5_000).flatMap { _ in line }
    let source = try SourceText(bytes, document: "a")
    var offsets = SourceText.OriginalOffsets(of: source)
    for number in stride(from: 0, to: 5_000, by: 7) {
      #expect(offsets.original(of: number * 11 + 3, in: source) == number * 8 + 2)
      #expect(offsets.original(of: number * 11 + 6, in: source) == number * 8 + 4)
    }
  }

  @Test(arguments: [
    ("UTF8", SourceEncoding.utf8), ("x-x-big5", .big5), ("CP950", .big5),
    ("Big5_HKSCS", .big5HKSCS),
    ("UTF-16LE", .utf16LittleEndian),
  ])
  func `encodings have many names`(_ label: String, _ encoding: SourceEncoding) {
    #expect(SourceEncoding(label: label) == encoding)
    #expect(SourceEncoding(label: "koi8") == nil)
  }

  @Test func `lines end in three ways`() {
    #expect(LineCounter.lines(in: Array("a\nb\r\nc\rd".utf8)[...]) == 3)
    var counter = LineCounter()
    let text = Array("川\r\n普\r說\n".utf8)
    counter.advance(to: text.count, in: text)
    #expect(counter.line == 4)
    #expect(counter.scalars == 7)
  }
}
