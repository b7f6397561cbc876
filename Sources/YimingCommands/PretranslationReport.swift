import TermModel
import TranslationMemory
import Workspace

/// How much of a document was translated before, as CAT tools count it.
struct PretranslationReport {
  enum Band: String, CaseIterable {
    case context = "101 %"
    case exact = "100 %"
    /// The same text stood earlier in the document, and no memory has it.
    case repetition = "repetitions"
    case from95 = "95-99 %"
    case from85 = "85-94 %"
    case from75 = "75-84 %"
    case under = "under 75 %"

    static func of(_ match: MemoryMatch?, isRepeated: Bool) -> Band {
      let score = match?.score.score.percent ?? 0
      if score == 100 { return match?.isInContext == true ? .context : .exact }
      if isRepeated { return .repetition }
      switch score {
      case 95...: return .from95
      case 85...: return .from85
      case 75...: return .from75
      default: return .under
      }
    }
  }

  struct Count {
    var segments = 0
    var words = 0
    var characters = 0

    mutating func add(_ query: FuzzyQuery) {
      segments += 1
      // As word processors count: a word, a number, each Chinese character.
      words += query.tokens.count { $0.kind != .mark && $0.kind != .code }
      characters += query.segment.text.unicodeScalars.count { !$0.properties.isWhitespace }
    }

    static func + (left: Count, right: Count) -> Count {
      Count(
        segments: left.segments + right.segments, words: left.words + right.words,
        characters: left.characters + right.characters)
    }

    fileprivate var json: [(String, JSONValue)] {
      [
        ("segments", .number(segments)), ("words", .number(words)),
        ("characters", .number(characters)),
      ]
    }
  }

  /// The least score that the bands tell apart.
  static let leastScore: Double = 75

  let document: String
  let threshold: Double
  private(set) var counts: [Band: Count] = [:]
  private(set) var filled = Count()
  /// Units that had a translation.
  var translated = 0
  private var seen: Set<[UInt8]> = []

  init(_ document: String, threshold: Double) {
    self.document = document
    self.threshold = threshold
  }

  mutating func add(_ query: FuzzyQuery, _ match: MemoryMatch?, isFilled: Bool) {
    let isRepeated = !seen.insert(query.segment.utf8).inserted
    counts[Band.of(match, isRepeated: isRepeated), default: Count()].add(query)
    if isFilled { filled.add(query) }
  }

  var total: Count { counts.values.reduce(Count(), +) }

  var text: String {
    var rows = [["", "segments", "words", "characters"]]
    func row(_ name: String, _ count: Count) {
      rows.append([name, "\(count.segments)", "\(count.words)", "\(count.characters)"])
    }
    for band in Band.allCases { row(band.rawValue, counts[band] ?? Count()) }
    row("all", total)
    row("filled in", filled)
    let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = "\(Message.shown(document))\n"
    for row in rows {
      text += "  " + row[0] + String(repeating: " ", count: widths[0] - row[0].count)
      for column in 1..<4 {
        text += String(repeating: " ", count: widths[column] - row[column].count + 2) + row[column]
      }
      text += "\n"
    }
    if translated > 0 { text += "  translated before, left as they are: \(translated)\n" }
    return text
  }

  var json: JSONValue {
    .object([
      ("document", .string(document)),
      ("threshold", .hundredths(Int((threshold * 100).rounded()))),
      (
        "bands",
        .array(
          Band.allCases.map { band in
            .object([("band", .string(band.name))] + (counts[band] ?? Count()).json)
          })
      ),
      ("all", .object(total.json)), ("filled", .object(filled.json)),
      ("translatedBefore", .number(translated)),
    ])
  }
}

extension PretranslationReport.Band {
  /// For programs.
  fileprivate var name: String {
    switch self {
    case .repetition: "repetitions"
    case .under: "under-75"
    default: rawValue.replacing(" %", with: "")
    }
  }
}
