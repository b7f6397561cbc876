import TermModel

/// A form by which the document calls a name that it introduces.
struct IntroducedForm {
  var units: [UInt16]
  var english: String
  var reason: String
  /// Index into the document's names.
  var name: Int
  /// Whether the characters are a word of every day, and a name only where a bracket or quotation
  /// marks say so.
  var isWord = false
  /// What else the characters are by the editors' word, of a person's name: 迪士尼（Abigail Disney）.
  var rival: Rival?

  struct Rival {
    var kind: ConceptKind
    var english: String
  }
}
