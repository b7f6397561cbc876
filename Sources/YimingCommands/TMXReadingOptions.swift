import ArgumentParser
import Interchange
import TermModel
import XMLStream

/// How TMX files are read.
struct TMXReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The source language, where a file does not say (srclang).", valueName: "tag"))
  var source: String?

  @Option(
    name: .customLong("map-language"),
    help: ArgumentHelp(
      "Read a language tag as another: zh=zh-TW. Repeatable; what is not named stays.",
      valueName: "tag=tag"),
    transform: Mapping.init)
  var mappings: [Mapping] = []

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Allow more than \(Limit.usual). Repeatable.", valueName: "name=number"),
    transform: Limit.init)
  var limitChoices: [Limit] = []

  struct Mapping: Sendable {
    let from: String
    let to: String

    init(_ text: String) throws {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else {
        throw ValidationError("--map-language takes two tags, as in zh=zh-TW, not \"\(text)\".")
      }
      (from, to) = (parts[0], parts[1])
    }
  }

  /// - Throws: where standard input is named twice.
  static func checkInputs(_ files: some Sequence<String>) throws {
    if files.count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input (-) can be read once only.")
    }
  }

  var map: LanguageMap { LanguageMap(mappings.map { ($0.from, $0.to) }) }

  var limits: XMLLimits {
    var limits = XMLLimits()
    for choice in limitChoices { limits[keyPath: choice.path] = choice.number }
    return limits
  }

  /// One limit, raised or lowered.
  struct Limit: Sendable {
    let path: any (WritableKeyPath<XMLLimits, Int> & Sendable)
    let number: Int

    /// `depth=256 elements inside each other, …`
    static var usual: String {
      let limits = XMLLimits()
      return XMLLimits.named.map { "\($0.name)=\(shown(limits[keyPath: $0.path])) \($0.what)" }
        .joined(separator: ", ")
    }

    init(_ text: String) throws {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let found = XMLLimits.named.first(where: { $0.name == parts[0] }),
        let number = Self.number(parts[1])
      else {
        let names = XMLLimits.named.map(\.name).joined(separator: ", ")
        throw ValidationError(
          "--limit takes one of \(names), and a number, as in text=64M, not \"\(text)\".")
      }
      let most = Self.mosts[found.name] ?? Int.max
      guard number <= most else {
        throw ValidationError(
          "--limit \(found.name) can be raised to \(Self.shown(most)), not to \(parts[1]).")
      }
      path = found.path
      self.number = number
    }

    /// libxml2's own, what the stack of a recursion holds, and what SQLite takes.
    private static let mosts = [
      "depth": 2_000, "tag": XMLLimits.largestMarkup, "markup": XMLLimits.largestMarkup,
      "doctype": XMLLimits.largestMarkup, "text": 512 << 20, "unit": 512 << 20,
    ]

    private static let units: [(letter: Character, shift: Int)] = [("K", 10), ("M", 20), ("G", 30)]

    private static func number(_ text: String) -> Int? {
      let unit = units.first { text.last?.uppercased() == String($0.letter) }
      let digits = unit == nil ? text[...] : text.dropLast()
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits), number > 0
      else { return nil }
      let (product, hasOverflow) = number.multipliedReportingOverflow(by: 1 << (unit?.shift ?? 0))
      return hasOverflow ? nil : product
    }

    private static func shown(_ number: Int) -> String {
      let unit = units.last { number >= 1 << $0.shift && number % (1 << $0.shift) == 0 }
      return unit.map { "\(number >> $0.shift)\($0.letter)" } ?? "\(number)"
    }
  }
}
