import TermModel

/// The row that names the columns.
struct GlossaryHeader {
  enum Column: Hashable {
    case known(GlossaryColumn)
    /// A column that is kept as a note, by its name.
    case other(String)
    /// Between two tabs stands nothing, so no row may have anything there.
    case unnamed
  }

  static let mostColumns = 256

  let columns: [Column]

  /// Reads the names; trailing tabs are nothing.
  ///
  /// - Throws: ``GlossaryError`` where the row is no header of a glossary.
  init(_ names: [String], place: SourcePlace) throws(GlossaryError) {
    guard names.count <= Self.mostColumns else {
      throw GlossaryError(
        .tooManyColumns, place, ["count": "\(names.count)", "most": "\(Self.mostColumns)"])
    }
    var columns: [Column] = []
    for name in names {
      let column: Column =
        GlossaryColumn(name: name).map { .known($0) } ?? (name.isEmpty ? .unnamed : .other(name))
      if column != .unnamed, columns.contains(column) {
        throw GlossaryError(.columnTwice, place, ["column": name])
      }
      columns.append(column)
    }
    self.columns = columns
    let first = names.prefix(3).joined(separator: " ")
    guard columns.contains(.known(.english)) else {
      throw GlossaryError(.noEnglishColumn, place, ["text": first])
    }
    guard
      [GlossaryColumn.taiwan, .mainland, .hongKong].contains(where: {
        columns.contains(.known($0))
      })
    else { throw GlossaryError(.noChineseColumn, place, ["text": first]) }
  }

  var knownColumns: Set<GlossaryColumn> {
    Set(columns.compactMap { if case .known(let column) = $0 { column } else { nil } })
  }

  /// The columns that Yiming does not know, in order.
  var otherNames: [String] {
    columns.compactMap { if case .other(let name) = $0 { name } else { nil } }
  }
}
