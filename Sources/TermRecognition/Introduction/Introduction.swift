/// A bracket that introduces a name, and how far to the left the name may reach: 控衛莫瑞（Jamal Murray）.
///
/// Which reach is meant is decided when the whole document has been read.
struct Introduction {
  /// What stands in the brackets.
  var english: BracketName
  /// At least one, the longest first; each ends where the next one ends.
  var forms: [Form]

  struct Form {
    /// Folded.
    var units: [UInt16]
    var chinese: String
    /// What speaks for it besides that it comes again in the document.
    var score: Double
    var edge: Edge
    /// Whether the characters are a word of every day: 「合作」（Cooperate）.
    var isWord = false
    /// Whether the family name comes first in the English too: 張大春（Chang Ta-chun）.
    var hasFamilyFirst = false
  }

  /// Why a name is thought to begin where it does.
  enum Edge {
    case quoted
    /// The characters write the sound of the English.
    case sound
    /// What such a thing or person is called stands before it.
    case kind(isPerson: Bool)
    /// A clause begins, or nothing but that the characters come again.
    case clause, repeated
  }
}
