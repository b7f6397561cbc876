import Foundation

/// TMX files to import.
enum TMXSamples {
  /// A unit in canonical XML.
  static func unit(
    _ id: String, _ english: String, _ chinese: String, date: String? = nil, more: String = ""
  ) -> String {
    let changed = date.map { " changedate=\"\($0)\"" } ?? ""
    return "<tu\(changed) tuid=\"\(id)\">\(more)<tuv xml:lang=\"en\"><seg>\(english)</seg></tuv>"
      + "<tuv xml:lang=\"zh-TW\"><seg>\(chinese)</seg></tuv></tu>"
  }

  static let header =
    "<header adminlang=\"en\" creationtool=\"t\" creationtoolversion=\"1\" datatype=\"plaintext\""
    + " o-tmf=\"t\" segtype=\"sentence\" srclang=\"en\"><prop type=\"x-p\">甲 &amp; 乙</prop></header>"

  /// A file, each unit on a line, from line 4 on.
  static func file(_ units: [String], header: String = header) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n\(header)<body>\n"
      + units.map { $0 + "\n" }.joined() + "</body>\n</tmx>\n"
  }

  /// The units of a file, as text.
  static func units(in file: String) -> [String] {
    file.components(separatedBy: "<tu ").dropFirst().map { part in
      "<tu " + (part.components(separatedBy: "</tu>").first ?? "") + "</tu>"
    }
  }

  /// A file that takes a while to import.
  static func long(_ count: Int) -> String {
    let more = "<note>" + String(repeating: "a long note ", count: 20) + "</note>"
    return file((0..<count).map { unit("\($0)", "Text \($0)", "文字\($0)", more: more) })
  }
}
