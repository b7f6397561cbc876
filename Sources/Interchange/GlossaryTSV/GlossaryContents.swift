public import TermModel

/// What a glossary file holds.
public struct GlossaryContents: Sendable {
  /// A good row.
  public struct Row: Hashable, Sendable {
    public var concept: Concept
    /// From 1.
    public var line: Int
    /// Whether the file names the concept's id; else it was made from the English name.
    public var hasGivenID = true
    /// Whether the file gives the id; else it was made from the English name.
    public var hasOwnID: Bool
  }

  /// The known columns that the file has.
  public var columns: Set<GlossaryColumn> = []
  /// The other columns, whose cells are kept as fields.
  public var otherColumns: Set<String> = []
  /// The good rows, in the file's order.
  public var rows: [Row] = []
  /// What is wrong, by line: the first ``GlossaryReader/mostProblems`` of them.
  public var problems: [GlossaryError] = []
  /// How many rows are bad, those beyond the kept problems too.
  public var badRowCount = 0
  /// What was taken in but is worth a word: columns that are not known.
  public var warnings: [GlossaryError] = []

  /// Whether the file as a whole could not be read as a glossary: no row counts then.
  public var isRefused = false
}

extension GlossaryContents {
  /// The row's concept, as it replaces one that is there: each column of the file replaces its
  /// cell, with an empty one too; what the file has no column for stays.
  public func concept(of row: Row, over old: Concept?) -> Concept {
    guard let old else { return row.concept }
    let new = GlossaryCells(row.concept)
    let before = GlossaryCells(old)
    var cells = before
    for column in columns { cells.setCell(column, from: new) }
    for field in new.otherFields {
      if let index = cells.otherFields.firstIndex(where: { $0.name == field.name }) {
        cells.otherFields[index] = field
      } else {
        cells.otherFields.append(field)
      }
    }
    let given = Set(new.otherFields.map(\.name))
    cells.otherFields.removeAll { otherColumns.contains($0.name) && !given.contains($0.name) }
    return cells == before ? old : cells.concept(keepingUnsaidOf: old)
  }
}
