import Foundation
import HanText

/// The text that is searched: folded, so that every matcher reads the same characters.
struct BenchmarkText {
  /// UTF-8, a paragraph a line.
  let bytes: [UInt8]
  /// The text before it was folded, in which the same is found.
  let original: [UInt8]
  let characters: Int
  /// Whether it is generated: then the numbers of matches are known beforehand.
  let isGenerated: Bool
  let description: String

  /// A given text, folded line by line.
  init(at path: String, table: FoldTable) throws {
    let data =
      path.hasSuffix(".gz")
      ? try Tool.data("gzip", ["-dc"], input: path) : try Data(contentsOf: URL(filePath: path))
    self.init(
      // Bytes that are no UTF-8 become one character each, which no pattern has.
      String(decoding: data, as: UTF8.self), table: table, isGenerated: false,
      description: URL(filePath: path).lastPathComponent)
  }

  /// Words of the shipped list as often as they are met, some names, marks and line ends.
  ///
  /// - Parameter nameShare: how many of the words are names.
  init(
    generatedFrom lists: Lists, names: [[UInt16]], nameShare: Double = 0.02, characters: Int,
    seed: UInt64, table: FoldTable
  ) {
    var generator = SeededGenerator(seed: seed)
    var sums: [Double] = []
    sums.reserveCapacity(lists.words.count)
    var sum = 0.0
    for word in lists.words {
      // Counts of single characters in the list are raw: most of them stand inside words.
      sum += word.units.count == 1 ? word.count * 0.1 : word.count
      sums.append(sum)
    }
    var units: [UInt16] = []
    units.reserveCapacity(characters + 64)
    while units.count < characters {
      let dice = generator.fraction()
      if dice < nameShare {
        units += names[Int(generator.fraction() * Double(names.count))]
      } else if dice < 0.14 {
        units.append(dice < 0.12 ? 0xFF0C : 0x3002)
      } else if dice < 0.15 {
        units.append(0x0A)
      } else {
        let wanted = generator.fraction() * sum
        var low = 0
        var high = sums.count - 1
        while low < high {
          let middle = (low + high) / 2
          if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
        }
        units += lists.words[low].units
      }
    }
    units.append(0x0A)
    self.init(
      String(decoding: units, as: UTF16.self), table: table, isGenerated: true,
      description: "generated from the shipped word list, seed \(seed)")
  }

  private init(_ text: String, table: FoldTable, isGenerated: Bool, description: String) {
    let folded = text.split(separator: "\n").map {
      String(decoding: table.fold(String($0)), as: UTF16.self) + "\n"
    }.joined()
    bytes = Array(folded.utf8)
    original = Array(text.utf8)
    characters = folded.unicodeScalars.count
    self.isGenerated = isGenerated
    self.description = "\(description), \(original.count / 1_000_000) MB"
  }

  /// Ranges of bytes that end behind a line, each of at least `size` bytes but the last.
  static func blocks(of bytes: [UInt8], size: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      var end = min(start + size, bytes.count)
      while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }
}
