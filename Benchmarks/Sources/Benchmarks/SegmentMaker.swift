import Foundation

/// Makes sentences of the shipped word list and the English names of the glossary, with a seed.
///
/// They mean nothing, but words come as often as in texts, and the lengths are those of segments.
struct SegmentMaker {
  enum Language: String, CaseIterable {
    case chinese = "zh"
    case english = "en"
  }

  private let chinese: Vocabulary
  private let english: Vocabulary
  var generator: SeededGenerator

  /// - Parameter root: the repository, for its glossary.
  init(root: URL, seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    let list = try String(
      contentsOf: root.appending(path: "glossary/language/wordlist.tsv"), encoding: .utf8)
    var words: [String: Double] = [:]
    for line in list.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t")
      guard cells.count > 1, let count = Double(cells[1]), count > 0 else { continue }
      words[String(cells[0])] = count
    }
    chinese = Vocabulary(words)
    var names: [String: Double] = [:]
    for folder in ["core", "wide"] {
      let place = root.appending(path: "glossary/\(folder)")
      for file in try FileManager.default.contentsOfDirectory(atPath: place.path)
      where file.hasSuffix(".tsv") {
        let text = try String(contentsOf: place.appending(path: file), encoding: .utf8)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        let heads = lines.first?.split(separator: "\t", omittingEmptySubsequences: false) ?? []
        guard let column = heads.firstIndex(of: "en") else { continue }
        for line in lines.dropFirst() {
          let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
          guard column < cells.count else { continue }
          for word in cells[column].split(whereSeparator: { " |".contains($0) })
          where word.utf8.allSatisfy({ (0x41...0x7A).contains($0) }) {
            names[String(word), default: 0] += 1
          }
        }
      }
    }
    // A text is half made of these, the first the most often.
    let total = names.values.reduce(0, +)
    for (place, word) in Self.commonWords.enumerated() {
      names[word, default: 0] += total / 4 / Double(place + 2)
    }
    english = Vocabulary(names)
  }

  private static let commonWords = """
    the of and to in a is that for be shall by or on with as are it this not from at may which an \
    any have has was were will one other been if all their its such no who under after when can \
    than more each into only before new they must where these between same within made also during
    """.split(separator: " ").map(String.init)

  /// A sentence, of UTF-8.
  mutating func sentence(_ language: Language) -> [UInt8] {
    let dice = generator.fraction()
    // Most are short, some long.
    let words = 3 + Int(dice * dice * 32)
    var text: [UInt8] = []
    for place in 0..<words {
      if language == .english, place > 0 { text.append(0x20) }
      let dice = generator.fraction()
      if dice < 0.02 {
        text += Array("\(generator.next() % 2_000)".utf8)
      } else {
        text += language == .chinese ? chinese.word(&generator) : english.word(&generator)
      }
      if dice > 0.9, place < words - 1 {
        text += language == .chinese ? [0xEF, 0xBC, 0x8C] : [0x2C]
      }
    }
    return text + (language == .chinese ? [0xE3, 0x80, 0x82] : [0x2E])
  }

  /// A text of which each character or word is replaced, followed by another or left out, with this
  /// probability.
  mutating func edited(_ text: [UInt8], rate: Double, _ language: Language) -> [UInt8] {
    var result: [ArraySlice<UInt8>] = []
    for piece in Self.pieces(of: text, language) {
      guard generator.fraction() < rate else {
        result.append(piece)
        continue
      }
      let word = language == .chinese ? chinese.word(&generator) : english.word(&generator)
      let other = Self.pieces(of: word, language)[0]
      switch generator.next() % 3 {
      case 0: result.append(other)
      case 1: result += [piece, other]
      default: break
      }
    }
    return Array(result.joined(separator: language == .chinese ? [] : [0x20]))
  }

  /// Some of a text: two to five characters, or one to four words.
  mutating func part(of text: [UInt8], _ language: Language) -> [UInt8] {
    let pieces = Self.pieces(of: text, language)
    let count = min(
      pieces.count, (language == .chinese ? 2 : 1) + Int(generator.next() % 4))
    let start = Int(generator.next() % UInt64(pieces.count - count + 1))
    return Array(
      pieces[start..<start + count].joined(separator: language == .chinese ? [] : [0x20]))
  }

  /// Characters, or what stands between spaces.
  static func pieces(of text: [UInt8], _ language: Language) -> [ArraySlice<UInt8>] {
    if language == .english { return text.split(separator: 0x20) }
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    for end in 1..<max(text.count, 1) where text[end] & 0xC0 != 0x80 {
      pieces.append(text[start..<end])
      start = end
    }
    if start < text.count { pieces.append(text[start...]) }
    return pieces
  }

  /// Words that are drawn as often as they are met.
  private struct Vocabulary {
    private let words: [[UInt8]]
    /// The words at evenly spaced places of the sum of all counts: a draw is one look.
    private let places: [Int32]

    init(_ counts: [String: Double]) {
      // The same order in every run.
      let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      words = sorted.map { Array($0.key.utf8) }
      let step = counts.isEmpty ? 1 : sorted.reduce(0) { $0 + $1.value } / 65_536
      var places: [Int32] = []
      var sum = 0.0
      for (index, word) in sorted.enumerated() {
        sum += word.value
        while Double(places.count) * step < sum, places.count < 65_536 {
          places.append(Int32(index))
        }
      }
      self.places = places
    }

    func word(_ generator: inout SeededGenerator) -> [UInt8] {
      let dice = generator.next()
      // A few are drawn evenly, so that the rare ones come too.
      return dice % 32 == 0
        ? words[Int((dice >> 8) % UInt64(words.count))]
        : words[Int(places[Int((dice >> 8) % UInt64(places.count))])]
    }
  }
}
