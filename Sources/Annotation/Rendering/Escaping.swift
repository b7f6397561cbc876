/// Writes a name so that it stays text where it is inserted.
enum Escaping {
  static func escaped(_ text: String, for format: InputFormat) -> String {
    switch format {
    case .plain: text
    case .markdown: markdown(text)
    case .html: html(text)
    }
  }

  static func html(_ text: String) -> String {
    guard text.utf8.contains(where: { "&<>\"".utf8.contains($0) }) else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// An ampersand is escaped only where a character reference would begin, so that AT&T stays.
  static func markdown(_ text: String) -> String {
    guard text.utf8.contains(where: { "\\`*_[]<>|$~&".utf8.contains($0) }) else { return text }
    let bytes = Array(text.utf8)
    var escaped = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      let isReference =
        scalar == "&" && CharacterReference.parse(bytes, at: offset, before: bytes.count) != nil
      if isReference || "\\`*_[]<>|$~".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
      offset += UTF8.width(scalar)
    }
    return escaped
  }
}
