/// Where the glossary and the language data that we ship stand.
///
/// An installed program finds them in `PREFIX/share/yiming`, beside its own `PREFIX/bin`; one that was
/// just built, in the folder that the package manager puts beside it. The path of the build folder,
/// which `Bundle.module` carries, is not asked: the checkout may be moved away.
public struct ShippedGlossary: Sendable {
  /// Holds `core`, `wide` and `language`.
  public let folder: String

  /// - Parameters:
  ///   - program: the path of the running program.
  ///   - exists: whether there is a file or folder at a path.
  /// - Returns: `nil` where nothing was installed.
  public init?(program: String, exists: (String) -> Bool) {
    guard let slash = program.lastIndex(of: "/") else { return nil }
    let home = program[..<slash]
    let places = ["\(home)/../share/yiming", "\(home)/yiming_ShippedGlossary.resources"]
    guard let folder = places.first(where: { exists($0 + "/language/wordlist.tsv") }) else { return nil }
    self.folder = folder
  }

  public var words: String { folder + "/language/wordlist.tsv" }
  /// Our corrections of the word list, with reasons.
  public var wordCorrections: String { folder + "/language/corrections.tsv" }
  /// How often characters are words by themselves.
  public var characters: String { folder + "/language/characters.tsv" }
  public var readings: String { folder + "/language/BPMFBase.txt" }
  public var coreFolder: String { folder + "/core" }
  public var wideFolder: String { folder + "/wide" }
  /// Made by `make install`; absent in a build folder.
  public var compiledFolder: String { folder + "/compiled" }
}
