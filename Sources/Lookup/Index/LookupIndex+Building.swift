public import CompiledTerms
public import HanText
public import MappedFile

extension LookupIndex {
  /// Compiles the look-up's tables and adds their sections to a file.
  ///
  /// - Parameters:
  ///   - table: the fold that names are compared by.
  ///   - readings: how the characters of names are read.
  /// - Complexity: O(*n* log *n*) in the characters of all terms.
  public static func build(
    _ terms: LayeredTerms, table: FoldTable, readings: ReadingTable,
    into writer: inout MappedFileWriter
  ) {
    var builder = LookupIndexBuilder(terms, table: table)
    builder.gatherNames()
    builder.settleVisibility()
    builder.writeNames(into: &writer)
    builder.writeWords(into: &writer)
    builder.writeReadings(readings, into: &writer)
    builder.writeInitials(into: &writer)
    builder.writeLayers(into: &writer)
  }
}
