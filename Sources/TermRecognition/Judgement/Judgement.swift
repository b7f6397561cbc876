import CompiledTerms
import HanText

/// What speaks for and against a doubtful candidate: its place among the words around it, and each
/// of its senses.
struct Judgement {
  /// Whatever it means.
  var position: EvidenceSum
  var senses: [SenseJudgement] = []
  /// Gained from the rest of the document, with the sense that was chosen.
  var decided: EvidenceSum
  /// Index of the sense that was chosen.
  var chosen = 0

  init(keepsReasons: Bool) {
    position = EvidenceSum(keepsReasons: keepsReasons)
    decided = EvidenceSum(keepsReasons: keepsReasons)
  }

  var bestScore: Double {
    var best = -Double.infinity
    for judged in senses { best = max(best, judged.evidence.nats) }
    return position.nats + (senses.isEmpty ? 0 : best)
  }
  var bracketFits: Bool { senses.contains(where: \.bracketFits) }

  /// Nats for a place where no word crosses an edge, and the most that words around can speak for it.
  static let clear = 4.0
  /// Nats for a name of the core or of a person's own that means nothing else.
  static let curated = 1.0
  /// The most that crossing words can speak against it.
  static let crossed = -10.0

  /// Adds what the words around a candidate say.
  mutating func add(_ margin: CrossingMargin?, text: (Range<Int>) -> String) {
    guard let margin, margin.crossing < .infinity else {
      position.add(Self.clear, "no word crosses an edge")
      return
    }
    let nats = min(max(Double(margin.crossing), Self.crossed), Self.clear)
    guard position.keepsReasons else { return position.add(nats, "") }
    let word = margin.crossingWord.map(text) ?? ""
    position.add(
      nats, nats < 0 ? "\"\(word)\" crosses an edge" : "\"\(word)\" crosses an edge, less likely")
  }
}

/// One sense of a doubtful candidate.
struct SenseJudgement {
  var sense: FormSense
  var evidence: EvidenceSum
  /// Whether it needs cue words: an ordinary word, or another thing of the same name.
  var isAmbiguous = false
  /// Whether this very place says that it is another thing: what stands elsewhere changes nothing then.
  var isDenied = false
  /// Whether it is a team, whose names are often those of things.
  var isTeam = false
  /// Whether it is an ordinary word, so that something must speak for the name.
  var needsSupport = false
  /// Whether a word beside it or near by speaks for it.
  var hasContext = false
  /// Whether the bracket behind the candidate holds this sense's English name.
  var bracketFits = false
  /// Whether that bracket holds more than a family name.
  var isNamedInFull = false
  /// Whether only the family name is known, of a person who is one of many.
  var isFamilyName = false
  /// Whether cue words of the document are asked.
  var hasCues = false
  /// Whether a cue word near the candidate speaks for it.
  var isCalled = false
  /// Whether the characters are a word that is met everywhere.
  var isWord = false
  /// Whether it is of the country of the text's writers.
  var isDomestic = false
}
