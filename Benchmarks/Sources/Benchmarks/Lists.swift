import Foundation
import HanText

/// Lists of patterns from the shipped glossary and word list, and made ones.
///
/// All are folded, distinct, of two units or more, and of Han characters only: so every matcher finds
/// the same, whatever it thinks of the edges of Latin words.
struct Lists {
  /// Words of the shipped list with their counts, the most frequent first; folded.
  let words: [(units: [UInt16], count: Double)]
  private let root: URL
  private let table: FoldTable

  init(root: URL, table: FoldTable) throws {
    self.root = root
    self.table = table
    let text = try String(
      contentsOf: root.appending(path: "glossary/language/wordlist.tsv"), encoding: .utf8)
    var counts: [[UInt16]: Double] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count > 1, let count = Double(cells[1]), count > 0 else { continue }
      let units = table.fold(String(cells[0]))
      if units.allSatisfy(Self.isHan) { counts[units, default: 0] += count }
    }
    words = counts.map { ($0.key, $0.value) }.sorted { Self.isBefore($0, $1) }
  }

  /// The more frequent before, then the shorter, then by characters: the same order in every run.
  private static func isBefore(
    _ left: (units: [UInt16], count: Double), _ right: (units: [UInt16], count: Double)
  ) -> Bool {
    if left.count != right.count { return left.count > right.count }
    if left.units.count != right.units.count { return left.units.count < right.units.count }
    return left.units.lexicographicallyPrecedes(right.units)
  }

  static func isHan(_ unit: UInt16) -> Bool { (0x3400...0x9FFF).contains(unit) }

  /// The most frequent words of two characters or more.
  func words(_ count: Int) -> [[UInt16]] {
    Array(words.lazy.map(\.units).filter { $0.count > 1 }.prefix(count))
  }

  /// The Chinese forms of the shipped glossary, at most `count`.
  func names(_ count: Int) throws -> [[UInt16]] {
    var seen: Set<[UInt16]> = []
    var names: [[UInt16]] = []
    for folder in ["core", "wide"] {
      let place = root.appending(path: "glossary/\(folder)")
      let files = try FileManager.default.contentsOfDirectory(atPath: place.path)
      for file in files.filter({ $0.hasSuffix(".tsv") }).sorted() {
        let text = try String(contentsOf: place.appending(path: file), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let heads = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
        let columns = heads.indices.filter {
          ["zh-TW", "zh-CN", "zh-HK", "deprecated", "forbidden", "cues", "rivals"].contains(
            heads[$0])
        }
        for line in lines.dropFirst() {
          let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
          for column in columns where column < cells.count {
            for form in cells[column].split(separator: "|") {
              let units = table.fold(String(form))
              guard (2...64).contains(units.count), units.allSatisfy(Self.isHan),
                seen.insert(units).inserted
              else { continue }
              names.append(units)
              if names.count == count { return names }
            }
          }
        }
      }
    }
    return names
  }

  /// Made names of the characters of the word list, the frequent ones more often.
  func syntheticNames(_ count: Int, seed: UInt64) -> [[UInt16]] {
    var characters: [UInt16: Double] = [:]
    for word in words where word.units.count > 1 {
      for unit in word.units { characters[unit, default: 0] += word.count }
    }
    let alphabet = characters.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2_500)
      .map(\.key)
    var generator = SeededGenerator(seed: seed)
    var seen: Set<[UInt16]> = []
    var names: [[UInt16]] = []
    while names.count < count {
      let dice = generator.fraction()
      let length = dice < 0.03 ? 2 : dice < 0.55 ? 3 : dice < 0.80 ? 4 : dice < 0.92 ? 5 : 6
      let name = (0..<length).map { _ in
        let place = generator.fraction()
        return alphabet[Int(place * place.squareRoot() * Double(alphabet.count))]
      }
      if seen.insert(name).inserted { names.append(name) }
    }
    return names
  }
}
