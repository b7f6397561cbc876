import Foundation

/// A made TMX file like those of real life, and what there is in it.
struct TMXFile {
  private(set) var units = 0
  private(set) var variants = 0
  private(set) var notes = 0
  private(set) var properties = 0
  private(set) var codes = 0
  private(set) var byteCount = 0
  let path: String

  /// Writes the file: strict TMX 1.4, in the form that the tool itself writes, so that an export can
  /// be compared byte by byte.
  ///
  /// Of each unit: id, dates and users, one to three properties, a note in 15 %, inline codes in 10 %,
  /// English and Chinese, a third language in 3 %.
  init(units count: Int, at path: String, root: URL, seed: UInt64) throws {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil) else {
      throw BenchmarkFailure("\(path) cannot be written")
    }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    var maker = try SegmentMaker(root: root, seed: seed)
    var buffer = Array(Self.head.utf8)
    for number in 1...max(count, 1) {
      addUnit(number, to: &buffer, &maker)
      if buffer.count > 1 << 20 {
        try file.write(contentsOf: Data(buffer))
        byteCount += buffer.count
        buffer.removeAll(keepingCapacity: true)
      }
    }
    buffer += Array("  </body>\n</tmx>\n".utf8)
    try file.write(contentsOf: Data(buffer))
    byteCount += buffer.count
    try file.close()
  }

  private static let head = """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4">
      <header creationtool="yiming benchmarks" creationtoolversion="1" segtype="sentence" \
    o-tmf="made" adminlang="en" srclang="en-US" datatype="plaintext">
        <note>Made for measuring; the texts mean nothing.</note>
        <prop type="x-Domain:SinglePicklist">law,news,manual</prop>
      </header>
      <body>

    """

  private mutating func addUnit(
    _ number: Int, to buffer: inout [UInt8], _ maker: inout SegmentMaker
  ) {
    func add(_ text: String) { buffer += Array(text.utf8) }
    func random(_ count: UInt64) -> UInt64 { maker.generator.next() % count }
    func padded(_ value: UInt64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    func date() -> String {
      "\(2012 + random(13))\(padded(1 + random(12)))\(padded(1 + random(28)))"
        + "T\(padded(random(24)))\(padded(random(60)))\(padded(random(60)))Z"
    }
    func user() -> String { ["mchen", "a.lin", "server", "j.smith", "huang_yt"][Int(random(5))] }

    units += 1
    variants += 2
    add("    <tu tuid=\"tu-\(number)\" creationdate=\"\(date())\" creationid=\"\(user())\"")
    add(" changedate=\"\(date())\" changeid=\"\(user())\"")
    if random(10) < 4 { add(" usagecount=\"\(random(250))\" lastusagedate=\"\(date())\"") }
    add(">\n")
    if random(100) < 15 {
      notes += 1
      add("      <note>Reviewed by the client &amp; \(user()); at most \(random(90)) 字元</note>\n")
    }
    add("      <prop type=\"x-Domain:SinglePicklist\">\(["law", "news", "manual"][Int(random(3))])")
    add("</prop>\n")
    properties += 1
    if random(10) < 7 {
      properties += 1
      add("      <prop type=\"x-Client\">北辰科技 \(random(40))</prop>\n")
    }
    if random(10) < 3 {
      properties += 1
      add("      <prop type=\"x-Context\">\(String(random(.max), radix: 16))</prop>\n")
    }
    let hasCodes = random(10) == 0
    let isThird = random(100) < 3
    let sentences = random(10) < 6 ? 1 : 2 + Int(random(2))
    for language in ["en-US", "zh-TW"] + (isThird ? ["zh-CN"] : []) {
      add("      <tuv xml:lang=\"\(language)\"")
      if language == "zh-TW" { add(" creationdate=\"\(date())\" creationid=\"\(user())\"") }
      add(">\n        <seg>")
      for place in 0..<sentences {
        let text = maker.sentence(language == "en-US" ? .english : .chinese)
        if place > 0, language == "en-US" { add(" ") }
        if place == 0, hasCodes {
          codes += 3
          add("<bpt i=\"1\" x=\"1\" type=\"bold\">&lt;b&gt;</bpt>")
          buffer += text
          add("<ept i=\"1\">&lt;/b&gt;</ept><ph x=\"2\" type=\"lb\">&lt;br/&gt;</ph>")
        } else {
          buffer += text
        }
      }
      add("</seg>\n      </tuv>\n")
    }
    if isThird { variants += 1 }
    add("    </tu>\n")
  }
}
