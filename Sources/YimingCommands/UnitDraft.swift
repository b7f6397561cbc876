import TermModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What a unit gets that a person writes or changes.
enum UnitDraft {
  static var now: String { UnitDate.markup(time(nil)) }

  /// Who is at work: `--author`, else the name at the login.
  static func author(_ given: String?) -> String? {
    let name = given ?? DatabaseOptions.variable("USER") ?? DatabaseOptions.variable("LOGNAME")
    return name.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Throws: ``CommandError`` with `emptySegment`.
  static func check(_ text: String, _ language: LanguageTag, line: Int? = nil) throws {
    if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      let document = line == nil ? nil : "-"
      throw CommandError(.emptySegment, document, ["language": language.description], line: line)
    }
  }
}
