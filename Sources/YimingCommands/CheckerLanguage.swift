import HanText
import Interchange

/// What `glossary check` knows of the language: ICU's scripts, and the word counts of the glossary
/// that comes with Yiming.
enum CheckerLanguage {
  /// - Parameter path: `nil` for the word counts that come with Yiming.
  /// - Throws: ``FileError`` for word counts that cannot be read, ``HanText/ICUError``.
  static func load(wordCounts path: String?) throws -> GlossaryLanguage {
    let traditional = try ScriptConverter(to: .traditional)
    let simplified = try ScriptConverter(to: .simplified)
    let words = WordCounts(try InputFile.read(path ?? ShippedWordCounts.path()))
    return GlossaryLanguage(
      // Text that ICU cannot rewrite is left as it is, so nothing is found in it.
      traditional: { (try? traditional($0)) ?? $0 },
      simplified: { (try? simplified($0)) ?? $0 },
      isTaiwanese: { words.characters.contains($0) },
      wordCount: { words[$0] })
  }
}
