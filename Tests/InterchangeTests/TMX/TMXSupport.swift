import Foundation
import Interchange
import TermModel
import TestSupport
import XMLStream

/// Where the samples stand.
let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "tmx")

func sample(_ name: String) throws -> [UInt8] {
  Array(try Data(contentsOf: samples.appending(path: name)))
}

let sampleNames = ["regions.tmx", "inline-codes.tmx", "notes.tmx", "utf-16.tmx", "odd.tmx"]

/// A document round some units.
func document(
  _ body: String, root: String = "<tmx version=\"1.4\">", header: String = usualHeader
) -> [UInt8] {
  let prefix =
    root.dropFirst().prefix { $0 != " " && $0 != ">" }
    .split(separator: ":").dropLast().first.map { "\($0):" } ?? ""
  return Array(
    "\(root)\(header)<\(prefix)body>\(body)</\(prefix)body></\(prefix)tmx>".utf8)
}

let usualHeader = """
  <header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" \
  srclang="en" datatype="plaintext"></header>
  """

/// Everything that a reader tells, in one text: independent of how the bytes were cut.
final class Recording: TMXConsumer {
  private(set) var events: [String] = []
  private(set) var units: [TranslationUnit] = []
  private(set) var sources: [Int?] = []

  func begin(_ declaration: XMLDeclaration) throws { events.append("begin") }
  func open(_ element: TMXElement, _ tag: TMXPiece) throws {
    events.append("open \(element) \(tag.line) \(text(tag.canonical))")
  }
  func close(_ element: TMXElement, line: Int) throws { events.append("close \(element) \(line)") }
  func piece(_ piece: TMXPiece) throws {
    events.append("piece \(piece.line) \(piece.depth) \(text(piece.canonical))")
  }
  func unit(_ unit: TMXUnit) throws {
    events.append("unit \(unit.number) \(unit.line) \(text(unit.canonical))")
    units.append(unit.translationUnit)
    sources.append(unit.sourceIndex(among: unit.variants))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

func record(_ bytes: [UInt8], cut: Int = .max) throws -> Recording {
  let recording = Recording()
  let reader = TMXReader(document: "a.tmx", consumer: recording)
  let span = bytes.span
  var start = 0
  while start < bytes.count {
    let end = min(start + min(cut, bytes.count), bytes.count)
    try reader.push(span.extracting(start..<end))
    start = end
  }
  try reader.finish()
  return recording
}

/// Collects what is written.
final class Collected: XMLSink {
  private(set) var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func write(_ bytes: Span<UInt8>) throws {
    for index in bytes.indices { self.bytes.append(bytes[index]) }
  }
}

func convert(
  _ documents: [UInt8]..., change: (inout TMXConversionOptions) -> Void = { _ in }
) throws -> (text: String, report: TMXConversionReport) {
  var options = TMXConversionOptions()
  change(&options)
  let output = Collected()
  let converter = try TMXConverter(options, document: "out.tmx") { _ in output }
  converter.expectsMore = documents.count > 1
  for (index, bytes) in documents.enumerated() {
    converter.beginDocument("\(index).tmx")
    try TMXReader(document: "\(index).tmx", consumer: converter).read(bytes)
  }
  let report = try converter.finish()
  return (output.text, report)
}

/// The codes of what a checker finds.
func check(_ bytes: [UInt8], source: String? = nil) throws -> [String] {
  let checker = TMXChecker(document: "a.tmx", source: source)
  try TMXReader(document: "a.tmx", consumer: checker).read(bytes)
  return checker.findings.findings.map(\.codeName)
}

/// Where two long texts part, with a little of what stands round it.
func firstDifference(_ left: String, _ right: String) -> String {
  let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
  let place =
    zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
  func around(_ text: [Unicode.Scalar]) -> String {
    text[max(0, place - 120)..<min(text.count, place + 80)].map { $0.escaped(asASCII: true) }
      .joined()
  }
  return "\(around(a))\n!= \(around(b))"
}
