import TermModel

/// What the rows so far have said, with where they said it first.
struct SeenRows {
  struct Pair: Hashable {
    var form: String
    /// In lower case.
    var english: String
  }

  struct Name: Hashable {
    /// In lower case.
    var english: String
    var kind: ConceptKind?
  }

  struct Row {
    var cells: GlossaryCells
    /// Whether the file gives its id.
    var hasID: Bool
    var place: SourcePlace
  }

  var ids: [String: SourcePlace] = [:]
  var pairs: [Pair: Row] = [:]
  var names: [Name: Row] = [:]
}
